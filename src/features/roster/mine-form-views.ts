import { field, form, type Filling } from '#kernel/forms.ts'
import { button, input, radios } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import { one, type Ask, type View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { heading } from '#kernel/pieces.ts'
import {
  answerFields,
  type HeldRole,
  type MyMembership,
  type Question,
} from '#features/members/index.ts'
import type { Network } from '#features/networks/index.ts'
import { categoryRadios } from './member-views.ts'
import { home, page } from './mine-views.ts'
import { roleName } from './words.ts'

/** The name that this network sees. */
export function myNameView(
  ask: Ask,
  network: Network,
  ownName: string,
  { typed = {}, errors = [] }: Filling,
): View {
  return page(ask, network, 'Your name in this network', {
    back: home(network),
    errors,
    body: html`${heading('Your name in this network')}
      <p class="govuk-body">You can go by another name here than elsewhere: a short form, initials, or the name that friends use. Other networks do not see it.</p>
      ${form(
        { action: `${home(network)}/name` },
        input({
          ...field('name', { typed, errors }),
          label: { text: 'Name', classes: 'govuk-label--s' },
          hint: { text: `Leave it empty to be here as ${ownName}.` },
          autocomplete: 'off',
          spellcheck: false,
        }),
        button({ text: 'Save', preventDoubleClick: true }),
      )}`,
  })
}

/** Member or ally, for oneself. */
export function myCategoryView(
  ask: Ask,
  network: Network,
  mine: MyMembership,
  { mayBeAlly, errors = [] }: { mayBeAlly: boolean; errors?: FormError[] },
): View {
  const title = 'Are you here as a member or an ally?'
  return page(ask, network, title, {
    back: home(network),
    errors,
    body: html`${form(
      { action: `${home(network)}/category` },
      categoryRadios(title, mine.category, mayBeAlly || mine.category === 'ally', errors),
      // The same words whether there is room or not, which would tell of numbers.
      html`<p class="govuk-body">You stay in the network, whatever you choose. Nobody gets a message about it, and you never have to say why. The number of allies is limited: if you become one and there is no room for more, others who want to be allies wait longer.</p>`,
      button({ text: 'Save', preventDoubleClick: true }),
    )}`,
  })
}

/** What one answered, to be changed. */
export function myAnswersView(
  ask: Ask,
  network: Network,
  questions: readonly Question[],
  { typed = {}, errors = [] }: Filling,
): View {
  return page(ask, network, 'Your answers', {
    back: home(network),
    errors,
    body: html`${heading('Your answers')}
      <p class="govuk-body">Only the leads of ${network.name} see them.</p>
      ${questions.length > 0 ? form({ action: `${home(network)}/answers` }, answerFields(questions, typed, errors), button({ text: 'Save', preventDoubleClick: true })) : html`<p class="govuk-body">The network asks nothing at the moment.</p>`}`,
  })
}

/** Whether to be named in public for a role, and under which name. */
export function myRoleView(
  ask: Ask,
  network: Network,
  role: HeldRole,
  { typed = {}, errors = [] }: Filling,
): View {
  const title = 'Do you want to be named on the network’s page?'
  const name = input({
    ...field('name', { typed, errors }),
    label: { text: 'Your name as it is shown', classes: 'govuk-label--s' },
    hint: { text: 'Only if you chose “Yes”.' },
  })
  return page(ask, network, title, {
    back: home(network),
    errors,
    body: html`${form(
      { action: `${home(network)}/roles/${role.id}` },
      radios({
        name: 'named',
        value: one(typed, 'named') || (role.public_name ? 'yes' : 'no'),
        fieldset: {
          legend: { text: title, classes: 'govuk-fieldset__legend--l', isPageHeading: true },
        },
        hint: {
          text: `Whoever can see the page of ${network.name} would see your name beside ${roleName(role)}.${network.sensitive ? ' Others could learn from it that you are in this network.' : ''} You can change your mind at any time.`,
        },
        items: [
          { value: 'yes', text: 'Yes, show my name' },
          { value: 'no', text: 'No, show the role without a name' },
        ],
      }),
      name,
      button({ text: 'Save', preventDoubleClick: true }),
    )}`,
  })
}

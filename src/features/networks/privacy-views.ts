import { longDate } from '#kernel/clock.ts'
import { errorFor, field, form } from '#kernel/forms.ts'
import { button, insetText, radios, textarea } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import { one, type Ask, type Fields, type View } from '#kernel/http.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { differences } from './emails.ts'
import type { Network } from './find.ts'
import { isSame, type Privacy } from './privacy.ts'
import { isUnnamed } from './slug.ts'
import type { Coming } from './privacy-change.ts'
import type { Plan } from './privacy-plan.ts'
import { settingsPage, type Shown } from './settings-views.ts'
import { findableBy, joiningBy, namesSeenBy, type Word } from './words.ts'

/** A change on its way: how many leads agreed, and whether the viewer did. */
export type Progress = { coming: Coming; leads: number; agreed: number; mine: boolean }

/** The choices of privacy, and the change that is on its way. */
export function privacyView(
  ask: Ask,
  network: Network,
  { typed, errors }: Shown,
  progress?: Progress,
): View {
  const organisations = textarea({
    ...field('organisations', { typed, errors }),
    rows: 4,
    label: { text: 'Organisations whose people can find it' },
    hint: { text: 'Only if you chose organisations above. Write their names, one on each line.' },
  })
  const choose = (
    name: 'findable' | 'joining' | 'names',
    title: string,
    words: Record<string, Word>,
  ) =>
    radios({
      name,
      value: one(typed, name),
      errorMessage: errorFor(errors, name),
      fieldset: { legend: { text: title, classes: 'govuk-fieldset__legend--m' } },
      items: Object.entries(words).map(([key, { label, hint }]) => ({
        value: key,
        text: label,
        hint: { text: hint },
      })),
    })
  const body = html`
${heading('Privacy')}
${progress && comingWords(network, progress)}
<p class="govuk-body">A change that makes the network more private holds at once. ${
    network.status === 'setting-up'
      ? 'While only its founders are in it, every change does.'
      : 'One that makes it less private needs the agreement of every lead; members then have 30 days’ notice.'
  }</p>
${form(
  { action: `/networks/${network.slug}/settings/privacy` },
  choose('findable', 'Who can find the network?', findableBy),
  organisations,
  choose('joining', 'How do people join?', joiningBy),
  choose('names', 'Who sees members’ names?', namesSeenBy),
  radios({
    name: 'sensitive',
    value: one(typed, 'sensitive'),
    errorMessage: errorFor(errors, 'sensitive'),
    fieldset: {
      legend: {
        text: 'Could being known as a member harm someone?',
        classes: 'govuk-fieldset__legend--m',
      },
    },
    hint: {
      text: 'A sensitive network is hidden or asks a lead before anyone joins, shows names to leads at most, is not named in emails, and publishes no numbers.',
    },
    items: [
      { value: 'yes', text: 'Yes, treat it as sensitive' },
      { value: 'no', text: 'No' },
    ],
  }),
  button({ text: 'See what would change' }),
)}`
  return settingsPage(ask, network, 'Privacy', body, { errors })
}

/** What would change, and when: before anything does. */
export function planView(
  ask: Ask,
  network: Network,
  typed: Fields,
  plan: Plan,
  organisations: readonly { name: string }[],
): View {
  const action = `/networks/${network.slug}/settings/privacy`
  const now = differences(plan.now, plan.atOnce)
  const later = differences(plan.atOnce, plan.wanted)
  const isNow = !isSame(plan.now, plan.atOnce)
  const renamed = isUnnamed(plan.atOnce.findable) && !isUnnamed(plan.now.findable)
  const kept = ['findable', 'organisations', 'joining', 'names', 'sensitive'].map(
    (name) => html`<input type="hidden" name="${name}" value="${one(typed, name)}">`,
  )
  const body = html`
${heading('What would change')}
${isNow && html`<h2 class="govuk-heading-m">At once</h2>${bullets(now)}`}
${renamed && html`<p class="govuk-body">The network gets a new address that does not name it. Links to the old one stop working.</p>`}
${plan.waits && html`<h2 class="govuk-heading-m">After every lead has agreed, and 30 days</h2>${bullets(later)}<p class="govuk-body">Saving this counts as your own agreement. Once every lead has agreed, members are told by email. They can leave before it takes effect, and any lead can take it back.</p>`}
<h2 class="govuk-heading-m">What people will see in the end</h2>
${whoSees(plan.wanted, organisations)}
${form({ action }, kept, html`<input type="hidden" name="confirmed" value="yes">`, actions(button({ text: 'Save these choices', preventDoubleClick: true }), html`<a class="govuk-link" href="${action}">Go back without saving</a>`))}`
  return settingsPage(ask, network, 'What would change', body, {
    back: { text: 'Back', href: action },
  })
}

/** Each kind of person, and what they will meet. */
function whoSees(
  { findable, joining, names }: Privacy,
  organisations: readonly { name: string }[],
): Html {
  const listed = organisations.map((each) => each.name).join(', ')
  const sees = {
    everyone: ['finds it in the directory and reads its page', 'finds it and reads its page'],
    'signed-in': ['finds nothing: to them it does not exist', 'finds it and reads its page'],
    organisations: [
      'finds nothing: to them it does not exist',
      `finds it only when they work for ${listed || 'an organisation you named'}`,
    ],
    invited: [
      'finds nothing: to them it does not exist',
      'finds nothing, unless they were invited',
    ],
  }[findable]
  const joins = {
    open: 'joins straight away',
    request: 'asks, and a lead says yes or no',
    invitation: 'needs a personal invitation',
  }[joining]
  return html`<ul class="govuk-list govuk-list--bullet">
<li>A stranger ${sees[0]}.</li>
<li>Someone signed in, who is no member, ${sees[1]}.</li>
<li>Whoever finds it ${joins}.</li>
<li>A member ${names === 'members' ? 'sees who else is in it' : 'does not see who else is in it'}.</li>
<li>A lead ${names === 'nobody' ? 'sees how many there are, but no list of names' : 'sees the names of members'}.</li>
</ul>`
}

function comingWords(network: Network, { coming, leads, agreed, mine }: Progress): Html {
  const post = (page: string, text: string, classes = '') =>
    form(
      { action: `/networks/${network.slug}/settings/privacy/${page}` },
      button({ text, classes, preventDoubleClick: true }),
    )
  const state: Content = coming.takes_effect_on
    ? `Every lead agreed. It takes effect on ${longDate(coming.takes_effect_on)}, and members know.`
    : `${agreed} of ${leads} leads agreed. ${mine ? 'You have.' : 'You have not yet.'}`
  return insetText({
    html: html`<h2 class="govuk-heading-m">A change is on its way</h2>${bullets(differences(network, coming))}<p class="govuk-body">${state} If you save new choices below, this change is taken back.</p>
${actions(!coming.takes_effect_on && !mine && post('agreement', 'Agree to this change'), post('withdrawal', 'Take it back', 'govuk-button--secondary'))}`,
  })
}

const bullets = (items: readonly string[]): Html =>
  html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`

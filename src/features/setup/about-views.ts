import { errorFor, form } from '#kernel/forms.ts'
import { button, checkboxes, details, input, insetText } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { all, one, type Ask, type View } from '#kernel/http.ts'
import { actions } from '#kernel/pieces.ts'
import type { Network } from '#features/networks/index.ts'
import { gradeSchemes, regions } from '#features/people/index.ts'
import { privacySummary } from './live-views.ts'
import { page, textInput, type Filling } from './question.ts'
import type { PrivacyGap } from './tasks.ts'
import type { MissionTemplate } from './templates.ts'

/** What it is for, and for whom. */
export function aimView(ask: Ask, network: Network, filling: Filling): View {
  return page(
    ask,
    network,
    1,
    'What is the network for?',
    filling,
    html`${form(
      { action: `${home(network)}/aim` },
      textInput('purpose', filling, {
        label: 'What is the network for?',
        hint: 'A sentence or two for someone who has never heard of it. What would be different because of it?',
        most: 600,
        rows: 4,
      }),
      textInput('audience', filling, {
        label: 'Who is it for?',
        hint: 'For example: anyone in public service who cares for someone, and their managers.',
        most: 400,
        rows: 3,
      }),
      save(network),
    )}`,
  )
}

/** The mission, with templates to begin from. */
export function missionView(
  ask: Ask,
  network: Network,
  templates: readonly MissionTemplate[],
  filling: Filling,
  isFilledIn = false,
): View {
  const items = templates.map(
    ({ key, label, example }) =>
      html`<li><a class="govuk-link" href="${home(network)}/mission/${key}">${label}</a><br><span class="govuk-hint">${example}</span></li>`,
  )
  return page(
    ask,
    network,
    1,
    'What is your mission?',
    filling,
    html`
    <p class="govuk-body">One sentence that says whom you bring together, to do what, so that what changes. Read it aloud to someone who is new: do they see it at once?</p>
    ${isFilledIn ? insetText({ text: 'This is made from your answers. Change it until it sounds like you.' }) : details({ summaryText: 'Begin from a template', open: one(filling.typed ?? {}, 'mission') === '', html: html`<ul class="govuk-list govuk-list--spaced">${items}</ul>` })}
    ${form({ action: `${home(network)}/mission` }, textInput('mission', filling, { label: 'Your mission', most: 400, rows: 4 }), save(network))}`,
  )
}

/** The questions of a template: the answers make the sentence. */
export function templateView(
  ask: Ask,
  network: Network,
  template: MissionTemplate,
  { typed = {}, errors = [] }: Filling,
): View {
  const line = (name: string, label: string, hint: string) =>
    input({
      id: name,
      name,
      value: one(typed, name),
      errorMessage: errorFor(errors, name),
      label: { text: label, classes: 'govuk-label--s' },
      hint: { text: hint },
    })
  const body = html`
    <p class="govuk-body">For example: ${template.example}</p>
    ${form(
      { action: `${home(network)}/mission/${template.key}` },
      line('who', 'Who are the people?', 'For example, carers who work shifts.'),
      line('what', 'What do you do together?', 'Start with a verb. For example, share what helps.'),
      line(
        'outcome',
        'What changes because of it? (optional)',
        'For example, no one has to choose between work and family.',
      ),
      line('where', 'Where? (optional)', 'For example, across the NHS in Wales.'),
      actions(
        button({ text: 'Make the sentence', preventDoubleClick: true }),
        html`<a class="govuk-link" href="${home(network)}/mission">Choose another template</a>`,
      ),
    )}`
  return {
    ...page(ask, network, 1, template.label, { typed, errors }, body),
    back: { href: `${home(network)}/mission`, text: 'Your mission' },
  }
}

/** Which organisations, regions and grades it is for. */
export function scopeView(ask: Ask, network: Network, { typed = {}, errors = [] }: Filling): View {
  const ticked = (name: string) => all(typed, name)
  const grades = gradeSchemes.map((scheme) => {
    const items = scheme.grades
      .map(({ key, label }) => ({ value: `${scheme.key}/${key}`, text: label }))
      .filter(({ value }) => !value.endsWith('prefer-not-to-say'))
    const isOpen = ticked('grades').some((grade) => grade.startsWith(`${scheme.key}/`))
    return (
      items.length > 0 &&
      details({
        summaryText: scheme.label,
        open: isOpen,
        html: checkboxes({
          idPrefix: `grades-${scheme.key}`,
          name: 'grades',
          values: ticked('grades'),
          classes: 'govuk-checkboxes--small',
          fieldset: legend(scheme.label, 'govuk-visually-hidden'),
          items,
        }),
      })
    )
  })
  const body = html`
    <p class="govuk-body">This helps people to see whether the network is meant for them. It keeps nobody out. Leave empty what does not matter.</p>
    ${form(
      { action: `${home(network)}/scope` },
      network.findable === 'organisations'
        ? insetText({
            html: html`The organisations are those whose people can find the network. You choose them in its <a class="govuk-link" href="/networks/${network.slug}/settings">settings</a>.`,
          })
        : textInput(
            'organisations',
            { typed, errors },
            {
              label: 'Organisations',
              hint: 'One on each line. A part of the name is enough.',
              rows: 4,
            },
          ),
      checkboxes({
        idPrefix: 'regions',
        name: 'regions',
        values: ticked('regions'),
        classes: 'govuk-checkboxes--small',
        fieldset: legend('Regions', 'govuk-fieldset__legend--s'),
        items: regions
          .filter(({ key }) => key !== 'prefer-not-to-say')
          .map(({ key, label }) => ({ value: key, text: label })),
      }),
      html`<fieldset class="govuk-fieldset"><legend class="govuk-fieldset__legend govuk-fieldset__legend--s">Grades</legend>${grades}</fieldset>`,
      save(network),
    )}`
  return page(
    ask,
    network,
    1,
    'Is it for certain organisations, regions or grades?',
    { typed, errors },
    body,
  )
}

/** The three choices and whether they fit together. */
export function privacyView(ask: Ask, network: Network, gaps: readonly PrivacyGap[]): View {
  const fixes = {
    'no-organisations': {
      text: 'Name the organisations whose people can find it',
      href: `/networks/${network.slug}/settings`,
    },
    'no-reason': {
      text: 'Say why people cannot simply join',
      href: `/networks/${network.slug}/charter/draft/membership`,
    },
  }
  return page(
    ask,
    network,
    4,
    'Who can find you, join you and see names',
    {},
    html`
    ${gaps.length > 0 && insetText({ html: html`<p class="govuk-body">One more thing before this is done:</p><ul class="govuk-list govuk-list--bullet">${gaps.map((gap) => html`<li><a class="govuk-link" href="${fixes[gap].href}">${fixes[gap].text}</a></li>`)}</ul>` })}
    ${privacySummary(network)}
    ${gaps.length === 0 && html`<p class="govuk-body">These choices fit together. Look at what others will see before you open.</p>`}
    ${actions(button({ text: 'See what others will see', href: `/networks/${network.slug}/preview` }), html`<a class="govuk-link" href="/networks/${network.slug}/settings">Change these choices</a>`)}`,
  )
}

/** Whom people can ask. */
export function contactView(ask: Ask, network: Network, filling: Filling): View {
  return page(
    ask,
    network,
    4,
    'Who can people contact?',
    filling,
    html`${form(
      { action: `${home(network)}/contact` },
      textInput('contact', filling, {
        label: 'Who can people contact?',
        hint: 'Whoever can see the network’s page can read this. A shared mailbox is best: it stays when a lead moves on.',
        rows: 2,
      }),
      network.sensitive &&
        insetText({
          text: 'This network is sensitive. Do not put anyone’s name or own address here.',
        }),
      save(network),
    )}`,
  )
}

const home = (network: Network) => `/networks/${network.slug}/setup`
const legend = (text: string, classes: string) => ({ legend: { text, classes } })

function save(network: Network): Html {
  return actions(
    button({ text: 'Save and continue', preventDoubleClick: true }),
    html`<a class="govuk-link" href="${home(network)}">Back to setting up</a>`,
  )
}

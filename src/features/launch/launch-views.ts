import { longDate } from '#kernel/clock.ts'
import { copyField } from '#kernel/copy-field.ts'
import { dateQuestion } from '#kernel/dates.ts'
import { errorFor, field, form, type Filling } from '#kernel/forms.ts'
import { button, details, input, radios, summaryList } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { one, type Ask, type View } from '#kernel/http.ts'
import { actions, empty, figures, heading } from '#kernel/pieces.ts'
import { backToManage, type Network } from '#features/networks/index.ts'
import { timeWords } from './clock-times.ts'
import type { LaunchFigure, Measure } from './figures.ts'
import { formats } from './forms.ts'
import { board, home, page, toLaunch } from './page.ts'
import { isOver, type Plan } from './plan.ts'

export type LaunchModel = {
  plan: Plan | undefined
  today: string
  /** For leads. */
  lines: number
  figures: LaunchFigure[]
  helped: { answered: number; helped: number } | null
}

/** The launch: for members when it is, for leads everything that it needs. */
export function launchView(ask: Ask, network: Network, model: LaunchModel): View {
  const { plan } = model
  return page(ask, network, 'Launch', {
    back: network.leads ? backToManage(network) : undefined,
    body: html`${heading('Launch')}
      ${plan ? planned(network, plan, model.today) : notPlanned(network)}
      ${heading('Challenge swap', { level: 2 })}
      <p class="govuk-body">A board where members say what they find hard and what they can help with. It begins at the launch and goes on after it.</p>
      <p class="govuk-body"><a class="govuk-link" href="${board(network)}">See the board</a></p>
      ${network.leads && plan && kit(network, plan, model)}`,
  })
}

function notPlanned(network: Network): Html {
  if (!network.leads)
    return html`<p class="govuk-body">No day has been set yet. You will find it here.</p>`
  return empty({
    heading: 'Begin with an hour in which people do something together',
    body: 'Speeches are soon forgotten. People come back to where someone helped them. Set a day, and you get a run sheet, the words for the invitation, and a board on which people swap challenges.',
    action: button({ text: 'Set the day', href: `${home(network)}/date` }),
  })
}

function planned(network: Network, plan: Plan, today: string): Html {
  const row = (key: string, value: string) => ({
    key: { text: key },
    value: { html: html`<span class="gh-break">${value}</span>` },
  })
  return summaryList({
    card: {
      title: { text: 'The day', headingLevel: 2 },
      actions:
        network.leads && !isOver(plan, today)
          ? {
              items: [
                { href: `${home(network)}/date`, text: 'Change', visuallyHiddenText: 'the day' },
              ],
            }
          : undefined,
    },
    rows: [
      row('When', `${longDate(plan.on_date)}, from ${timeWords(plan.starts)}`),
      row('How', formats[plan.format]),
      plan.place !== '' && row('Where', plan.place),
    ],
  })
}

function kit(
  network: Network,
  plan: Plan,
  { lines, figures: of, helped, today }: LaunchModel,
): Html {
  return html`${heading('For leads: your kit', { level: 2 })}
    <ul class="govuk-list govuk-list--spaced">
      <li><a class="govuk-link" href="${home(network)}/run-sheet">Run sheet</a>: ${lines > 0 ? 'what happens when, and who sees to it' : 'not begun yet'}</li>
      <li><a class="govuk-link" href="${home(network)}/invitation">Words for the invitation</a>, ready to copy</li>
    </ul>
    ${heading('For leads: what came of it', { level: 2 })}
    ${outcome(network, plan, of, today)}
    ${heading('Did the challenge swap help?', { level: 3 })}
    <p class="govuk-body">${helped ? `Of about ${helped.answered} people who told us a month after being introduced, about ${helped.helped} said that it helped.` : 'A month after two people were introduced we ask both. The numbers stand here when 10 have answered.'}</p>`
}

function outcome(network: Network, plan: Plan, of: LaunchFigure[], today: string): Html {
  const explained = `Counted are those who joined from ${plan.days_before} days before the launch to ${plan.days_after} days after it. Each number is published once and rounded down to ${network.sensitive ? 'tens' : 'fives'}; fewer than 10 are not told.`
  if (of.length === 0)
    return html`<p class="govuk-body">${explained} ${isOver(plan, today) ? 'The first number comes tonight.' : 'The first number comes when those days are over.'}</p>`
  const value = (measure: Measure) => {
    const figure = of.find((each) => each.measure === measure)
    if (!figure) return 'Not yet'
    return figure.shown === null ? 'Fewer than 10' : `About ${figure.shown}`
  }
  return html`${figures([
    { label: 'Joined at the launch', value: value('joined') },
    { label: 'Still in it 30 days later', value: value('after-30') },
    { label: 'Still in it 90 days later', value: value('after-90') },
  ])}
    ${details({ summaryText: 'How this is counted', text: explained })}`
}

/** Sets the day, or moves it. */
export function dateView(ask: Ask, network: Network, filling: Filling): View {
  const { typed = {}, errors = [] } = filling
  const title = 'When and how does the launch happen?'
  const number = (name: string, text: string) =>
    input({
      ...field(name, filling),
      label: { text },
      classes: 'govuk-input--width-2',
      inputmode: 'numeric',
      suffix: { text: 'days' },
    })
  return page(ask, network, title, {
    back: toLaunch(network),
    errors,
    body: html`${heading(title)}
      ${form(
        { action: `${home(network)}/date` },
        dateQuestion('on', filling, { legend: 'The day' }),
        input({
          ...field('starts', filling),
          label: { text: 'When it starts', classes: 'govuk-label--m' },
          hint: { text: 'For example, 12:30 or 2pm. Lunch hours suit many.' },
          classes: 'govuk-input--width-5',
        }),
        radios({
          name: 'format',
          value: one(typed, 'format'),
          fieldset: { legend: { text: 'How it is held', classes: 'govuk-fieldset__legend--m' } },
          items: Object.entries(formats).map(([value, text]) => ({ value, text })),
          errorMessage: errorFor(errors, 'format'),
        }),
        input({
          ...field('place', filling),
          label: { text: 'Where (optional)', classes: 'govuk-label--m' },
          hint: {
            text: network.sensitive
              ? 'A room with a neutral name, or who sends the link. It stands in the invitation.'
              : 'A room, or how people get the link. It stands in the invitation.',
          },
        }),
        heading('Who counts as having joined at the launch?', { level: 2 }),
        html`<p class="govuk-body">Everyone who joins in these days. When they are over, the day and these numbers stay as they are.</p>`,
        number('days-before', 'Up to how many days before it'),
        number('days-after', 'Up to how many days after it'),
        button({ text: 'Save', preventDoubleClick: true }),
      )}`,
  })
}

/** The words of the invitation, to copy. */
export function invitationView(ask: Ask, network: Network, text: string): View {
  return page(ask, network, 'Words for the invitation', {
    back: toLaunch(network),
    body: html`${heading('Words for the invitation')}
      <p class="govuk-body">Copy them into an email, a chat or an article, and make them your own. ${network.sensitive ? 'They say nothing that tells what the network is: send them only to people whom you know, one at a time.' : 'Three people whom you ask yourself are worth more than three hundred on a list.'}</p>
      ${copyField({ key: 'words', title: 'The invitation', text, rows: 22 })}
      ${actions(html`<a class="govuk-link" href="/networks/${network.slug}/invitations">Invite people by email</a>`)}`,
  })
}

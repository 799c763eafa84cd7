import { longDate } from '#kernel/clock.ts'
import { errorFor, form } from '#kernel/forms.ts'
import { button, details, fileUpload, insetText } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import type { FormError, Page } from '#kernel/layout.ts'
import { heading, stackedTable } from '#kernel/pieces.ts'
import { backToManage, type Network } from '#features/networks/index.ts'
import { daysToDecide, daysToDownload, type Import, type State } from './queries.ts'
import { mayInvite } from './running.ts'

export type Band = NonNullable<Page['network']>

/** Where a list is brought, and what became of earlier ones. */
export function startView({
  network,
  band,
  past,
  errors = [],
}: {
  network: Network
  band: Band
  past: Import[]
  errors?: FormError[]
}): View {
  const address = `/networks/${network.slug}/import`
  return {
    title: 'Bring your existing list',
    section: network.name,
    network: band,
    back: backToManage(network),
    errors,
    body: html`${heading('Bring your existing list')}
      <p class="govuk-body">Do you keep your members in a spreadsheet, or collect them with a form? Bring the list here, and we ask everyone on it whether they want to join.</p>
      ${heading('What happens', { level: 2 })}
      <ol class="govuk-list govuk-list--number">
        <li>You choose the file, and tell us which column holds what. We have a guess ready.</li>
        <li>You see who would be invited, and which rows have a problem. Nothing is sent before you say so.</li>
        <li>Each person gets an email that asks whether they want to join.${network.sensitive && ' It does not name the network.'} <strong>Nobody becomes a member unless they say yes.</strong></li>
        <li>You see what became of every row.</li>
      </ol>
      ${mayInvite(network) ? uploadForm(address, errors) : insetText({ text: 'Nobody can be invited while the network is not open.' })}
      ${past.length > 0 && pastTable(address, past)}`,
  }
}

function uploadForm(address: string, errors: FormError[]): Html {
  return html`${details({
    summaryText: 'How to get the file',
    html: html`
      <p class="govuk-body"><strong>From Microsoft Forms:</strong> open the form’s responses and choose to open or download them in Excel. That gives an .xlsx file.</p>
      <p class="govuk-body"><strong>From Microsoft Lists:</strong> open the list, choose Export, then CSV.</p>
      <p class="govuk-body"><strong>From any other spreadsheet:</strong> save it as .xlsx or CSV. Put each person on a row of their own, with a heading above each column.</p>`,
  })}
    ${details({
      summaryText: 'What we keep of it, and for how long',
      html: html`
      <p class="govuk-body">We take names and work email addresses and, where your charter welcomes allies, whether someone is a member or an ally. People give the rest themselves when they join, if they want to.</p>
      <p class="govuk-body">The file is encrypted. It is removed when the invitations go out, or after ${daysToDecide} days. What each row said is erased after ${daysToDownload} days.</p>
      <p class="govuk-body">Bring only people who would expect to hear from your network.</p>`,
    })}
    ${form(
      { action: address, files: true },
      fileUpload({
        id: 'list',
        name: 'list',
        label: {
          text: errors.length > 0 ? 'Choose another file' : 'Choose the file',
          classes: 'govuk-label--m',
        },
        hint: { text: 'An Excel workbook (.xlsx) or a CSV file, up to 10MB and 50,000 rows.' },
        errorMessage: errorFor(errors, 'list'),
        attributes: {
          accept:
            '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        },
      }),
      button({ text: 'Continue', preventDoubleClick: true }),
    )}`
}

function pastTable(address: string, past: Import[]): Html {
  return stackedTable({
    caption: 'Lists brought before',
    columns: ['List', 'Brought', { text: 'Rows', numeric: true }, 'How far it is'],
    rows: past.map((list) => [
      html`<a class="govuk-link gh-break" href="${address}/${list.id}">${list.content?.filename || `List of ${longDate(list.started_on)}`}</a>`,
      longDate(list.started_on),
      list.total > 0 ? list.total.toLocaleString('en-GB') : '',
      list.state === 'failed' ? failedWords(list) : states[list.state],
    ]),
  })
}

/** Why it could not be read, which says what to do, too. */
function failedWords({ content }: Import): Html {
  return html`${states.failed}. Nobody was invited.${content?.problem && html`<br><span class="govuk-hint">${content.problem}.</span>`}`
}

const states: Record<State, string> = {
  reading: 'Being read',
  mapping: 'Waits for you to choose columns',
  checking: 'Being checked',
  checked: 'Waits for you to check it',
  running: 'People are being invited',
  finished: 'Done',
  failed: 'Could not be read',
  cancelled: 'Stopped',
}

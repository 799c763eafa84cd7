import { addDays, longDate } from '#kernel/clock.ts'
import { form } from '#kernel/forms.ts'
import { button } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { heading, progress as progressBar, stackedTable } from '#kernel/pieces.ts'
import type { Progress } from '#kernel/progress.ts'
import type { Network } from '#features/networks/index.ts'
import { passedOver, sum, tally } from './outcomes.ts'
import { daysToDownload, type Import } from './queries.ts'
import type { Band } from './start-views.ts'

/** Long work under way. The page loads itself again, unless asked not to. */
export function workingView({
  network,
  band,
  list,
  progress,
  still,
}: {
  network: Network
  band: Band
  list: Import
  progress?: Progress
  still: boolean
}): View {
  const address = `/networks/${network.slug}/import/${list.id}`
  const [title, label] =
    list.state === 'running'
      ? ['Inviting people', 'People gone through']
      : list.state === 'checking'
        ? ['Checking your list', 'Rows checked']
        : ['Reading your list', 'The file is being read']
  return {
    title,
    section: network.name,
    network: band,
    back: `/networks/${network.slug}/import`,
    refresh: still ? undefined : 3,
    body: html`${heading(title, { caption: 'Bring your existing list' })}
      ${progressBar({ done: progress?.done ?? 0, total: progress?.total || undefined, label, text: progress ? undefined : 'This takes a few seconds' })}
      <p class="govuk-body">You can leave this page: the work goes on, and you find it again under <a class="govuk-link" href="/networks/${network.slug}/import">Bring your existing list</a>.</p>
      ${
        still
          ? html`<p class="govuk-body"><a class="govuk-link" href="${address}?still=yes">See how far it is now</a>, or <a class="govuk-link" href="${address}">let the page keep itself up to date</a>.</p>`
          : html`<p class="govuk-body">The page keeps itself up to date. <a class="govuk-link" href="${address}?still=yes">Stop it from loading again</a></p>`
      }
      ${
        list.state === 'running'
          ? form(
              { action: `${address}/cancellation` },
              html`<p class="govuk-body">If you stop, people who were invited stay invited, and nobody else is.</p>`,
              button({
                text: 'Stop inviting',
                classes: 'govuk-button--warning',
                preventDoubleClick: true,
              }),
            )
          : throwAway(address)
      }`,
  }
}

/** What became of every row. */
export function resultView({
  network,
  band,
  list,
}: {
  network: Network
  band: Band
  list: Import
}): View {
  const address = `/networks/${network.slug}/import/${list.id}`
  const invited = list.counts.invited ?? 0
  const stopped = list.state === 'cancelled'
  const title = stopped ? 'The import was stopped' : 'Your list is done'
  const notTaken = sum(list.counts) - invited - sum(list.counts, passedOver)
  return {
    title,
    section: network.name,
    network: band,
    back: `/networks/${network.slug}/import`,
    body: html`${heading(title, { caption: 'Bring your existing list' })}
      <p class="govuk-body-l">${invited === 1 ? '1 person was invited.' : `${invited === 0 ? 'Nobody' : `${invited.toLocaleString('en-GB')} people`} ${invited === 0 ? 'was' : 'were'} invited.`}</p>
      ${invited > 0 && html`<p class="govuk-body">${network.status === 'live' ? 'Each gets an email within minutes.' : 'The emails go out when the network goes live.'} They have 30 days to answer, and nobody is a member until they say yes. <a class="govuk-link" href="/networks/${network.slug}/invitations">See who has not answered yet</a></p>`}
      ${(network.names === 'nobody' || network.sensitive) && html`<p class="govuk-body">Your network shows nobody who is in it, so we do not say who was a member already. Whoever had answered an invitation from it before gets no other.</p>`}
      ${resultTable(list, network)}
      ${
        notTaken > 0 &&
        list.content &&
        html`${heading('Rows that were not taken', { level: 2 })}
        <p class="govuk-body">The file says for each row why. You can correct the rows and bring them as a new list: nobody is invited twice.</p>
        <p class="govuk-body"><a class="govuk-link" href="${address}/not-taken.csv" download>Download the rows that were not taken (CSV)</a></p>`
      }
      <p class="govuk-body">${list.content ? `What the rows said is erased on ${longDate(addDays(list.started_on, daysToDownload + 1))}.` : 'What the rows said has been erased.'}</p>
      <p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/import">Bring another list</a></p>`,
  }
}

function resultTable(list: Import, network: Network): Html {
  const rows = [
    ...tally(list.counts, network),
    { name: 'All rows of the list', count: sum(list.counts) },
  ]
  return stackedTable({
    caption: 'What became of every row',
    columns: ['What', { text: 'Rows', numeric: true }],
    rows: rows.map(({ name, count }) => [name, count.toLocaleString('en-GB')]),
  })
}

/** A way out, before anybody was invited. */
export function throwAway(address: string): Html {
  return form(
    { action: `${address}/cancellation` },
    html`<button class="gh-link-button" type="submit">Throw this list away</button>`,
  )
}

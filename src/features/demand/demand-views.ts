import { longDate } from '#kernel/clock.ts'
import { html, type Content } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { empty, heading, stackedTable } from '#kernel/pieces.ts'
import { isKeyOf, themeLabel } from '#features/networks/index.ts'
import { sectors } from '#features/organisations/index.ts'
import type { Figure } from './figures.ts'

/** What people would join, for whoever supports networks. */
export function demandView(figures: readonly Figure[]): View {
  const title = 'What people would join'
  return {
    title,
    breadcrumbs: [{ text: 'Administration', href: '/admin' }],
    body: html`${heading(title)}
<p class="govuk-body">People who said that they would join a network that is only proposed. Where many would, a network may be missing: talk to the people who propose it.</p>
${
  figures.length === 0
    ? empty({
        heading: 'There is nothing to show yet',
        body: 'A number is shown once at least 10 people would join networks of a theme.',
        action: html`<a class="govuk-link" href="/networks?status=proposed">See the networks that are proposed</a>`,
      })
    : html`${table(figures, 'theme', 'By theme', 'Theme')}${table(figures, 'sector', 'By employer', 'Kind of employer')}
<p class="govuk-body">Counted on ${longDate(figures[0]!.as_of)}.</p>`
}
${heading('How these numbers are made', { level: 2 })}
<ul class="govuk-list govuk-list--bullet">
<li>Each person counts once in a row, however many networks they would join.</li>
<li>Numbers are rounded to 5. Rows with fewer than 10 people are left out, and sometimes one more, so that nobody can be worked out. There are no totals for the same reason.</li>
<li>Networks that are hidden, or that only some organisations can find, are not counted.</li>
<li>A number changes at most once a week, and only when at least 5 more or fewer people would join.</li>
</ul>`,
  }
}

function table(
  figures: readonly Figure[],
  kind: Figure['kind'],
  caption: string,
  column: string,
): Content {
  const rows = figures.filter((figure) => figure.kind === kind)
  if (rows.length === 0)
    return html`${heading(caption, { level: 2 })}<p class="govuk-body">No row has 10 people or more.</p>`
  return stackedTable({
    caption,
    columns: [column, { text: 'People who would join', numeric: true }],
    rows: rows.map(({ key, people }) => [
      (kind === 'theme' ? themeLabel(key) : isKeyOf(sectors, key) && sectors[key]) || key,
      `About ${people.toLocaleString('en-GB')}`,
    ]),
  })
}

import { html, type Content, type Html } from '#kernel/html.ts'
import { weave } from '#kernel/weave.ts'

export type HeadingOptions = {
  caption?: string
  size?: 'xl' | 'l' | 'm' | 's'
  level?: 1 | 2 | 3 | 4
  id?: string
}

/** A heading: the page's h1 unless told otherwise. The caption, above it, says what it is part of. */
export function heading(text: string, { caption, size, level = 1, id }: HeadingOptions = {}): Html {
  const scale = size ?? (['l', 'm', 's', 's'] as const)[level - 1]!
  const named = id && html` id="${id}"`
  // Captions come in no small size.
  const above =
    caption && html`<span class="govuk-caption-${scale === 's' ? 'm' : scale}">${caption}</span>\n`
  return html`${above}<h${level} class="govuk-heading-${scale}"${named}>${text}</h${level}>`
}

/** The opening of a page such as the first one: words, and a hall window hung with the cloths of the names given. */
export function hero(of: {
  heading: string
  lead: string
  actions?: Content
  cloths: readonly string[]
}): Html {
  return html`<div class="gh-hero">
<div class="gh-hero__words">
<h1 class="govuk-heading-xl">${of.heading}</h1>
<p class="govuk-body-l">${of.lead}</p>
${of.actions}
</div>
<div class="gh-window" aria-hidden="true"><div>${of.cloths.map((name) => weave(name))}</div></div>
</div>`
}

/** A network's emblem: the arch of the mark, hung with its cloth. */
export function emblem(name: string, { sensitive = false }: { sensitive?: boolean } = {}): Html {
  return html`<div class="gh-emblem">${weave(name, { sensitive, width: 50, height: 60 })}</div>`
}

/** A page or section with nothing on it yet: what it is for, perhaps an example, and the first step. */
export function empty(of: {
  heading: string
  body: Content
  action?: Content
  level?: 2 | 3
}): Html {
  const words = typeof of.body === 'string' ? html`<p class="govuk-body">${of.body}</p>` : of.body
  return html`<div class="gh-empty">
<h${of.level ?? 2} class="govuk-heading-m">${of.heading}</h${of.level ?? 2}>
${words}
${of.action && actions(of.action)}
</div>`
}

export type Card = {
  heading: string
  href: string
  /** The network's name, when the card shows its cloth. */
  cloth?: string
  sensitive?: boolean
  /** What kind of thing it is, in a few words above the heading. */
  kind?: string
  purpose?: string
  /** Who it is for, how to join, how alive it is. */
  facts?: readonly { term: string; text: Content }[]
  /** The heading's level: 2 unless given. */
  level?: 2 | 3
}

/** Cards side by side, as many as fit. */
export function cards(of: readonly Card[]): Html {
  return html`<ul class="gh-cards">${of.map((each) => html`<li class="gh-card">${card(each)}</li>`)}</ul>`
}

/** What is inside one card, to stand in an element with the class `gh-card`. */
export function card({
  heading: title,
  href,
  cloth,
  sensitive = false,
  kind,
  purpose,
  facts = [],
  level = 2,
}: Card): Html {
  return html`
${cloth && weave(cloth, { sensitive, height: 48 })}
<div class="gh-card__words">
${kind && html`<p class="gh-card__kind">${kind}</p>`}
<h${level} class="gh-card__heading"><a class="govuk-link govuk-link--no-visited-state" href="${href}">${title}</a></h${level}>
${purpose && html`<p class="gh-card__purpose">${purpose}</p>`}
${facts.length > 0 && html`<dl class="gh-facts">${facts.map(({ term, text }) => html`<div><dt>${term}</dt> <dd>${text}</dd></div>`)}</dl>`}
</div>`
}

/**
 * Filters beside what they filter; on small screens above it, with a link past them. A plain GET form:
 * `fields` are its questions, `results` what they leave.
 */
export function filters(of: {
  action: string
  fields: Content
  button?: Content
  results: Content
  label?: string
}): Html {
  return html`<div class="gh-filters">
<form class="gh-filters__form" action="${of.action}" method="get" role="search" aria-label="${of.label ?? 'Search and filter'}">
<a class="govuk-link gh-filters__skip" href="#results">Skip to the results</a>
${of.fields}
<button type="submit" class="govuk-button" data-module="govuk-button">${of.button ?? 'Show results'}</button>
</form>
<section id="results" aria-label="Results" tabindex="-1">${of.results}</section>
</div>`
}

/** How far long work has come. `total` may be unknown: then the bar only shows that it is under way. */
export function progress(of: { done: number; total?: number; label: string; text?: string }): Html {
  const words =
    of.text ??
    (of.total === undefined ? `${count(of.done)} done` : `${count(of.done)} of ${count(of.total)}`)
  const reach =
    of.total !== undefined &&
    html` max="${Math.max(of.total, 1)}" value="${of.total ? of.done : 1}"`
  return html`<div class="gh-progress">
<p class="govuk-body gh-progress__words"><span class="gh-progress__label">${of.label}</span> <span>${words}</span></p>
<progress aria-label="${of.label}"${reach}>${words}</progress>
</div>`
}

/** Buttons and links in a row; one under another on small screens. */
export function actions(...items: Content[]): Html {
  return html`<div class="gh-actions">${items}</div>`
}

export type Figure = { label: string; value: string | number; note?: Content }

/** Counts worth a glance. A value may be words, such as `Fewer than 10`. */
export function figures(of: readonly Figure[]): Html {
  return html`<dl class="gh-figures">${of.map(
    ({ label, value, note }) =>
      html`<div class="gh-figure"><dt>${label}</dt><dd class="gh-figure__value">${
        typeof value === 'number' ? count(value) : value
      }</dd>${note && html`<dd class="gh-figure__note">${note}</dd>`}</div>`,
  )}</dl>`
}

export type Column = string | { text: string; numeric?: boolean; hidden?: boolean }

/**
 * A table that becomes a list on small screens, where each value carries its column's name. The first
 * cell of a row is its heading. A hidden column's name is for screen readers: use it over links.
 * Elsewhere: `class="govuk-table gh-table"`, and `data-label` on every cell but the first.
 */
export function stackedTable(of: {
  caption: string
  columns: readonly Column[]
  rows: readonly (readonly Content[])[]
}): Html {
  const columns = of.columns.map((each) => (typeof each === 'string' ? { text: each } : each))
  const numeric = (i: number, part: 'header' | 'cell') =>
    columns[i]?.numeric && ` govuk-table__${part}--numeric`
  const cell = (content: Content, i: number) => {
    if (i === 0) return html`<th scope="row" class="govuk-table__header">${content}</th>`
    // An empty cell has nothing to be labelled, and takes no room on small screens.
    if (html`${content}`.toString().trim() === '') return html`<td class="govuk-table__cell"></td>`
    const label = !columns[i]?.hidden && html` data-label="${columns[i]?.text}"`
    return html`<td class="govuk-table__cell${numeric(i, 'cell')}"${label}>${content}</td>`
  }
  const head = columns.map(
    ({ text, hidden }, i) =>
      html`<th scope="col" class="govuk-table__header${numeric(i, 'header')}">${
        hidden ? html`<span class="govuk-visually-hidden">${text}</span>` : text
      }</th>`,
  )
  return html`<table class="govuk-table gh-table">
<caption class="govuk-table__caption govuk-table__caption--m">${of.caption}</caption>
<thead class="govuk-table__head"><tr class="govuk-table__row">${head}</tr></thead>
<tbody class="govuk-table__body">${of.rows.map((row) => html`<tr class="govuk-table__row">${row.map(cell)}</tr>`)}</tbody>
</table>`
}

const count = (number: number) => number.toLocaleString('en-GB')

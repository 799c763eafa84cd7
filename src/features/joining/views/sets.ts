import { field, form, type Filling } from '#kernel/forms.ts'
import { button, input, tag, textarea } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, Fields, View } from '#kernel/http.ts'
import { actions, empty, heading, stackedTable } from '#kernel/pieces.ts'
import { networkStatuses } from '#features/networks/index.ts'
import type { InSet, KeptSet, SetPlace } from '../keeping-sets.ts'
import { mostInSet } from '../sets.ts'
import { toCopy } from './link.ts'

const crumbs = [{ text: 'Administration', href: '/admin' }]
const below = [...crumbs, { text: 'Sets of networks', href: '/admin/sets' }]

/** Every set that administrators keep. */
export function setsView({ sets, next }: { sets: KeptSet[]; next?: SetPlace }): View {
  const add = button({ text: 'Make a set', href: '/admin/sets/new' })
  return {
    title: 'Sets of networks',
    breadcrumbs: crumbs,
    wide: true,
    body: html`${heading('Sets of networks')}
      ${
        sets.length === 0
          ? empty({
              heading: 'There is no set yet',
              body: 'An organisation can offer the networks it supports with one form, at one address: for its intranet, or for the first week of new staff. You choose which networks, and in which order.',
              action: add,
            })
          : html`<p class="govuk-body">Each has a form of its own, with its networks first.</p>${actions(add)}
            ${stackedTable({
              caption: 'Sets, by title',
              columns: ['Title', 'Organisation'],
              rows: sets.map((set) => [
                html`<a class="govuk-link" href="/admin/sets/${set.id}">${set.title}</a>`,
                set.organisation,
              ]),
            })}`
      }
      ${next && html`<p class="govuk-body"><a class="govuk-link" href="/admin/sets?${new URLSearchParams({ after: `${next.id}.${next.title}` }).toString()}" rel="next">More sets</a></p>`}`,
  }
}

/** A new set, or one to change, with its address. */
export function setView(
  ask: Ask,
  { set, typed, errors = [] }: Filling & { set?: KeptSet & { networks: InSet[] } },
): View {
  const given: Fields = typed ?? (set ? asTyped(set) : {})
  const title = set ? set.title : 'Make a set of networks'
  return {
    title,
    breadcrumbs: below,
    errors,
    body: html`${heading(title)}
      ${set && html`${toCopy({ title: 'Its address', address: `${ask.app.config.baseUrl}/join?set=${set.slug}`, words: `${set.title}: choose the networks to join` })}${dropped(set.networks)}${heading('Change it', { level: 2 })}`}
      ${form(
        { action: set ? `/admin/sets/${set.id}` : '/admin/sets/new' },
        input({
          ...field('title', { typed: given, errors }),
          label: { text: 'Title' },
          hint: {
            text: set
              ? 'The heading of the form. The address stays as it is.'
              : 'The heading of the form. Its address is made from this.',
          },
        }),
        input({
          ...field('organisation', { typed: given, errors }),
          label: { text: 'Organisation' },
          hint: { text: 'The one that offers these networks.' },
          autocomplete: 'off',
        }),
        textarea({
          ...field('networks', { typed: given, errors }),
          rows: 8,
          label: { text: 'Networks' },
          hint: {
            text: `The names of networks that are open, one on each line, in the order of the form. You can paste the addresses of their pages instead. No more than ${mostInSet}.`,
          },
          spellcheck: false,
        }),
        button({ text: set ? 'Save' : 'Make the set', preventDoubleClick: true }),
      )}
      ${set && html`<p class="govuk-body"><a class="govuk-link" href="/admin/sets/${set.id}/deletion">Delete this set</a></p>`}`,
  }
}

/** Asks before a set goes. */
export function deletionView(set: KeptSet): View {
  const title = `Delete ${set.title}?`
  return {
    title,
    breadcrumbs: [...below, { text: set.title, href: `/admin/sets/${set.id}` }],
    body: html`${heading(title)}
      <p class="govuk-body">Its networks stay, and so does everyone in them. Whoever follows its address then finds the form for all networks.</p>
      ${form(
        { action: `/admin/sets/${set.id}/deletion` },
        actions(
          button({ text: 'Delete the set', classes: 'govuk-button--warning' }),
          html`<a class="govuk-link" href="/admin/sets/${set.id}">Keep it</a>`,
        ),
      )}`,
  }
}

/** Networks that are in it and not shown any more, since nobody can join them. */
function dropped(networks: readonly InSet[]): Html | undefined {
  const gone = networks.filter((network) => network.status !== 'live')
  if (gone.length === 0) return undefined
  return html`${heading('Left out for now', { level: 2 })}
<p class="govuk-body">Nobody can join these, so the form does not show them:</p>
<ul class="govuk-list">${gone.map(({ name, status }) => html`<li>${name} ${tag({ text: networkStatuses[status].label, classes: 'govuk-tag--grey' })}</li>`)}</ul>`
}

/** Networks of one name are told apart by their addresses. */
const asTyped = (set: KeptSet & { networks: InSet[] }): Fields => ({
  title: set.title,
  organisation: set.organisation,
  networks: set.networks
    .map(({ name, slug }) =>
      set.networks.filter((each) => each.name.toLowerCase() === name.toLowerCase()).length > 1
        ? `/networks/${slug}`
        : name,
    )
    .join('\n'),
})

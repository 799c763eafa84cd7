import { field, errorFor, form } from '#kernel/forms.ts'
import { button, input, radios, select, textarea } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import { one, type Ask, type View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import { regions } from '#features/people/index.ts'
import type { Network } from './find.ts'
import { settingsPage, type Shown } from './settings-views.ts'
import { themes } from './themes.ts'
import { networkTypes } from './words.ts'

/** What the network says of itself. */
export function aboutView(ask: Ask, network: Network, { typed, errors }: Shown): View {
  const question = (name: string, label: string, hint = '') => ({
    ...field(name, { typed, errors }),
    label: { text: label },
    hint: hint ? { text: hint } : undefined,
  })
  const items = (none: string, list: readonly { key: string; label: string }[]) => [
    { text: none, value: '' },
    ...list.map(({ key, label }) => ({ text: label, value: key })),
  ]
  const kinds = Object.entries(networkTypes).map(([key, { label }]) => ({
    value: key,
    text: label,
  }))
  const body = html`${heading('About the network')}${form(
    { action: `/networks/${network.slug}/settings/about` },
    input(question('name', 'Name of the network')),
    radios({
      name: 'type',
      fieldset: { legend: { text: 'Kind' } },
      items: kinds,
      value: one(typed, 'type'),
      classes: 'govuk-radios--small',
      errorMessage: errorFor(errors, 'type'),
    }),
    textarea({
      ...question(
        'purpose',
        'What it is for',
        'A sentence or two. Anyone who can find the network sees this first.',
      ),
      rows: 3,
    }),
    textarea({ ...question('audience', 'Who it is for'), rows: 3 }),
    textarea({
      ...question(
        'mission',
        'Mission (optional)',
        'One sentence on what will be different because of you.',
      ),
      rows: 3,
    }),
    textarea({
      ...question(
        'priorities',
        'What you work on now (optional)',
        'Start a line with a hyphen to make a list.',
      ),
      rows: 5,
    }),
    select({
      ...question('theme', 'What it is about (optional)', 'Helps people find the network.'),
      items: items('Choose', themes),
    }),
    select({
      ...question(
        'region',
        'Region (optional)',
        'Only if the network is for people in one region.',
      ),
      items: items('No one region', regions.slice(0, 12)),
    }),
    input(
      question(
        'contact',
        'Contact (optional)',
        'A shared mailbox or a page. Anyone who can find the network sees this, so do not give your own address.',
      ),
    ),
    textarea({
      ...question(
        'joining_reason',
        'Why people join in the way they do (optional)',
        'Shown where people join. Say it above all if not everyone can.',
      ),
      rows: 3,
    }),
    button({ text: 'Save', preventDoubleClick: true }),
  )}`
  return settingsPage(ask, network, 'About the network', body, { errors })
}

import { errorFor, form } from '#kernel/forms.ts'
import { button, input, radios } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import { one, type Ask, type View } from '#kernel/http.ts'
import { actions, heading } from '#kernel/pieces.ts'
import { regionLabel } from '#features/people/index.ts'
import type { Asker } from './family.ts'
import type { Network } from './find.ts'
import { hubRegion } from './new-fields.ts'
import { settingsPage, type Shown } from './settings-views.ts'

export type Family = { umbrella?: Network; asked?: Network; askers: Asker[]; parts: Asker[] }

/** The network that this one is part of, those that are part of it, and those that ask. */
export function familyView(ask: Ask, network: Network, family: Family, shown?: Shown): View {
  const title = 'Networks above and below'
  const at = `/networks/${network.slug}/settings/family`
  const body = html`
${heading(title)}
<p class="govuk-body">A network can be part of a larger one, as a sub-network or as a hub for a region. Each keeps its own members, leads and privacy. The leads of the larger one never see who is in the smaller.</p>
${family.askers.length > 0 && html`<h2 class="govuk-heading-m">Asking to be part of this network</h2>${family.askers.map((asker) => askerView(at, asker))}`}
<h2 class="govuk-heading-m">Part of this network</h2>
${family.parts.length > 0 ? family.parts.map((part) => partView(at, part)) : html`<p class="govuk-body">None yet that you can see.</p>`}
<p class="govuk-body"><a class="govuk-link" href="/networks/new?parent=${network.slug}">Start a network that is part of this one</a></p>
<h2 class="govuk-heading-m">What this network is part of</h2>
${aboveView(at, network, family, shown)}`
  return settingsPage(ask, network, title, body, { errors: shown?.errors })
}

function aboveView(
  at: string,
  network: Network,
  { umbrella, asked }: Family,
  shown?: Shown,
): Content {
  const stop = (text: string) =>
    form({ action: `${at}/leaving` }, button({ text, classes: 'govuk-button--secondary' }))
  if (network.parent_id)
    return html`<p class="govuk-body">${umbrella ? link(umbrella) : 'A network that you cannot see'}, as a ${kindWords(network)}.</p>${stop('Stop being part of it')}`
  if (network.parent_asked_id)
    return html`<p class="govuk-body">You have asked to be part of ${asked ? link(asked) : 'a network that you cannot see'}. Its leads decide.</p>${stop('Take the request back')}`
  const typed = shown?.typed ?? {}
  return form(
    { action: at },
    input({
      id: 'umbrella',
      name: 'umbrella',
      label: { text: 'Name or address of the larger network' },
      hint: { text: 'Its leads will see the name of your network and what it is for.' },
      value: one(typed, 'umbrella'),
      errorMessage: errorFor(shown?.errors, 'umbrella'),
      autocomplete: 'off',
    }),
    radios({
      name: 'kind',
      fieldset: { legend: { text: 'As what?' } },
      value: one(typed, 'kind'),
      errorMessage: errorFor(shown?.errors, 'kind'),
      items: [
        { value: 'sub-network', text: 'A sub-network' },
        { value: 'regional-hub', text: 'A regional hub' },
      ],
    }),
    hubRegion(one(typed, 'region') || network.region, shown?.errors),
    button({ text: 'Ask to be part of it', preventDoubleClick: true }),
  )
}

function askerView(at: string, asker: Asker): Html {
  return html`<h3 class="govuk-heading-s">${asker.name}, as a ${kindWords(asker)}</h3><p class="govuk-body">${asker.purpose}</p>
${actions(decide(at, asker, 'take-in', 'Take in'), decide(at, asker, 'decline', 'Decline'))}`
}

function partView(at: string, part: Asker): Html {
  return html`<h3 class="govuk-heading-s">${link(part)}, a ${kindWords(part)}</h3>${actions(decide(at, part, 'let-go', 'Let go'))}`
}

/** One button; which network it is about is said to those who do not see the page. */
function decide(at: string, { id, name }: Asker, decision: string, text: string): Html {
  const words = html`${text}<span class="govuk-visually-hidden"> ${name}</span>`
  return form(
    { action: `${at}/decisions` },
    html`<input type="hidden" name="part" value="${id}"><input type="hidden" name="decision" value="${decision}">`,
    button({
      html: words,
      classes: decision === 'take-in' ? '' : 'govuk-button--secondary',
      preventDoubleClick: true,
    }),
  )
}

const link = ({ slug, name }: { slug: string; name: string }): Html =>
  html`<a class="govuk-link" href="/networks/${slug}">${name}</a>`
const kindWords = ({ kind, region }: Pick<Asker, 'kind' | 'region'>): string =>
  kind === 'regional-hub'
    ? `regional hub${region ? ` for ${regionLabel(region)}` : ''}`
    : 'sub-network'

import { errorFor, form } from '#kernel/forms.ts'
import { button, checkboxes, warningText } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { actions, heading } from '#kernel/pieces.ts'
import type { Network } from '#features/networks/index.ts'
import type { Placement } from './placements.ts'
import { home, page } from './views.ts'

/** Choosing that what is made for a place names a network that is not named by itself; and taking it back. */
export function namingView(
  ask: Ask,
  network: Network,
  placement: Placement,
  errors: FormError[] = [],
): View {
  const here = `${home(network)}/${placement.code}`
  const action = { action: `${here}/naming` }
  if (placement.named_on !== null) {
    const title = 'Stop naming the network on posters for this place?'
    return {
      ...page(ask, network, title),
      back: here,
      body: html`${heading(title, { caption: placement.name })}
<p class="govuk-body">Files that were saved or printed stay as they are.</p>
${form(action, button({ text: 'Stop naming it', preventDoubleClick: true }))}`,
    }
  }
  const title = 'Name the network on posters for this place?'
  return {
    ...page(ask, network, title),
    back: here,
    errors,
    body: html`${heading(title, { caption: placement.name })}
${warningText({ text: warning(network), iconFallbackText: 'Warning' })}
<p class="govuk-body">Ask the other leads first. The version without a name works anywhere.</p>
${form(
  action,
  checkboxes({
    name: 'understood',
    errorMessage: errorFor(errors, 'understood'),
    items: [
      { value: 'yes', text: 'The leads agree that what is made for this place names the network' },
    ],
  }),
  actions(
    button({ text: 'Name the network', preventDoubleClick: true }),
    html`<a class="govuk-link" href="${here}">Keep it without a name</a>`,
  ),
)}`,
  }
}

const warning = (network: Network): string =>
  network.findable === 'invited'
    ? 'This network is hidden. A poster with its name tells everyone who passes that it exists.'
    : 'Someone who is seen to scan a code under this name may be taken to be one of its members.'

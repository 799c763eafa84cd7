import { html, type Html } from '#kernel/html.ts'
import { dressed, filled, type Worded } from './attributes.ts'
import { content, either, type Maybe } from './content.ts'

export type DetailsParams = Worded & {
  summaryText?: string
  summaryHtml?: Maybe<Html>
  id?: string
  open?: boolean
}

/** More to read, for those who want it. */
export function details(params: DetailsParams): Html {
  const { id, open, summaryHtml, summaryText } = params
  return html`
<details${filled({ id })}${dressed('govuk-details', params)}${filled({ open })}>
  <summary class="govuk-details__summary">
    <span class="govuk-details__summary-text">
      ${either(summaryHtml, summaryText)}
    </span>
  </summary>
  <div class="govuk-details__text">
    ${content(params)}
  </div>
</details>`
}

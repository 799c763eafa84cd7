import { html, type Html } from '#kernel/html.ts'
import { type Attributes, filled, given } from './attributes.ts'
import { classes, content, either, type Maybe, type TextOrHtml } from './content.ts'

export type DetailsParams = TextOrHtml & {
  readonly summaryText?: string
  readonly summaryHtml?: Maybe<Html>
  readonly id?: string
  readonly open?: boolean
  readonly classes?: string
  readonly attributes?: Attributes
}

/** More to read, for those who want it. */
export function details(params: DetailsParams): Html {
  const { id, open, summaryHtml, summaryText } = params
  return html`
<details${filled({ id })} class="${classes('govuk-details', params.classes)}"${given(params.attributes)}${filled({ open })}>
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

import { html, type Html } from '#kernel/html.ts'
import { type Attributes, filled, given } from './attributes.ts'
import { classes, content, hasContent, isFilled, type Maybe, type TextOrHtml } from './content.ts'

export type LegendParams = TextOrHtml & {
  readonly classes?: string
  readonly isPageHeading?: boolean
}

export type FieldsetParams = {
  readonly legend?: LegendParams
  readonly describedBy?: string
  readonly role?: string
  readonly html?: Maybe<Html>
  readonly classes?: string
  readonly attributes?: Attributes
}

/** Fields that belong together, under one question. */
export function fieldset(params: FieldsetParams): Html {
  return html`
<fieldset class="${classes('govuk-fieldset', params.classes)}"${filled({
    role: params.role,
    'aria-describedby': params.describedBy,
  })}${given(params.attributes)}>
  ${params.legend && hasContent(params.legend) && legend(params.legend)}
  ${isFilled(params.html) && params.html}
</fieldset>`
}

function legend(params: LegendParams): Html {
  const words = content(params)
  return html`
<legend class="${classes('govuk-fieldset__legend', params.classes)}">
  ${params.isPageHeading ? html`<h1 class="govuk-fieldset__heading">${words}</h1>` : words}
</legend>`
}

import { html, type Html } from '#kernel/html.ts'
import { type Dressing, filled, given } from './attributes.ts'
import { classes, content, hasContent, isFilled, type Maybe, type TextOrHtml } from './content.ts'

export type LegendParams = TextOrHtml & {
  classes?: string
  isPageHeading?: boolean
}

export type FieldsetParams = Dressing & {
  legend?: LegendParams
  describedBy?: string
  role?: string
  html?: Maybe<Html>
}

/** Fields that belong together, under one question. */
export function fieldset(params: FieldsetParams): Html {
  const className = classes('govuk-fieldset', params.classes)
  const own = filled({ role: params.role, 'aria-describedby': params.describedBy })
  return html`
<fieldset class="${className}"${own}${given(params.attributes)}>
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

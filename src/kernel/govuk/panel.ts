import { html, type Html } from '#kernel/html.ts'
import { type Attributes, given } from './attributes.ts'
import { button } from './button.ts'
import { classes, content, either, hasContent, type Maybe, type TextOrHtml } from './content.ts'

/** A link, or a button where there is no address or the type is `button`. */
export type PanelAction = {
  readonly text: string
  readonly href?: string
  readonly type?: string
  readonly classes?: string
  readonly attributes?: Attributes
}

export type PanelParams = TextOrHtml & {
  readonly titleText?: string
  readonly titleHtml?: Maybe<Html>
  readonly headingLevel?: number | string
  /** Only where the classes hold `govuk-panel--interruption`. */
  readonly actions?: {
    readonly items?: readonly PanelAction[]
    readonly classes?: string
    readonly attributes?: Attributes
  }
  readonly classes?: string
  readonly attributes?: Attributes
}

/** The end of a journey, said large; or, as an interruption, a pause for thought on the way. */
export function panel(params: PanelParams): Html {
  const level = params.headingLevel || 1
  const isInterruption = Boolean(params.classes?.includes('govuk-panel--interruption'))
  const className = classes(
    'govuk-panel',
    !isInterruption && 'govuk-panel--confirmation',
    params.classes,
  )
  return html`
<div class="${className}"${given(params.attributes)}>
  <h${level} class="govuk-panel__title">
    ${either(params.titleHtml, params.titleText)}
  </h${level}>
  ${hasContent(params) && html`<div class="govuk-panel__body">${content(params)}</div>`}
  ${isInterruption && params.actions && actions(params.actions)}
</div>`
}

function actions({ items, ...params }: NonNullable<PanelParams['actions']>): Html {
  return html`
<div class="${classes('govuk-panel__actions', params.classes)}"${given(params.attributes)}>
  ${items?.length && html`<div class="govuk-button-group">${items.map(action)}</div>`}
</div>`
}

function action(params: PanelAction): Html {
  const { text, href, type, attributes } = params
  if (!href || type === 'button') {
    const className = classes('govuk-button--inverse', params.classes)
    return html` ${button({ text, href, attributes, type: type || 'button', classes: className })}`
  }
  const className = classes('govuk-link govuk-link--inverse', params.classes)
  return html` <a class="${className}" href="${href}"${given(attributes)}>${text}</a>`
}

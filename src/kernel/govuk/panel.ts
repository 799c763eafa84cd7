import { html, type Html } from '#kernel/html.ts'
import { type Dressing, dressed, given, type Worded } from './attributes.ts'
import { button } from './button.ts'
import { classes, content, either, hasContent, type Maybe } from './content.ts'

/** A link, or a button where there is no address or the type is `button`. */
export type PanelAction = Dressing & {
  text: string
  href?: string
  type?: string
}

export type PanelParams = Worded & {
  titleText?: string
  titleHtml?: Maybe<Html>
  headingLevel?: number | string
  /** Only where the classes hold `govuk-panel--interruption`. */
  actions?: Dressing & { items?: readonly PanelAction[] }
}

/** The end of a journey, said large; or, as an interruption, a pause for thought on the way. */
export function panel(params: PanelParams): Html {
  const level = params.headingLevel || 1
  const isInterruption = Boolean(params.classes?.includes('govuk-panel--interruption'))
  return html`
<div${dressed(classes('govuk-panel', !isInterruption && 'govuk-panel--confirmation'), params)}>
  <h${level} class="govuk-panel__title">
    ${either(params.titleHtml, params.titleText)}
  </h${level}>
  ${hasContent(params) && html`<div class="govuk-panel__body">${content(params)}</div>`}
  ${isInterruption && params.actions && actions(params.actions)}
</div>`
}

function actions({ items, ...params }: NonNullable<PanelParams['actions']>): Html {
  return html`
<div${dressed('govuk-panel__actions', params)}>
  ${items?.[0] && html`<div class="govuk-button-group">${items.map(action)}</div>`}
</div>`
}

function action(params: PanelAction): Html {
  const { text, href, type, attributes } = params
  if (!href || type === 'button') {
    const className = classes('govuk-button--inverse', params.classes)
    return html`
${button({ text, href, attributes, type: type || 'button', classes: className })}`
  }
  const className = classes('govuk-link govuk-link--inverse', params.classes)
  return html`
<a class="${className}" href="${href}"${given(attributes)}>${text}</a>`
}

import { html, type Html } from '#kernel/html.ts'
import { type Attributes, given } from './attributes.ts'
import { classes, content, type TextOrHtml } from './content.ts'
import { tag, type TagParams } from './tag.ts'

export type PhaseBannerParams = TextOrHtml & {
  readonly tag?: TagParams
  readonly classes?: string
  readonly attributes?: Attributes
}

/** How finished the service is, and where to say what is wrong with it. */
export function phaseBanner(params: PhaseBannerParams): Html {
  const { text, html: words, classes: tagClasses } = params.tag ?? {}
  const className = classes('govuk-phase-banner govuk-width-container', params.classes)
  return html`
<div class="${className}"${given(params.attributes)}>
  <p class="govuk-phase-banner__content">
    ${tag({ text, html: words, classes: classes('govuk-phase-banner__content__tag', tagClasses) })}
    <span class="govuk-phase-banner__text">
      ${content(params)}
    </span>
  </p>
</div>`
}

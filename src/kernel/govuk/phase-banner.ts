import { html, type Html } from '#kernel/html.ts'
import { dressed, type Worded } from './attributes.ts'
import { classes, content } from './content.ts'
import { tag, type TagParams } from './tag.ts'

export type PhaseBannerParams = Worded & {
  tag?: TagParams
}

/** How finished the service is, and where to say what is wrong with it. */
export function phaseBanner(params: PhaseBannerParams): Html {
  const { text, html: words, classes: tagClasses } = params.tag ?? {}
  return html`
<div${dressed('govuk-phase-banner govuk-width-container', params)}>
  <p class="govuk-phase-banner__content">
    ${tag({ text, html: words, classes: classes('govuk-phase-banner__content__tag', tagClasses) })}
    <span class="govuk-phase-banner__text">
      ${content(params)}
    </span>
  </p>
</div>`
}

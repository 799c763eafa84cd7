import { backLink } from '#kernel/govuk/back-link.ts'
import { breadcrumbs } from '#kernel/govuk/breadcrumbs.ts'
import { errorSummary } from '#kernel/govuk/error-summary.ts'
import { notificationBanner } from '#kernel/govuk/notification-banner.ts'
import { skipLink } from '#kernel/govuk/skip-link.ts'
import { html, type Html } from '#kernel/html.ts'
import { band, demoBanner, footer, header } from '#kernel/landmarks.ts'

export type FormError = { text: string; href: string }
export type Crumb = { text: string; href: string }

/** What a feature says about a page. */
export type Page = {
  /** What stands before ` - Guildhall` in the title; `Error: ` is put in front when there are errors. */
  title: string
  /** The content, with its own h1. */
  body: Html
  /** What the page is part of, such as a network's name: `Title - Section - Guildhall`. */
  section?: string
  /** Listed at the top of the content, each linked to its field. */
  errors?: FormError[]
  /** The way back: an address, or an address with words of its own. */
  back?: string | Crumb
  breadcrumbs?: Crumb[]
  /** The band above the content: the network's cloth and name, and its pages. */
  network?: {
    name: string
    slug: string
    sensitive: boolean
    tabs?: { text: string; href: string; current: boolean }[]
  }
  /** The whole width; otherwise a column about 65 characters wide. */
  wide?: boolean
  /** Load again after so many seconds, for pages that show progress. */
  refresh?: number
  /** A line about the page for search engines and shared links. */
  description?: string
  robots?: 'none'
  alternate?: { type: string; title: string; href: string }[]
}

/** What surrounds every page: who is looking, and how they want it to look. */
export type Frame = {
  /** The address asked for, without what was searched for: where we are, and what to come back to. */
  path: string
  viewer: { name: string; administrator: boolean } | null
  /** The token of the sign-out form; empty when nobody is signed in. */
  token: string
  /** Shown once, after a redirect. */
  notice?: { text: string; kind: 'success' | 'info' }
  theme: 'system' | 'light' | 'dark' | 'contrast'
  /** An asset's name → its address. */
  asset: (name: string) => string
  /** Sample data: every page says that its people are made up. */
  demo?: boolean
  /** Where the site is, such as `https://guildhall.example`, on pages that anyone may share: for their picture. */
  origin?: string
}

/** A whole page, from the doctype on. The same for every stranger, apart from the theme. */
export function layout(page: Page, frame: Frame): string {
  const text = html`<!DOCTYPE html>
<html lang="en-GB" class="govuk-template" data-theme="${frame.theme}">
<head>${head(page, frame)}
</head>
<body class="govuk-template__body">
${skipLink({ href: '#main-content', text: 'Skip to main content' })}
${header(frame)}
<div class="gh-page">
${frame.demo && demoBanner()}
${page.network && band(page.network, page.title)}
<div class="govuk-width-container">
${wayBack(page)}
<main class="govuk-main-wrapper" id="main-content">
${main(page, frame)}
</main>
</div>
</div>
${footer(page, frame)}
</body>
</html>
`
  return text.toString()
}

/** The text of `<title>`. */
export function titleOf({
  title,
  section,
  errors,
}: Pick<Page, 'title' | 'section' | 'errors'>): string {
  const parts = [title, section !== title && section, 'Guildhall'].filter(Boolean)
  return (errors?.length ? 'Error: ' : '') + parts.join(' - ')
}

function head(page: Page, { asset, theme, origin }: Frame): Html {
  const title = titleOf(page)
  return html`
<meta charset="utf-8">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="${schemes[theme]}">
${page.description && html`<meta name="description" content="${page.description}">`}
${page.robots && html`<meta name="robots" content="noindex, nofollow">`}
<link rel="preload" href="${asset('font')}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${asset('css')}">
<link rel="modulepreload" href="${asset('govuk')}">
<script type="module" src="${asset('script')}"></script>
<link rel="icon" href="${asset('favicon')}" type="image/svg+xml" sizes="any">
<link rel="apple-touch-icon" href="${asset('touch')}">
${page.alternate?.map(
  ({ type, title, href }) =>
    html`<link rel="alternate" type="${type}" title="${title}" href="${href}">`,
)}
${
  !page.robots &&
  html`<meta property="og:title" content="${page.title}">
<meta property="og:site_name" content="Guildhall">
${origin && html`<meta property="og:image" content="${origin}${asset('social')}">`}`
}`
}

const schemes = { system: 'light dark', light: 'light', dark: 'dark', contrast: 'dark' }

function wayBack({ back, breadcrumbs: items }: Page): Html | undefined {
  if (items?.length) return breadcrumbs({ items })
  if (back) return backLink(typeof back === 'string' ? { href: back } : back)
  return undefined
}

function main(page: Page, { notice }: Frame): Html {
  const errors = page.errors ?? []
  const news = html`${
    errors.length > 0 && errorSummary({ titleText: 'There is a problem', errorList: errors })
  }${notice && notificationBanner({ text: notice.text, ...(notice.kind === 'success' && { type: 'success' }) })}`
  const column = (inside: Html) =>
    html`<div class="govuk-grid-row"><div class="govuk-grid-column-two-thirds">${inside}</div></div>`
  if (!page.wide) return column(html`${news}${page.body}`)
  return html`${(errors.length > 0 || notice) && column(news)}${page.body}`
}

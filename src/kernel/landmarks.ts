import { phaseBanner } from '#kernel/govuk/phase-banner.ts'
import { serviceNavigation } from '#kernel/govuk/service-navigation.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Crumb, Frame, Page } from '#kernel/layout.ts'
import { mark, wordmark } from '#kernel/mark.ts'
import { emblem } from '#kernel/pieces.ts'
import { weave } from '#kernel/weave.ts'

/** The top of every page: the way home, who is signed in, and the main parts. */
export function header({ path, viewer, token }: Frame): Html {
  return html`<header class="govuk-template__header gh-header">
<div class="govuk-width-container gh-header__row">
<a class="gh-wordmark" href="${viewer ? '/home' : '/'}">${wordmark()}</a>
<ul class="gh-account">
${
  viewer
    ? html`<li><a class="govuk-link govuk-link--no-visited-state" href="/account">${viewer.name}</a></li>
<li><form action="/sign-out" method="post"><input type="hidden" name="token" value="${token}"><button type="submit" class="gh-link-button">Sign out</button></form></li>`
    : html`<li><a class="govuk-link govuk-link--no-visited-state" href="/sign-in">Sign in</a></li>`
}
</ul>
</div>
${serviceNavigation({
  navigationLabel: 'Main',
  collapseNavigationOnMobile: false,
  navigation: destinations(viewer).map((item) => ({
    ...item,
    ...whereWeAre(item.href, path, viewer),
  })),
})}
</header>`
}

/** Says on every page of the sample that all of it is made up. */
export function demoBanner(): Html {
  return phaseBanner({
    tag: { text: 'Sample' },
    html: html`Everyone and everything here is made up, and no email leaves. Sign-in codes are in the <a class="govuk-link" href="/outbox">outbox</a>.`,
  })
}

/** The band above the content of a network's pages: its cloth, its name and its tabs. */
export function band(
  { name, slug, sensitive, tabs }: NonNullable<Page['network']>,
  title: string,
): Html {
  // Where the page's own heading is the network's name, the band need not say it twice.
  const named = html`<p class="gh-band__name"><a href="/networks/${slug}">${name}</a></p>`
  return html`<div class="gh-band">${weave(name, { sensitive, height: 105 })}
<div class="govuk-width-container">
<div class="gh-band__title">${emblem(name, { sensitive })}${title !== name && named}</div>
${tabs?.length && html`<nav aria-label="${name}"><ul class="gh-tabs">${tabs.map(tab)}</ul></nav>`}
</div>
</div>`
}

/** The foot of every page. */
export function footer(page: Page, { path }: Frame): Html {
  const links = [
    ['Accessibility', '/accessibility'],
    ['Privacy', '/privacy'],
    ['Appearance', appearance(page, path)],
    ['Guide', '/guide'],
  ] as const
  return html`<footer class="govuk-template__footer gh-footer">
<div class="govuk-width-container gh-footer__row">
${mark(38)}
<div class="gh-footer__words">
<ul class="gh-footer__list">${links.map(
    ([text, href]) =>
      html`<li><a class="govuk-link govuk-link--no-visited-state" href="${href}">${text}</a></li>`,
  )}</ul>
<p>Guildhall is a home for networks of people in public service. It is open-source software, free to use and change under the MIT licence.</p>
</div>
</div>
</footer>`
}

function destinations(viewer: Frame['viewer']): Crumb[] {
  return [
    ...(viewer ? [{ text: 'Home', href: '/home' }] : []),
    { text: 'Networks', href: '/networks' },
    { text: 'Join', href: '/join' },
    { text: 'Start a network', href: '/networks/new' },
    { text: 'Guide', href: '/guide' },
    ...(viewer?.administrator ? [{ text: 'Admin', href: '/admin' }] : []),
  ]
}

/** Of the parts whose address begins this one, the longest is where we are. */
function whereWeAre(href: string, address: string, viewer: Frame['viewer']) {
  const path = address.split(/[?#]/)[0]!
  const around = destinations(viewer)
    .map((item) => item.href)
    .filter((start) => path === start || path.startsWith(`${start}/`))
  const nearest = around.sort((a, b) => b.length - a.length)[0]
  return { current: href === path, active: href === nearest }
}

function tab({ text, href, current }: { text: string; href: string; current: boolean }): Html {
  const here = current && html` aria-current="page"`
  return html`<li><a class="govuk-link govuk-link--no-visited-state gh-tabs__link" href="${href}"${here}>${text}</a></li>`
}

// From a page that search engines must not know, or that has errors, there is no way back that keeps
// what is on it; and the page for what is not there says nothing of the address asked for.
function appearance({ robots, errors }: Page, path: string): string {
  if (robots || errors?.length) return '/appearance'
  return `/appearance?${new URLSearchParams({ next: path })}`
}

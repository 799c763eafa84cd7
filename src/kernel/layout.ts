import { attributes, html, raw, type Html } from './html.ts'

export type FormError = { text: string; href: string }
export type Crumb = { text: string; href: string }
export type Page = {
  title: string
  body: Html
  section?: string
  errors?: FormError[]
  back?: string | Crumb
  breadcrumbs?: Crumb[]
  network?: { name: string; slug: string; sensitive: boolean; tabs?: { text: string; href: string; current: boolean }[] }
  wide?: boolean
  refresh?: number
  description?: string
  robots?: 'none'
  alternate?: { type: string; title: string; href: string }[]
}
export type Frame = {
  path: string
  viewer: { name: string; administrator: boolean } | null
  token: string
  notice?: { text: string; kind: 'success' | 'info' }
  theme: 'system' | 'light' | 'dark' | 'contrast'
  asset: (name: string) => string
  demo?: boolean
}

/** The whole document of a page. */
export function layout(page: Page, frame: Frame): string {
  return `<!doctype html>${html`<html lang="en-GB"><head><meta charset="utf-8"><title>${page.errors?.length ? 'Error: ' : ''}${page.title} - Guildhall</title><link rel="stylesheet" href="${frame.asset('css')}"></head><body>${frame.viewer && raw(`<form action="/sign-out" method="post"><input type="hidden" name="token" value="${frame.token}"><button>Sign out</button></form>`)}<main id="main-content"${attributes({})}>${page.errors?.map((error) => html`<a href="${error.href}">${error.text}</a>`)}${page.body}</main></body></html>`}`
}

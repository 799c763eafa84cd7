import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { isAutomated } from './automated.ts'
import { readBody, tidy, tidyAll } from './body.ts'
import type { Ask, Fields, Redirect } from './http.ts'
import type { Frame } from './layout.ts'
import { machineOf } from './limits.ts'
import { stranger, type Person, type Viewer } from './viewer.ts'

/** A request being answered: what features see of it (`ask`), and the cookies that will go with the answer. */
export type Asking = {
  ask: Ask
  /** Forgets cookies set by a try that was turned back. */
  restart(): void
  /** Throws StalePage when the form is not one of ours, opened in this browser. */
  checkToken(): void
  /** Keeps a text for the next page, in a cookie. */
  noteNotice(text: string): void
  hasCookies(): boolean
  /** Puts the cookies that were set and cleared into the answer. */
  writeCookies(): void
}

/** The page had been open too long, or the form did not come from us. */
export class StalePage extends Error {}

/** The cookie that holds a session's token; the `__Host-` prefix is put in front where the site is https. */
export const sessionCookie = 'session'

/** Reads a request, its body included unless it could not be read. Nobody is recognised yet. */
export async function makeAsk(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  options: { withoutBody?: boolean } = {},
): Promise<Asking> {
  const prefix = app.config.secure ? '__Host-' : ''
  const set = new Map<string, { value: string; days?: number } | null>()
  const cookie = (name: string) =>
    set.has(name) ? set.get(name)?.value : request.cookies?.[prefix + name] || undefined
  const { fields, files } = options.withoutBody
    ? { fields: {}, files: {} }
    : await readBody(request)
  const path = request.url.split('?')[0]!
  const ask: Ask = {
    viewer: stranger,
    get me(): Person {
      if (this.viewer.kind !== 'person') throw new StalePage()
      return this.viewer
    },
    method: request.method,
    path,
    url: request.url,
    params: Object.fromEntries(
      Object.entries((request.params ?? {}) as Record<string, string>).map(([name, value]) => [
        name,
        tidy(value),
      ]),
    ),
    query: tidyAll((request.query ?? {}) as Fields),
    body: fields,
    files,
    from: machineOf(request.ip),
    agent: tidy(request.headers['user-agent'] ?? '').slice(0, 200),
    automated: isAutomated(request.method, request.headers),
    cookie,
    setCookie: (name, value, more) => void set.set(name, { value, days: more?.days }),
    clearCookie: (name) => void set.set(name, null),
    clearCookies() {
      for (const name of Object.keys(request.cookies ?? {}))
        if (name.startsWith(prefix) && name !== `${prefix}theme`)
          set.set(name.slice(prefix.length), null)
    },
    app,
  }
  return {
    ask,
    restart: () => set.clear(),
    checkToken() {
      const given = Buffer.from(String(fields['token'] ?? ''))
      const secret = secretOf(ask)
      const right = secret ? Buffer.from(tokenOf(app, secret)) : undefined
      if (!right || given.length !== right.length || !timingSafeEqual(given, right))
        throw new StalePage()
    },
    noteNotice: (text) => void set.set('notice', { value: app.db.keys.sign('notice', text) }),
    hasCookies: () => set.size > 0,
    writeCookies() {
      const basics = {
        path: '/',
        httpOnly: true,
        secure: app.config.secure,
        sameSite: 'lax' as const,
      }
      for (const [name, wanted] of set) {
        if (wanted)
          reply.setCookie(prefix + name, wanted.value, {
            ...basics,
            maxAge: wanted.days && wanted.days * 86_400,
          })
        else reply.clearCookie(prefix + name, basics)
      }
    },
  }
}

/** To the sign-in page, and back again afterwards. What was posted cannot be kept across it, and the page says so. */
export function wantsSession(ask: Ask): Redirect {
  if (ask.method === 'GET') return { redirect: `/sign-in?next=${encodeURIComponent(ask.url)}` }
  return {
    redirect: '/sign-in',
    notice: 'You had been signed out, so nothing was changed. Sign in, then try again.',
  }
}

/** The token that goes into the forms of a page. A stranger without one yet gets a cookie to hold its secret. */
export function tokenFor(asking: Asking, viewer: Viewer): string {
  const { ask } = asking
  if (!secretOf(ask) || (viewer.kind === 'stranger' && !ask.cookie('form')))
    ask.setCookie('form', randomBytes(16).toString('base64url'))
  return tokenOf(ask.app, secretOf(ask)!)
}

/** The text kept for the next page, once. */
export function readNotice(asking: Asking): string | undefined {
  const token = asking.ask.cookie('notice')
  if (!token) return undefined
  asking.ask.clearCookie('notice')
  return asking.ask.app.db.keys.verify('notice', token)
}

/** What surrounds a page: who is looking, at which address, and how they want it to look. */
export function frameOf(
  app: App,
  ask: Ask,
  viewer: Viewer,
  notice: string | undefined,
  asset: Frame['asset'],
): Frame {
  const theme = ask.cookie('theme') as Frame['theme'] | undefined
  return {
    path: ask.path,
    viewer:
      viewer.kind === 'person' ? { name: viewer.name, administrator: viewer.administrator } : null,
    token: viewer.kind === 'person' ? tokenOf(app, secretOf(ask) ?? '') : '',
    notice: notice ? { text: notice, kind: 'success' } : undefined,
    theme: theme && ['light', 'dark', 'contrast'].includes(theme) ? theme : 'system',
    asset,
    demo: app.config.demo,
  }
}

const secretOf = (ask: Ask) => ask.cookie(sessionCookie) ?? ask.cookie('form')
const tokenOf = (app: App, secret: string) => app.db.keys.tag('form', secret).toString('base64url')

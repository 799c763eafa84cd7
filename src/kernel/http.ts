import type { App } from './app.ts'
import { allowed, found, type Tx } from './db.ts'
import type { Page } from './layout.ts'
import { isId, type Id, type Person, type Viewer } from './viewer.ts'

/** What a handler is asked: the request as features meet it. Text is trimmed, well-formed and free of NUL, its lines end in \n. */
export type Ask = {
  viewer: Viewer
  /** The signed-in person. Throws on an open route when nobody is signed in. */
  readonly me: Person
  method: string
  /** The address without its query, such as `/networks/example`. */
  path: string
  /** The address as asked, with its query. */
  url: string
  params: Record<string, string>
  query: Fields
  body: Fields
  files: Record<string, Upload>
  /** The address of the asking machine; only for rate limits, never kept. */
  from: string
  agent: string
  /** A machine asks of its own accord, and says so: to look ahead, to draw a preview, to check a link. */
  automated: boolean
  cookie(name: string): string | undefined
  /** Sets a cookie of this site; `days` makes it outlive the browser's session. */
  setCookie(name: string, value: string, options?: { days?: number }): void
  clearCookie(name: string): void
  /** Clears what this browser keeps for whoever was signed in: all cookies but the one that says how pages look. */
  clearCookies(): void
  app: App
}

/** Names and what was given for them: a repeated name gives a list. */
export type Fields = Record<string, string | string[]>

export type Upload = { filename: string; bytes: Buffer; tooLarge: boolean }

/** A page. `share` lets proxies keep a stranger's copy for a few seconds: only for what every stranger may see. */
export type View = Page & { status?: number; share?: boolean }

/** Go elsewhere: after a form (303), or since what is asked for is there now (302). `notice` is shown once on the next page. */
export type Redirect = { redirect: string; notice?: string; status?: 302 | 303 }

/** Anything but a page: a file, JSON, a feed. */
export type Data = {
  type: string
  content: string | Buffer
  filename?: string
  status?: number
  share?: boolean
}

export type Reply = View | Redirect | Data
/** A reply that takes a while to make: it is begun once the transaction is over, so that nobody waits for it. */
export type Later = () => Promise<Reply>
export type Handler = (tx: Tx, ask: Ask) => Promise<Reply | Later> | Reply | Later
/** `failing` is what a machine gets, in place of a page for people, when the work cannot be done. */
export type Route = {
  method: 'GET' | 'POST'
  path: string
  open: boolean
  handler: Handler
  failing?: Data
}

/** A page for signed-in people. */
export const get = (path: string, handler: Handler): Route => ({
  method: 'GET',
  path,
  open: false,
  handler,
})
/** A change by signed-in people. */
export const post = (path: string, handler: Handler): Route => ({
  method: 'POST',
  path,
  open: false,
  handler,
})
/** The same for everyone, signed in or not. */
export const open = {
  get: (path: string, handler: Handler): Route => ({ method: 'GET', path, open: true, handler }),
  post: (path: string, handler: Handler): Route => ({ method: 'POST', path, open: true, handler }),
}

/** Pages and changes by administrators; anyone else who is signed in is told that they are not theirs. */
export const administrators = {
  get: (path: string, handler: Handler): Route => get(path, byAdministrators(handler)),
  post: (path: string, handler: Handler): Route => post(path, byAdministrators(handler)),
}

/** On to another address; `notice` is shown there, once. */
export const redirect = (to: string, notice?: string): Redirect => ({ redirect: to, notice })

/** A file to keep. The name is made safe for the header. */
export const download = (filename: string, type: string, content: string | Buffer): Data => ({
  type,
  content,
  filename,
})

/** One value of a field: the first, when it was repeated; '' when it is missing. */
export function one(fields: Fields, name: string): string {
  const value = fields[name]
  return (Array.isArray(value) ? value[0] : value) ?? ''
}

/** All values of a field, empty ones left out. */
export function all(fields: Fields, name: string): string[] {
  const value = fields[name]
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).filter(
    (each) => each !== '',
  )
}

/** The id in an address, by the name that its route gives it. What is no id leads to nothing: 404. */
export function idIn({ params }: Pick<Ask, 'params'>, name = 'id'): Id {
  const id = params[name] ?? ''
  return found(isId(id) ? id : undefined)
}

/** An address of ours to go on to, or the fallback: never another site's. */
export function ownAddress(address: string, fallback: string): string {
  return /^\/(?![/\\])[!-[\]-~]*$/.test(address) ? address : fallback
}

function byAdministrators(handler: Handler): Handler {
  return (tx, ask) => {
    allowed(ask.me.administrator)
    return handler(tx, ask)
  }
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { Unreadable } from './body.ts'
import { Forbidden, NotFound, type Tx } from './db.ts'
import { errorPage } from './errors.ts'
import type { Data, Handler, Later, Reply, View } from './http.ts'
import { TooMany } from './limits.ts'
import { log } from './log.ts'
import { makeAsk, sessionCookie, StalePage, wantsSession, type Asking } from './request.ts'
import { render, sendOwn, sendShared } from './sending.ts'
import type { Sharing } from './sharing.ts'
import { stranger, type Viewer } from './viewer.ts'

/** What a request is answered with: the part of a route that matters once it was found. */
export type Work = { open: boolean; handler: Handler; failing?: Data }

/** Where no route leads: the same page as for what the viewer may not see. */
export const nowhere: Work = {
  open: true,
  handler: () => {
    throw new NotFound()
  },
}

/** Answers a request in one transaction with the viewer's rights; what goes wrong becomes a page that says so. */
export async function answer(
  app: App,
  shared: Sharing,
  request: FastifyRequest,
  reply: FastifyReply,
  work: Work,
): Promise<FastifyReply> {
  // A stranger without a cookie gets what every stranger gets: it may be kept for a few seconds.
  const shareable = request.method === 'GET' && !request.headers.cookie
  const kept = shareable ? shared.find(request.url) : undefined
  if (kept) return sendShared(request, reply, kept)
  const asking = await makeAsk(app, request, reply)
  const done = await retried(() => inTransaction(app, asking, work))
    .then(async ({ reply: made, viewer }) => {
      if (request.method === 'POST') shared.forget()
      return { reply: typeof made === 'function' ? await made() : made, viewer }
    })
    .catch((error: unknown) => ({
      reply: work.failing ?? pageFor(app, error, request),
      viewer: asking.ask.viewer,
    }))
  const sent = render(app, asking, done.reply, done.viewer)
  asking.writeCookies()
  if (shareable && sent.share && done.viewer.kind === 'stranger' && !asking.hasCookies())
    return sendShared(request, reply, shared.keep(request.url, sent))
  return sendOwn(reply, sent)
}

/** Answers a request that never got to its work: a body too large or unreadable, or a fault of ours on the way. */
export async function refuse(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  error: unknown,
): Promise<FastifyReply> {
  const { statusCode = 500 } = error as { statusCode?: number }
  const theirs = error instanceof Unreadable || (statusCode >= 400 && statusCode < 500)
  const page =
    statusCode === 413
      ? errorPage('too-large')
      : theirs
        ? errorPage('unreadable')
        : brokenPage(app, error, request)
  const asking = await makeAsk(app, request, reply, { withoutBody: true })
  return sendOwn(reply, render(app, asking, page, stranger))
}

function inTransaction(
  app: App,
  asking: Asking,
  work: Work,
): Promise<{ reply: Reply | Later; viewer: Viewer }> {
  const { ask } = asking
  asking.restart()
  const token = ask.cookie(sessionCookie)
  const invited = ask.cookie('invitation')
  const invitation = invited ? app.db.keys.verify('invitation', invited) : undefined
  const identify = async (tx: Tx) => {
    const viewer = (token && (await app.identify(tx, token))) || stranger
    return invitation ? { ...viewer, invitation } : viewer
  }
  return app.db.asWhoever(identify, async (tx) => {
    ask.viewer = tx.viewer
    if (ask.method === 'POST') asking.checkToken()
    if (!work.open && tx.viewer.kind !== 'person')
      return { reply: wantsSession(ask), viewer: tx.viewer }
    const reply = await work.handler(tx, ask)
    return { reply, viewer: ask.viewer }
  })
}

/** Two at once may meet in the database and one be turned back: it is tried again, whole. */
async function retried<T>(work: () => Promise<T>, tries = 3): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (tries > 1 && ['40001', '40P01'].includes((error as { code?: string }).code ?? ''))
      return retried(work, tries - 1)
    throw error
  }
}

function pageFor(app: App, error: unknown, request: FastifyRequest): View {
  if (error instanceof NotFound) return errorPage('not-found')
  if (error instanceof Forbidden) return errorPage('forbidden')
  if (error instanceof TooMany) return errorPage('too-many', error.minutes)
  if (error instanceof StalePage) return errorPage('stale')
  // A malformed id in an address is an address of nothing.
  if ((error as { code?: string }).code === '22P02' && request.method === 'GET')
    return errorPage('not-found')
  return brokenPage(app, error, request)
}

function brokenPage(app: App, error: unknown, { method, routeOptions }: FastifyRequest): View {
  log(app, 'error', `${method} ${routeOptions.url ?? 'to no page'} failed.`, error)
  return errorPage('broken')
}

import { createHash } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { assets, findAsset } from './assets.ts'
import { Forbidden, NotFound, type Tx } from './db.ts'
import { errorPage } from './errors.ts'
import { tokenMark } from './forms.ts'
import type { Data, Handler, Reply, Route, View } from './http.ts'
import { layout } from './layout.ts'
import { TooMany } from './limits.ts'
import { sharing } from './sharing.ts'
import {
  frameOf,
  makeAsk,
  readNotice,
  sessionCookie,
  StalePage,
  tokenFor,
  wantsSession,
  type Asking,
} from './request.ts'
import { stranger, type Viewer } from './viewer.ts'

/** The web server of an app: every route runs in one transaction with the viewer's rights. */
export async function makeServer(app: App): Promise<FastifyInstance> {
  const server = fastify({
    trustProxy: app.config.trustProxy,
    bodyLimit: 1024 * 1024,
    forceCloseConnections: true,
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
    logger:
      app.config.log === 'info'
        ? { redact: ['req.url', 'req.remoteAddress'], level: 'info' }
        : false,
  })
  await server.register(helmet, headers(app.config.secure))
  await server.register(compress, {
    global: true,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { 1: 4 } },
  })
  await server.register(cookie)
  await server.register(formbody, { bodyLimit: 1024 * 1024 })
  await server.register(multipart, {
    limits: { fileSize: 10 * 1024 * 1024, files: 1, fields: 200, fieldSize: 100_000 },
    throwFileSizeLimit: false,
  })
  server.get('/assets/*', (request, reply) => sendAsset(request, reply))
  const shared = sharing()
  for (const feature of app.features)
    for (const route of feature.routes ?? []) addRoute(server, app, route, shared)
  server.setNotFoundHandler((request, reply) =>
    answer(
      app,
      request,
      reply,
      {
        open: true,
        handler: () => {
          throw new NotFound()
        },
      },
      shared,
    ),
  )
  server.setErrorHandler(async (error, request, reply) => {
    const page = errorPage(
      (error as { statusCode?: number }).statusCode === 413 ? 'too-large' : 'broken',
      request.url,
    )
    if (page.status === 500)
      console.error(
        `An answer failed (${request.method} ${request.routeOptions.url ?? 'no route'}):`,
        error,
      )
    await send(app, request, reply, page, { viewer: stranger, shareable: false })
  })
  return server
}

type Work = { open: boolean; handler: Handler; failing?: Data }

function addRoute(
  server: FastifyInstance,
  app: App,
  route: Route,
  shared: ReturnType<typeof sharing>,
): void {
  const run = (request: FastifyRequest, reply: FastifyReply) =>
    answer(app, request, reply, route, shared)
  server.route({ method: route.method, url: route.path, handler: run })
}

async function answer(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  work: Work,
  shared: ReturnType<typeof sharing>,
): Promise<FastifyReply> {
  // A stranger without a cookie gets what every stranger gets: it may be kept for a few seconds.
  const shareable = request.method === 'GET' && !request.headers.cookie
  const kept = shareable ? shared.find(request.url) : undefined
  if (kept) return sendShared(request, reply, kept)
  const asking = await makeAsk(app, request, reply)
  let reply_: Reply
  let viewer: Viewer = stranger
  try {
    const done = await retried(() => inTransaction(app, asking, work))
    reply_ = done.reply
    viewer = done.viewer
  } catch (error) {
    reply_ = work.failing ?? errorReply(error, request)
    viewer = asking.ask.viewer
  }
  if (request.method !== 'GET') shared.forget()
  const sent = render(app, asking, reply_, viewer)
  asking.writeCookies()
  if (shareable && sent.share && viewer.kind === 'stranger' && !asking.hasCookies()) {
    return sendShared(request, reply, shared.keep(request.url, sent))
  }
  if (sent.redirect !== undefined)
    return reply
      .code(303)
      .header('cache-control', 'no-store')
      .header('location', sent.redirect)
      .send('')
  return reply
    .code(sent.status)
    .header('cache-control', 'private, no-store')
    .header('vary', 'Cookie')
    .headers(
      sent.filename ? { 'content-disposition': `attachment; filename="${sent.filename}"` } : {},
    )
    .type(sent.type)
    .send(sent.content)
}

function inTransaction(
  app: App,
  asking: Asking,
  work: Work,
): Promise<{ reply: Reply; viewer: Viewer }> {
  const { ask } = asking
  asking.restart()
  const token = ask.cookie(sessionCookie)
  const invited = ask.cookie('invitation')
  const invitation = invited ? app.db.keys.verify('invitation', invited) : undefined
  const identify = async (tx: Tx) => ({
    ...((token && (await app.identify(tx, token))) || stranger),
    invitation,
  })
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

function errorReply(error: unknown, request: FastifyRequest): View {
  if (error instanceof NotFound) return errorPage('not-found', request.url)
  if (error instanceof Forbidden) return errorPage('forbidden', request.url)
  if (error instanceof TooMany) return errorPage('too-many', request.url, error.minutes)
  if (error instanceof StalePage) return errorPage('stale', request.url)
  // A malformed id in an address is an address of nothing.
  if ((error as { code?: string }).code === '22P02' && request.method === 'GET')
    return errorPage('not-found', request.url)
  console.error(
    `An answer failed (${request.method} ${request.routeOptions.url ?? 'no route'}):`,
    error,
  )
  return errorPage('broken', request.url)
}

type Sent = {
  status: number
  type: string
  content: string | Buffer
  share: boolean
  filename?: string
  redirect?: string
}

function render(app: App, asking: Asking, reply: Reply, viewer: Viewer): Sent {
  if ('redirect' in reply) {
    if (reply.notice) asking.noteNotice(reply.notice)
    return { status: 303, type: 'text/plain', content: '', share: false, redirect: reply.redirect }
  }
  if ('content' in reply) return data(reply)
  const notice = readNotice(asking)
  const frame = frameOf(
    app,
    asking.ask,
    viewer,
    notice,
    (name: string) => assets()[name as keyof ReturnType<typeof assets>],
  )
  const page = layout(reply, frame)
  const content = page.includes(tokenMark)
    ? page.replaceAll(tokenMark, tokenFor(asking, viewer))
    : page
  return {
    status: reply.status ?? (reply.errors?.length ? 422 : 200),
    type: 'text/html; charset=utf-8',
    content,
    share: reply.share === true && !notice,
  }
}

function data(reply: Data): Sent {
  const filename = reply.filename?.replace(/[^\w .()-]+/g, '-').slice(0, 150)
  return {
    status: reply.status ?? 200,
    type: reply.type,
    content: reply.content,
    share: reply.share === true,
    filename,
  }
}

async function send(
  app: App,
  request: FastifyRequest,
  reply: FastifyReply,
  page: View,
  as: { viewer: Viewer; shareable: boolean },
): Promise<void> {
  const asking = await makeAsk(app, request, reply, { withoutBody: true })
  const sent = render(app, asking, page, as.viewer)
  await reply
    .code(sent.status)
    .header('cache-control', 'private, no-store')
    .type(sent.type)
    .send(sent.content)
}

function sendShared(
  request: FastifyRequest,
  reply: FastifyReply,
  kept: { etag: string; type: string; content: string | Buffer },
): FastifyReply {
  reply
    .header('cache-control', 'public, max-age=15')
    .header('vary', 'Cookie, Accept-Encoding')
    .header('etag', kept.etag)
  if (request.headers['if-none-match']?.includes(kept.etag.replace(/^W\//, '')))
    return reply.code(304).send()
  return reply.type(kept.type).send(kept.content)
}

function sendAsset(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const asset = findAsset(request.url.split('?')[0]!)
  if (!asset) return reply.code(404).type('text/plain').send('Not found')
  const accepts = request.headers['accept-encoding'] ?? ''
  const [encoding, body] =
    accepts.includes('br') && asset.brotli
      ? ['br', asset.brotli]
      : accepts.includes('gzip') && asset.gzip
        ? ['gzip', asset.gzip]
        : ['identity', asset.body]
  reply
    .header('cache-control', 'public, max-age=31536000, immutable')
    .header('vary', 'Accept-Encoding')
    .header('x-no-compression', '1')
    .type(asset.type)
  if (encoding !== 'identity') reply.header('content-encoding', encoding)
  return reply.send(body)
}

function headers(secure: boolean) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' as const },
    frameguard: { action: 'deny' as const },
    strictTransportSecurity: secure ? { maxAge: 31536000, includeSubDomains: true } : false,
    crossOriginEmbedderPolicy: false,
  }
}

/** A strong name for exactly these bytes. */
export const etagOf = (content: string | Buffer): string =>
  `"${createHash('sha1').update(content).digest('base64url')}"`

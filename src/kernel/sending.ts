import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { assets, findAsset, type Assets } from './assets.ts'
import { tokenMark } from './forms.ts'
import type { Data, Reply, View } from './http.ts'
import { layout } from './layout.ts'
import { frameOf, readNotice, tokenFor, type Asking } from './request.ts'
import type { Kept } from './sharing.ts'
import type { Viewer } from './viewer.ts'

/** A reply in bytes, before it is sent. `share`: the same for every stranger. */
export type Sent = {
  status: number
  type: string
  content: string | Buffer
  share: boolean
  filename?: string
  redirect?: string
  /** Seconds after which the browser asks again. */
  refresh?: number
}

/** Makes a whole page of a view, with its notice and the token of its forms; a file and a redirect stay what they are. */
export function render(app: App, asking: Asking, reply: Reply, viewer: Viewer): Sent {
  if ('redirect' in reply) {
    if (reply.notice) asking.noteNotice(reply.notice)
    const { status = 303, redirect } = reply
    return { status, type: 'text/plain', content: '', share: false, redirect }
  }
  return 'content' in reply ? fileOf(reply) : pageOf(app, asking, reply, viewer)
}

/** Sends what is for one viewer alone: nothing on the way may keep it. */
export function sendOwn(reply: FastifyReply, sent: Sent): FastifyReply {
  if (sent.redirect !== undefined)
    return reply
      .code(sent.status)
      .header('cache-control', 'no-store')
      .header('location', sent.redirect)
      .send('')
  if (sent.refresh) reply.header('refresh', String(sent.refresh))
  if (sent.filename) reply.header('content-disposition', `attachment; filename="${sent.filename}"`)
  return reply
    .code(sent.status)
    .header('cache-control', 'private, no-store')
    .header('vary', 'Cookie')
    .type(sent.type)
    .send(sent.content)
}

/** Sends what is the same for every stranger: anything on the way may keep it for a few seconds. */
export function sendShared(request: FastifyRequest, reply: FastifyReply, kept: Kept): FastifyReply {
  reply
    .header('cache-control', 'public, max-age=15')
    .header('vary', 'Cookie, Accept-Encoding')
    .header('etag', kept.etag)
  if (request.headers['if-none-match']?.includes(kept.etag.replace(/^W\//, '')))
    return reply.code(304).send()
  return reply.type(kept.type).send(kept.content)
}

/** Sends a style sheet, script, font or picture, which browsers keep for ever. */
export function sendAsset(request: FastifyRequest, reply: FastifyReply): FastifyReply {
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

/** Answers an address that cannot be read, such as one with half a letter in it. */
export function sendNowhere(reply: FastifyReply): FastifyReply {
  return reply
    .code(404)
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .type('text/plain; charset=utf-8')
    .send('There is no page at this address.\n')
}

function pageOf(app: App, asking: Asking, view: View, viewer: Viewer): Sent {
  const notice = readNotice(asking)
  const frame = frameOf(app, asking.ask, viewer, notice, (name) => assets()[name as keyof Assets])
  const page = layout(view, view.share ? { ...frame, origin: app.config.baseUrl } : frame)
  const content = page.includes(tokenMark)
    ? page.replaceAll(tokenMark, tokenFor(asking, viewer))
    : page
  return {
    status: view.status ?? (view.errors?.length ? 422 : 200),
    type: 'text/html; charset=utf-8',
    content,
    share: view.share === true && !notice,
    refresh: view.refresh,
  }
}

function fileOf(reply: Data): Sent {
  const filename = reply.filename?.replace(/[^\w .()-]+/g, '-').slice(0, 150)
  return {
    status: reply.status ?? 200,
    type: reply.type,
    content: reply.content,
    share: reply.share === true,
    filename,
  }
}

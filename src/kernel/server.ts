import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import formbody from '@fastify/formbody'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { answer, nowhere, refuse, type Work } from './answering.ts'
import type { App } from './app.ts'
import { log } from './log.ts'
import { sendAsset, sendNowhere } from './sending.ts'
import { sharing } from './sharing.ts'

/** The web server of an app: every route runs in one transaction with the viewer's rights. */
export async function makeServer(app: App): Promise<FastifyInstance> {
  const server = fastify({
    // So many machines from this one back are proxies: what X-Forwarded-For says before, anyone may have typed.
    trustProxy: (_address, hop) => hop < app.config.trustProxy,
    bodyLimit: 1024 * 1024,
    forceCloseConnections: true,
    // Whoever sends a request in drops does not hold a connection for ever.
    requestTimeout: 180_000,
    frameworkErrors: (_error, _request, reply) => void sendNowhere(reply),
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 500 },
  })
  await server.register(helmet, headers(app.config.secure))
  await server.register(compress, {
    global: true,
    threshold: 1024,
    encodings: ['br', 'gzip'],
    brotliOptions: { params: { 1: 4 } },
  })
  await server.register(cookie)
  // Forms are all that anyone sends.
  server.removeAllContentTypeParsers()
  await server.register(formbody, { bodyLimit: 4 * 1024 * 1024 })
  await server.register(multipart, {
    limits: { fileSize: 10 * 1024 * 1024, files: 1, fields: 200, fieldSize: 100_000 },
    throwFileSizeLimit: false,
  })
  server.get('/assets/*', sendAsset)
  const shared = sharing()
  const by = (work: Work) => (request: FastifyRequest, reply: FastifyReply) =>
    answer(app, shared, request, reply, work)
  for (const route of app.features.flatMap((feature) => feature.routes ?? []))
    server.route({ method: route.method, url: route.path, handler: by(route) })
  server.setNotFoundHandler(by(nowhere))
  server.setErrorHandler((error, request, reply) => refuse(app, request, reply, error))
  server.addHook('onResponse', async ({ method, routeOptions }, { statusCode, elapsedTime }) => {
    const pattern = routeOptions.url ?? 'no page'
    log(app, 'info', `${method} ${pattern} ${statusCode} in ${Math.round(elapsedTime)} ms`)
  })
  return server
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

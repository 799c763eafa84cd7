import fastify from 'fastify'
import pg from 'pg'

/**
 * The two floors, as a process of its own: a bare route that answers a constant, and one that makes one
 * indexed query and answers as many bytes. Arguments: port, database address (or none).
 */
const [port = '0', database = ''] = process.argv.slice(2)
const pool = database.startsWith('postgres')
  ? new pg.Pool({ connectionString: database, max: 10 })
  : undefined
const lite =
  database && !pool
    ? await (await import('#kernel/db/embedded.ts')).openEmbedded(database)
    : undefined
const pages = new Map<number, string>()
const page = (bytes: number) =>
  pages.get(bytes) ?? (pages.set(bytes, 'x'.repeat(bytes)), pages.get(bytes)!)

const server = fastify()
server.get<{ Querystring: { bytes: string } }>('/constant', (request, reply) =>
  reply.type('text/html').send(page(Number(request.query.bytes))),
)
server.get<{ Querystring: { bytes: string } }>('/query', async (request, reply) => {
  const slug = `network-${String(Math.floor(Math.random() * 100)).padStart(6, '0')}`
  if (pool)
    await pool.query({
      name: 'floor',
      text: 'select id, name from networks.network where slug = $1',
      values: [slug],
    })
  else
    await lite?.transaction((run) =>
      run('select id, name from networks.network where slug = $1', [slug]),
    )
  return reply.type('text/html').send(page(Number(request.query.bytes)))
})
await server.listen({ port: Number(port), host: '127.0.0.1' })
console.log('ready')
process.on('SIGTERM', () => void server.close().then(() => process.exit(0)))

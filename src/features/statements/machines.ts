import { timingSafeEqual } from 'node:crypto'
import { found, sql, type Tx } from '#kernel/db.ts'
import { escape } from '#kernel/html.ts'
import { one, type Ask, type Data } from '#kernel/http.ts'
import { publisherOf } from './publisher.ts'

const text = 'text/plain; charset=utf-8'
const json = 'application/json; charset=utf-8'

/** Whether this process can do its work: it got here in a transaction, and the database answers. */
export async function health(tx: Tx): Promise<Data> {
  await tx.row(sql`select 1 as one`)
  return { type: json, content: '{"status":"ok","database":"ok"}\n' }
}

/** What the same address says when the database cannot be reached. */
export const unhealthy: Data = {
  type: json,
  content: '{"status":"failing","database":"unreachable"}\n',
  status: 503,
}

/**
 * Figures of this process for Prometheus. For administrators, and for whoever holds the key that only the
 * keyring makes: the asking machine's address proves nothing behind a proxy. To anyone else there is no such
 * page. Administrators read the address for their scraper in the first line. No figure is about people.
 */
export async function metrics(tx: Tx, ask: Ask): Promise<Data> {
  const key = tx.keys.tag('metrics', 'key').toString('base64url')
  const administrator = ask.viewer.kind === 'person' && ask.viewer.administrator
  found(administrator || same(one(ask.query, 'key'), key) || undefined)
  const waiting = await tx.asSystem('measure what waits in the queue', (system) =>
    system.row<{ work: number; mail: number }>(sql`
      select (select count(*)::int from kernel.outbox) as work, (select count(*)::int from kernel.message where status = 'waiting') as mail`),
  )
  const memory = process.memoryUsage()
  const lines = [
    administrator
      ? `# For a scraper that is not signed in: ${ask.app.config.baseUrl}/metrics?key=${key}`
      : '# Figures of one process',
    ...figure(
      'process_resident_memory_bytes',
      'gauge',
      'Memory that the system has given to this process.',
      memory.rss,
    ),
    ...figure(
      'nodejs_heap_size_used_bytes',
      'gauge',
      'Memory in use for JavaScript values.',
      memory.heapUsed,
    ),
    ...figure(
      'process_uptime_seconds',
      'gauge',
      'How long this process has run.',
      Math.round(process.uptime()),
    ),
    ...figure(
      'process_cpu_seconds_total',
      'counter',
      'Processor time that this process has used.',
      (process.cpuUsage().user + process.cpuUsage().system) / 1e6,
    ),
    ...figure(
      'guildhall_statements_total',
      'counter',
      'Statements that this process has sent to the database.',
      ask.app.db.statements.count,
    ),
    ...figure(
      'guildhall_queued_work',
      'gauge',
      'Pieces of work not yet handed to the job runner.',
      waiting!.work,
    ),
    ...figure(
      'guildhall_waiting_emails',
      'gauge',
      'Emails not yet handed to the mail server.',
      waiting!.mail,
    ),
  ]
  return { type: 'text/plain; version=0.0.4; charset=utf-8', content: `${lines.join('\n')}\n` }
}

/** Where to report a security problem (RFC 9116). It expires half a year from today, whatever today is. */
export async function securityText(tx: Tx, ask: Ask): Promise<Data> {
  const { securityContact, contact } = await publisherOf(tx)
  const reach = securityContact || contact
  const { baseUrl } = ask.app.config
  const expires = new Date(Math.floor(tx.now.getTime() / 86_400_000 + 180) * 86_400_000)
    .toISOString()
    .replace('.000', '')
  const lines = [
    `Contact: ${!reach ? `${baseUrl}/privacy#contact` : reach.startsWith('https:') ? reach : `mailto:${reach}`}`,
    `Expires: ${expires}`,
    'Preferred-Languages: en',
    `Canonical: ${baseUrl}/.well-known/security.txt`,
  ]
  return { type: text, content: `${lines.join('\n')}\n`, share: true }
}

/** What search engines may read: what every stranger may, but for pages that are of no use to them. */
export function robots(_tx: Tx, ask: Ask): Data {
  const closed = [
    '/account',
    '/admin',
    '/appearance',
    '/first',
    '/go',
    '/home',
    '/sign-in',
    '/sign-out',
  ]
  return {
    type: text,
    content: `User-agent: *\n${closed.map((path) => `Disallow: ${path}\n`).join('')}\nSitemap: ${ask.app.config.baseUrl}/sitemap.xml\n`,
    share: true,
  }
}

/** The pages that everyone can find. The condition says it a second time: whoever asks, no other network is listed. */
export async function sitemap(tx: Tx, ask: Ask): Promise<Data> {
  const networks = await tx.rows<{ slug: string }>(sql`
    select slug from networks.network where findable = 'everyone' and status in ('live', 'dormant') order by live_on desc, id limit 45000`)
  const paths = [
    '/',
    '/networks',
    '/join',
    '/guide',
    '/accessibility',
    '/privacy',
    ...networks.map(({ slug }) => `/networks/${slug}`),
  ]
  const urls = paths.map((path) => `<url><loc>${escape(ask.app.config.baseUrl + path)}</loc></url>`)
  const content = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`
  return { type: 'application/xml; charset=utf-8', content, share: true }
}

function figure(name: string, type: 'gauge' | 'counter', help: string, value: number): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, `${name} ${value}`]
}

function same(given: string, right: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(right)]
  return a.length === b.length && timingSafeEqual(a, b)
}

import type { App } from '#kernel/app.ts'
import { addDays, dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { renewalOf } from '#kernel/renewal.ts'

export type Health = { facts: [string, string][]; reasons: { reason: string; times: number }[] }

/** What an administrator needs to sleep at night. Counts of the installation, never of a network. */
export async function health(tx: Tx, app: App): Promise<Health> {
  const counts = await tx.asSystem('count what there is', (system) =>
    system.row<Record<string, number>>(sql`
      select (select count(*) from kernel.outbox where run_at < ${new Date(tx.now.getTime() - 60_000)}) as waiting,
        (select count(*) from kernel.message where status = 'failed') as failed,
        (select count(*) from kernel.message where status in ('waiting', 'sending')) as unsent,
        (select count(*) from organisations.organisation where merged_into is null) as organisations,
        (select pg_database_size(current_database())) as size`),
  )
  const version = await tx.row<{ version: string }>(
    sql`select current_setting('server_version') as version`,
  )
  const memory = process.memoryUsage()
  const reasons = await tx.rows<{ reason: string; times: number }>(sql`
    select reason, sum(times)::int as times from kernel.bypass where day > ${addDays(dateOf(tx.now), -7)} group by reason order by 2 desc limit 100`)
  return {
    facts: [
      [
        'Database',
        `${app.db.engine.name === 'pglite' ? 'Embedded' : 'PostgreSQL'} ${version!.version}, ${megabytes(counts!['size']!)} MB`,
      ],
      [
        'Mail goes',
        {
          outbox: 'to the outbox page: there is no mail server',
          smtp: 'by SMTP',
          notify: 'by GOV.UK Notify',
        }[app.config.mail.via],
      ],
      ['Emails waiting or being sent', String(counts!['unsent'])],
      ['Emails that could not be delivered', String(counts!['failed'])],
      ['Work waiting for more than a minute', String(counts!['waiting'])],
      ['Organisations', String(counts!['organisations'])],
      ['Keyring', await keyring(tx, app)],
      ['Memory of this process', `${megabytes(memory.rss)} MB`],
      [
        'Running for',
        `${Math.floor(process.uptime() / 3600)} hours ${Math.floor((process.uptime() / 60) % 60)} minutes`,
      ],
      ['Node', process.version],
    ],
    reasons,
  }
}

async function keyring(tx: Tx, app: App): Promise<string> {
  const { version } = app.db.keys
  const renewal = await renewalOf(tx)
  const versions = version === 1 ? '1 version' : `${version} versions`
  if (!renewal) return versions
  if (renewal.state === 'running')
    return `${versions}; ${renewal.done} of ${renewal.total} values sealed anew under the newest`
  return `${versions}; ${renewal.detail || 'what is kept is sealed under the newest'}`
}

const megabytes = (bytes: number) => Math.round(Number(bytes) / 1_048_576)

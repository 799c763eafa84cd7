import { PgBoss } from 'pg-boss'
import type { App } from './app.ts'
import { sql, type Tx } from './db.ts'
import type { Job } from './feature.ts'
import { makeQueues } from './jobs/queues.ts'
import { log } from './log.ts'
import { post } from './mail/post.ts'
import { goOnForEver, wake } from './wake.ts'

const place = (id: string) => ({ table: 'kernel.outbox', column: 'payload', row: id })

/**
 * Asks for work in the background, in the same transaction: it is done only if this commits, and then
 * at least once. The payload is sealed and holds ids rather than content. `after` delays it, in seconds.
 */
export async function enqueue(
  tx: Tx,
  job: string,
  payload: Record<string, unknown> = {},
  after = 0,
): Promise<void> {
  const id = crypto.randomUUID()
  const at = new Date(tx.now.getTime() + after * 1000)
  const sealed = tx.keys.seal('jobs', place(id), JSON.stringify(payload))
  await tx.run(
    sql`insert into kernel.outbox (id, job, payload_sealed, run_at) values (${id}, ${job}, ${sealed}, ${at})`,
  )
  tx.afterCommit(() => wake('jobs'))
}

export type Worker = { stop(): Promise<void> }

/**
 * Starts to work: forwards what was asked for to pg-boss, and runs it. Every `look` seconds it looks for work
 * whose worker has died, which is then begun again.
 */
export async function startWorker(app: App, { look = 30 } = {}): Promise<Worker> {
  const jobs = allJobs(app)
  const names = jobs.map((job) => job.name)
  const watch = { superviseIntervalSeconds: look, monitorIntervalSeconds: look }
  const boss = new PgBoss({ ...app.db.engine.jobs(), ...watch, schema: 'pgboss' })
  boss.on('error', (error) => log(app, 'warn', 'The job runner met a problem.', error))
  await boss.start()
  await makeQueues(boss, names)
  for (const job of jobs) await takeOn(app, boss, job)
  const stopForwarding = goOnForEver(
    'jobs',
    () => handOver(app, boss, names),
    (error) => log(app, 'warn', 'Queued work could not be handed over.', error),
  )
  const stopPosting = goOnForEver(
    'mail',
    () => post(app),
    (error) => log(app, 'warn', 'Emails could not be sent.', error),
  )
  return {
    async stop() {
      await Promise.all([stopForwarding(), stopPosting()])
      await boss.stop({ graceful: true, timeout: 5000 })
    },
  }
}

/** Does all work that is due, now, here, and what that leads to. For tests and seeds. Throws what the work throws. */
export async function drain(app: App): Promise<number> {
  const jobs = new Map(allJobs(app).map((job) => [job.name, job]))
  for (let total = 0; ;) {
    const rows = await app.db.asSystem(handing, async (tx) => {
      const due = await takeDue(tx, [...jobs.keys()])
      await dropDue(tx, due)
      return due
    })
    const posted = await post(app)
    if (rows.length + posted === 0) return total
    for (const row of rows) await jobs.get(row.job)!.run(app, openPayload(app, row.id, boxed(row)))
    total += rows.length + posted
  }
}

const allJobs = (app: App): Job[] => app.features.flatMap((feature) => feature.jobs ?? [])

/** Starts to work off the queue of one kind of work. */
async function takeOn(app: App, boss: PgBoss, job: Job): Promise<void> {
  await boss.work(
    job.name,
    {
      batchSize: 25,
      burstWhenBatchFull: true,
      perJobResults: true,
      pollingIntervalSeconds: 2,
      heartbeatRefreshSeconds: 15,
    },
    async (batch) => {
      const results: { id: string; status: 'completed' | 'failed'; output?: object }[] = []
      for (const { id, data } of batch) {
        const failed = await attempt(app, job, id, data as Sealed)
        results.push(
          failed
            ? { id, status: 'failed', output: { reason: failed } }
            : { id, status: 'completed' },
        )
      }
      return results
    },
  )
  if (job.every) await boss.schedule(job.name, job.every, {}, { tz: 'Europe/London' })
  else await boss.unschedule(job.name).catch(() => {})
}

/** Gives what is due to pg-boss. Work whose name we do not know waits for a process that does. */
async function handOver(app: App, boss: PgBoss, names: readonly string[]): Promise<number> {
  const rows = await app.db.asSystem(handing, (tx) => takeDue(tx, names))
  if (rows.length === 0) return 0
  for (const [name, group] of Map.groupBy(rows, (row) => row.job)) {
    // The id is the row's own: handed over twice, it is still one job.
    await boss.insert(
      name,
      group.map((row) => ({ id: row.id, data: boxed(row) })),
    )
  }
  await app.db.asSystem(handing, (tx) => dropDue(tx, rows))
  for (const name of new Set(rows.map((row) => row.job))) boss.notifyWorker(name)
  return rows.length
}

const handing = 'hand queued work to the job runner'

type Due = { id: string; job: string; payload_sealed: Uint8Array }
type Sealed = { sealed?: string }

const boxed = (row: Due): Sealed => ({ sealed: Buffer.from(row.payload_sealed).toString('base64') })

const takeDue = (tx: Tx, names: readonly string[]) =>
  tx.rows<Due>(sql`
    select id, job, payload_sealed from kernel.outbox where run_at <= ${tx.now} and job = any (${names}::text[])
    order by run_at limit 500 for update skip locked`)

const dropDue = (tx: Tx, rows: readonly Due[]) =>
  tx.run(sql`delete from kernel.outbox where id = any (${rows.map((row) => row.id)}::uuid[])`)

function openPayload(app: App, id: string, data: Sealed): Record<string, unknown> {
  return data.sealed
    ? (JSON.parse(
        app.db.keys.open('jobs', place(id), Buffer.from(data.sealed, 'base64')),
      ) as Record<string, unknown>)
    : {}
}

async function attempt(app: App, job: Job, id: string, data: Sealed): Promise<string | undefined> {
  try {
    await job.run(app, openPayload(app, id, data))
    return undefined
  } catch (error) {
    log(app, 'warn', `The work called ${job.name} failed and will be tried again.`, error)
    return (error as Error).name
  }
}

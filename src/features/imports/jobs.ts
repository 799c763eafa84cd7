import type { App } from '#kernel/app.ts'
import { sql, type Db, type Tx } from '#kernel/db.ts'
import type { Job } from '#kernel/feature.ts'
import { enqueue } from '#kernel/jobs.ts'
import type { Id } from '#kernel/viewer.ts'
import { checkList } from './checking.ts'
import { lockImport, stopRunning } from './queries.ts'
import { fail, readList } from './reading.ts'
import { runList } from './running.ts'

const idIn = (payload: Record<string, unknown>): Id => String(payload['import'])

export const jobs: Job[] = [
  { name: 'imports.read', run: (app, payload) => readList(app, idIn(payload)) },
  { name: 'imports.check', run: (app, payload) => checkList(app, idIn(payload)) },
  { name: 'imports.run', run: (app, payload) => runList(app, idIn(payload)) },
  {
    name: 'imports.resume',
    every: '* * * * *',
    run: (app) => app.db.asSystem(reason, (tx) => resume(tx, app)),
  },
]

/** What the last process left undone. With the embedded database there was no other, so nobody need wait for a minute. */
export async function resumeAtStart(db: Db): Promise<void> {
  if (db.engine.name !== 'pglite') return
  await db.asSystem(reason, async (tx) => {
    for (const { id, state } of await undone(tx, tx.now))
      await enqueue(tx, works[state], { import: id })
  })
}

const reason = 'go on with lists that were interrupted'
const works = {
  reading: 'imports.read',
  checking: 'imports.check',
  running: 'imports.run',
} as const
const mostTries = 30

/** Work that got nowhere for a minute died with its process: it is begun again. Thirty times is enough. */
async function resume(tx: Tx, app: App): Promise<void> {
  const stuck = await undone(tx, new Date(tx.now.getTime() - 60_000))
  for (const { id, state, tries } of stuck) {
    if (tries <= mostTries) await enqueue(tx, works[state], { import: id })
    else await giveUp(tx, app, id, state)
  }
}

function undone(
  tx: Tx,
  before: Date,
): Promise<{ id: Id; state: keyof typeof works; tries: number }[]> {
  return tx.rows(sql`
    update imports.import set tries = tries + 1, worked_at = ${tx.now}
    where state in ('reading', 'checking', 'running') and worked_at < ${before}
    returning id, state, tries`)
}

async function giveUp(tx: Tx, app: App, id: Id, state: keyof typeof works): Promise<void> {
  const list = await lockImport(tx, id, state)
  if (!list) return
  if (state === 'running') await stopRunning(tx, list)
  else
    await fail(
      tx,
      app,
      list,
      'Something went wrong on our side, and the file could not be read. Choose it again, or save it as CSV first',
    )
}

import type { Tx } from '#kernel/db.ts'
import { dropDraft } from '#kernel/drafts.ts'
import { redirect, type Ask, type Reply } from '#kernel/http.ts'
import type { Id } from '#kernel/viewer.ts'
import type { Outcome } from './enter.ts'
import { networkNames } from './queries.ts'
import { doneView } from './views/done.ts'

/** What came of an application. `accountName` is there when an account known by another name was found. */
export type Joined = { person: Id; outcomes: Outcome[]; accountName: string | null }

/**
 * Nothing of the application stays. What came of it goes, sealed, into a cookie of this browser: a record of
 * ours would join the networks.
 */
export async function endApplication(tx: Tx, ask: Ask, joined: Joined): Promise<void> {
  await dropDraft(tx, ask, 'join')
  ask.clearCookie('join-code')
  ask.clearCookie('invitation')
  ask.setCookie(
    'joined',
    ask.app.db.keys.seal('joined', place, JSON.stringify(joined)).toString('base64url'),
  )
}

/** The page after joining, for the person who joined in this browser. */
export async function done(tx: Tx, ask: Ask): Promise<Reply> {
  const kept = readJoined(ask)
  if (!kept || kept.person !== ask.me.person) return redirect('/home')
  const known = await networkNames(
    tx,
    kept.outcomes.map((outcome) => outcome.network),
  )
  const statuses = new Map(kept.outcomes.map((outcome) => [outcome.network, outcome.status]))
  const ended = [...known].map(([id, names]) => ({
    ...names,
    status: statuses.get(id)!,
  }))
  return doneView({
    ended,
    locked: kept.outcomes.filter((outcome) => !known.has(outcome.network)).length,
    accountName: kept.accountName,
  })
}

function readJoined(ask: Ask): Joined | undefined {
  try {
    return JSON.parse(
      ask.app.db.keys.open('joined', place, Buffer.from(ask.cookie('joined') ?? '', 'base64url')),
    ) as Joined
  } catch {
    return undefined
  }
}

const place = { table: 'cookie', column: 'joined', row: '' }

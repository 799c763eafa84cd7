import { createHash, randomBytes } from 'node:crypto'
import { sql, type Tx } from './db.ts'
import type { Ask } from './http.ts'

const days = 2

/**
 * Half-filled journeys: kept on the server, sealed, found by a token in the browser's cookie, gone after
 * two days. Reload, back and a second tab all meet the same draft.
 */
export async function readDraft<T extends object>(tx: Tx, ask: Ask, journey: string): Promise<Partial<T>> {
  const token = ask.cookie(cookieOf(journey))
  if (!token) return {}
  const row = await tx.row<{ content_sealed: Uint8Array | null }>(sql`
    select kernel.read_draft(${hash(token)}, ${tx.now}) as content_sealed`)
  return row?.content_sealed ? (JSON.parse(tx.keys.open('drafts', placeOf(token), row.content_sealed)) as Partial<T>) : {}
}

/** Keeps the draft whole; the cookie is set at its first keeping. */
export async function keepDraft<T extends object>(tx: Tx, ask: Ask, journey: string, draft: Partial<T>): Promise<void> {
  let token = ask.cookie(cookieOf(journey))
  if (!token) {
    token = randomBytes(18).toString('base64url')
    ask.setCookie(cookieOf(journey), token)
  }
  const sealed = tx.keys.seal('drafts', placeOf(token), JSON.stringify(draft))
  const until = new Date(tx.now.getTime() + days * 86_400_000)
  await tx.run(sql`select kernel.keep_draft(${hash(token)}, ${sealed}, ${until})`)
}

/** The journey is over: nothing of it stays. */
export async function dropDraft(tx: Tx, ask: Ask, journey: string): Promise<void> {
  const token = ask.cookie(cookieOf(journey))
  if (token) await tx.run(sql`select kernel.drop_draft(${hash(token)})`)
  ask.clearCookie(cookieOf(journey))
}

const cookieOf = (journey: string) => `draft-${journey}`
const hash = (token: string) => createHash('sha256').update(token).digest()
const placeOf = (token: string) => ({ table: 'kernel.draft', column: 'content', row: hash(token).toString('hex') })

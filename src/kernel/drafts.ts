import { createHash, randomBytes } from 'node:crypto'
import { sql, type Tx } from './db.ts'
import type { Ask } from './http.ts'

const days = 2

/**
 * Half-filled journeys: kept on the server, sealed, found by a token in the browser's cookie, gone after
 * two days. Reload, back and a second tab all meet the same draft.
 */
export async function readDraft<T extends object>(
  tx: Tx,
  ask: Ask,
  journey: string,
): Promise<Partial<T>> {
  const token = ask.cookie(cookieOf(journey))
  if (!token) return {}
  const row = await tx.row<{ content_sealed: Uint8Array | null }>(sql`
    select kernel.read_draft(${hash(token)}, ${tx.now}) as content_sealed`)
  return row?.content_sealed
    ? (JSON.parse(tx.keys.open('drafts', placeOf(token), row.content_sealed)) as Partial<T>)
    : {}
}

/** Keeps the draft whole; the cookie is set at its first keeping. */
export async function keepDraft<T extends object>(
  tx: Tx,
  ask: Ask,
  journey: string,
  draft: Partial<T>,
): Promise<void> {
  let token = ask.cookie(cookieOf(journey))
  if (!token) {
    // Whoever takes no cookies could fill the disk with forms that are begun.
    ask.app.pace('forms begun from', ask.from, 600, 10)
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

/**
 * Forgets the drafts in which an address was typed, in any browser. As the application. Only opening a draft
 * tells whose it is, so all are opened: there are two days of them, and this is seldom asked.
 */
export async function forgetDrafts(tx: Tx, address: string): Promise<void> {
  const typed = untagged(address)
  for (let after = Buffer.alloc(0); ;) {
    const rows = await tx.rows<{ token_hash: Uint8Array; content_sealed: Uint8Array }>(sql`
      select token_hash, content_sealed from kernel.draft where token_hash > ${after} order by token_hash limit 500`)
    const theirs = rows.filter((row) =>
      untagged(tx.keys.open('drafts', placeOfHash(row.token_hash), row.content_sealed)).includes(
        typed,
      ),
    )
    for (const { token_hash } of theirs)
      await tx.run(sql`delete from kernel.draft where token_hash = ${token_hash}`)
    if (rows.length < 500) return
    after = Buffer.from(rows.at(-1)!.token_hash)
  }
}

const cookieOf = (journey: string) => `draft-${journey}`
const hash = (token: string) => createHash('sha256').update(token).digest()
const placeOf = (token: string) => placeOfHash(hash(token))
const placeOfHash = (of: Uint8Array) => ({
  table: 'kernel.draft',
  column: 'content',
  row: Buffer.from(of).toString('hex'),
})
// The part of an address before the @ has 64 characters at the most: a longer pattern would be slow on text without end.
const untagged = (text: string) => text.toLowerCase().replace(/\+[^@\s"]{0,64}@/g, '@')

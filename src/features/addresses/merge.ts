import type { Tx } from '#kernel/db.ts'
import { dropDraft } from '#kernel/drafts.ts'
import { fill, type Filling } from '#kernel/forms.ts'
import { redirect, type Ask, type Reply } from '#kernel/http.ts'
import { limit } from '#kernel/limits.ts'
import { isId } from '#kernel/viewer.ts'
import { answerCode, codeError } from '#features/sign-in/index.ts'
import { mergeForm } from './forms.ts'
import { mergeView, notHereView } from './merge-views.ts'
import { mergeAccounts, otherAccount, preview } from './merging.ts'
import { otherJourney, provedLately, sendOwnCode, type ProvedBy } from './proving.ts'

/** What merging would do. A code has gone to the person's own address: both have to be confirmed. */
export async function mergePage(tx: Tx, ask: Ask): Promise<Reply> {
  const draft = await provedLately(tx, ask)
  if (!draft) return redirect('/account/addresses/new')
  if (ask.me.bySecondAddress) return notHereView()
  return pageFor(tx, ask, draft.proved)
}

/** Another code for the person's own address. */
export async function anotherOwnCode(tx: Tx, ask: Ask): Promise<Reply> {
  const draft = await provedLately(tx, ask)
  if (!draft) return redirect('/account/addresses/new')
  if (!ask.me.bySecondAddress) await sendOwnCode(tx, ask, draft.proved)
  return redirect('/account/addresses/merge')
}

/** Both addresses are confirmed: one account. Pressed twice, or in two browsers, it is done once. */
export async function merge(tx: Tx, ask: Ask): Promise<Reply> {
  const draft = await provedLately(tx, ask)
  if (!draft) return redirect('/account/addresses')
  if (ask.me.bySecondAddress) return notHereView()
  const { proved } = draft
  const filled = fill(mergeForm, ask.body)
  if (!filled.ok) return pageFor(tx, ask, proved, filled)
  await limit(tx, 'tries of codes', ask.from, 300, 10)
  const own = draft.own && isId(draft.own) ? draft.own : crypto.randomUUID()
  const answered = await tx.asSystem('merge two accounts of one person', (system) =>
    answerCode(system, own, filled.value.code),
  )
  if (!answered.right)
    return pageFor(tx, ask, proved, { typed: ask.body, errors: [codeError(answered)] })
  const { kind, person, other } = answered.purpose
  if (kind !== 'merge' || person !== ask.me.person || other !== proved.key)
    return redirect('/account/addresses/new')
  await dropDraft(tx, ask, otherJourney)
  const { work, name, keep } = filled.value
  const done = await tx.asSystem('merge two accounts of one person', (system) =>
    mergeAccounts(system, ask.app, ask.me, proved.key, { work, name, keep: keep !== undefined }),
  )
  return redirect('/account/addresses', done ? 'Your accounts are one now' : undefined)
}

async function pageFor(
  tx: Tx,
  ask: Ask,
  { key, address }: ProvedBy,
  filling: Filling = {},
): Promise<Reply> {
  const shown = await tx.asSystem('show someone what merging accounts would do', async (system) => {
    const other = await otherAccount(system, ask.me, key)
    return other && preview(system, ask.me, other)
  })
  return shown ? mergeView({ ...filling, shown, address }) : redirect('/account/addresses')
}

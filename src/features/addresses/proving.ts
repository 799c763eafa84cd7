import type { Tx } from '#kernel/db.ts'
import { dropDraft, keepDraft, readDraft } from '#kernel/drafts.ts'
import { fieldError, fill } from '#kernel/forms.ts'
import { redirect, type Ask, type Reply } from '#kernel/http.ts'
import { limit } from '#kernel/limits.ts'
import { sendMail } from '#kernel/mail.ts'
import { mySecondAddresses } from '#features/people/index.ts'
import {
  answerCode,
  challenge,
  codeError,
  codeForm,
  normaliseAddress,
} from '#features/sign-in/index.ts'
import { codeEmail, mergeCodeEmail } from './emails.ts'
import { otherForm } from './forms.ts'
import { otherAccount } from './merging.ts'
import type { Proved } from './moving.ts'
import { newView, otherCodeView } from './other-views.ts'

/** Another address on its way: asked for, then proved; and the code that goes to the person's own before a merge. */
export type OtherDraft = { challenge: string; address: string; proved: ProvedBy; own: string }

/** An address that has come back with its code, for whom and when. */
export type ProvedBy = Proved & { person: string; at: string }

export const otherJourney = 'other-address'
const minutes = 30

/** Sends a code to the other address, whoever it belongs to: the answer is the same. */
export async function askForOther(tx: Tx, ask: Ask): Promise<Reply> {
  const filled = fill(otherForm, ask.body)
  if (!filled.ok) return newView(filled)
  const { address, key } = filled.value.email
  const mine = [ask.me.email, ...(await mySecondAddresses(tx, ask.me)).map((each) => each.address)]
  if (mine.some((each) => normaliseAddress(each).key === key))
    return newView({
      typed: ask.body,
      errors: [fieldError('email', 'That is your address already. Enter the other one')],
    })
  await limit(tx, 'changes of address by', ask.me.person, 10, 60)
  await limit(tx, 'sign-in codes to', key, 6, 10)
  const made = await tx.asSystem('prove another email address', (system) =>
    challenge(system, { kind: 'other-address', key, address, person: ask.me.person }),
  )
  await sendMail(tx, codeEmail({ name: '', address }, made.code))
  await keepDraft<OtherDraft>(tx, ask, otherJourney, { challenge: made.id, address })
  return redirect('/account/addresses/code')
}

/** The page that asks for the code that was sent to another address. */
export async function otherCodePage(tx: Tx, ask: Ask): Promise<Reply> {
  const { address } = await readDraft<OtherDraft>(tx, ask, otherJourney)
  return address ? otherCodeView({ address }) : redirect('/account/addresses/new')
}

/** The code came back. Only now is it told whether the address has an account. */
export async function proveOther(tx: Tx, ask: Ask): Promise<Reply> {
  const draft = await readDraft<OtherDraft>(tx, ask, otherJourney)
  if (!draft.challenge) return redirect('/account/addresses/new')
  const address = draft.address!
  const filled = fill(codeForm, ask.body)
  if (!filled.ok) return otherCodeView({ ...filled, address })
  await limit(tx, 'tries of codes', ask.from, 300, 10)
  const answered = await tx.asSystem('prove another email address', (system) =>
    answerCode(system, draft.challenge!, filled.value.code),
  )
  if (!answered.right)
    return otherCodeView({ address, typed: ask.body, errors: [codeError(answered)] })
  const { kind, key, person, address: sentTo } = answered.purpose
  // A code proves an address for the person who asked, not for whoever has signed in here since.
  if (kind !== 'other-address' || person !== ask.me.person) {
    await dropDraft(tx, ask, otherJourney)
    return redirect('/account/addresses/new')
  }
  const other = await tx.asSystem('see whose an address is that has proved itself', (system) =>
    otherAccount(system, ask.me, key),
  )
  if (other) return offerMerge(tx, ask, { key, address: sentTo })
  await keepDraft<OtherDraft>(tx, ask, otherJourney, { proved: provedNow(tx, ask, key, sentTo) })
  return redirect('/account/addresses/use')
}

/** The address that has proved itself has an account: they can be merged, once the person's own is confirmed too. */
export async function offerMerge(tx: Tx, ask: Ask, { key, address }: Proved): Promise<Reply> {
  const proved = provedNow(tx, ask, key, address)
  await keepDraft<OtherDraft>(tx, ask, otherJourney, { proved })
  if (!ask.me.bySecondAddress) await sendOwnCode(tx, ask, proved)
  return redirect('/account/addresses/merge')
}

/** The address that this person has proved here lately. */
export async function provedLately(
  tx: Tx,
  ask: Ask,
): Promise<(Partial<OtherDraft> & { proved: ProvedBy }) | undefined> {
  const draft = await readDraft<OtherDraft>(tx, ask, otherJourney)
  const { proved } = draft
  if (proved?.person !== ask.me.person) return undefined
  const since = tx.now.getTime() - new Date(proved.at).getTime()
  return since <= minutes * 60_000 ? { ...draft, proved } : undefined
}

/** Sends a code to the person's own address, to confirm that the account they are signed in to is theirs too. */
export async function sendOwnCode(tx: Tx, ask: Ask, proved: ProvedBy): Promise<void> {
  const { email, person } = ask.me
  const key = normaliseAddress(email).key ?? email
  await limit(tx, 'sign-in codes to', key, 6, 10)
  const made = await tx.asSystem('merge two accounts of one person', (system) =>
    challenge(system, { kind: 'merge', key, address: email, person, other: proved.key }),
  )
  await sendMail(tx, mergeCodeEmail({ name: '', address: email }, made.code))
  await keepDraft<OtherDraft>(tx, ask, otherJourney, { proved, own: made.id })
}

const provedNow = (tx: Tx, ask: Ask, key: string, address: string): ProvedBy => ({
  key,
  address,
  person: ask.me.person,
  at: tx.now.toISOString(),
})

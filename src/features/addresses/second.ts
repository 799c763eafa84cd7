import { auditPerson } from '#kernel/audit.ts'
import { found, type Tx } from '#kernel/db.ts'
import { dropDraft } from '#kernel/drafts.ts'
import { fieldError, fill } from '#kernel/forms.ts'
import { redirect, type Ask, type Reply } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { sendMail } from '#kernel/mail.ts'
import {
  addSecondAddress,
  dropSecondAddress,
  mostSecondAddresses,
  myDetails,
  mySecondAddresses,
} from '#features/people/index.ts'
import { admissible, normaliseAddress } from '#features/sign-in/index.ts'
import { addedEmail } from './emails.ts'
import { useForm } from './forms.ts'
import { effectsOf, moveTo } from './moving.ts'
import { addressesView, removalView, useView } from './other-views.ts'
import { otherJourney, provedLately, type ProvedBy } from './proving.ts'
import { keepUndo, undoPath } from './undo.ts'

/** The addresses with which the signed-in person can sign in. */
export async function addressesPage(tx: Tx, ask: Ask): Promise<Reply> {
  return addressesView(ask.me, await mySecondAddresses(tx, ask.me))
}

/** The address has proved itself and has no account: what is it to be? */
export async function usePage(tx: Tx, ask: Ask): Promise<Reply> {
  const draft = await provedLately(tx, ask)
  return draft ? useOf(tx, ask, draft.proved) : redirect('/account/addresses/new')
}

/** Makes an address that has proved itself what the person chose: their work address, or a second one. */
export async function useAddress(tx: Tx, ask: Ask): Promise<Reply> {
  const draft = await provedLately(tx, ask)
  if (!draft) return redirect('/account/addresses/new')
  const { proved } = draft
  const filled = fill(useForm, ask.body)
  if (!filled.ok) return useOf(tx, ask, proved, filled.errors)
  if (filled.value.as === 'work') return becomeWork(tx, ask, proved)
  const second = await tx.asSystem('keep a second address that has proved itself', (system) =>
    addSecondAddress(system, ask.me.person, proved),
  )
  if (!second) return useOf(tx, ask, proved, [fieldError('as', full)])
  await dropDraft(tx, ask, otherJourney)
  await auditPerson(tx, 'addresses.added', ask.me.person)
  await tellOfSecond(tx, ask, second)
  return redirect('/account/addresses', 'You can sign in with your second address now')
}

/** The page that asks before a second address is removed. */
export async function removalPage(tx: Tx, ask: Ask): Promise<Reply> {
  return removalView(await mineOf(tx, ask))
}

/** Removes a second address. */
export async function removeSecond(tx: Tx, ask: Ask): Promise<Reply> {
  const { id } = await mineOf(tx, ask)
  if (await dropSecondAddress(tx, ask.me.person, id))
    await auditPerson(tx, 'addresses.removed', ask.me.person)
  return redirect('/account/addresses', 'That address can no longer be used to sign in')
}

const full = `You can keep ${mostSecondAddresses} second addresses. Remove one first, or use this one as your work email address`

async function mineOf(tx: Tx, ask: Ask) {
  const mine = await mySecondAddresses(tx, ask.me)
  return found(mine.find(({ id }) => id === ask.params['id']))
}

/** The work mailbox is told, and can take it back: it may be that somebody else did it in an open session. */
async function tellOfSecond(tx: Tx, ask: Ask, second: string): Promise<void> {
  const { name, email } = await myDetails(tx, ask.me)
  const undo = await keepUndo(tx, ask.me.person, { kind: 'added', second })
  const link = ask.app.config.baseUrl + undoPath(tx.keys, undo)
  await sendMail(tx, addedEmail({ name, address: email }, link))
}

async function useOf(
  tx: Tx,
  ask: Ask,
  { address }: ProvedBy,
  errors: FormError[] = [],
): Promise<Reply> {
  const work = await isWork(tx, address)
  const effects = work ? await effectsOf(tx, ask.me, address) : undefined
  return useView({ address, effects, errors })
}

async function becomeWork(tx: Tx, ask: Ask, proved: ProvedBy): Promise<Reply> {
  if (!(await isWork(tx, proved.address)))
    return useOf(tx, ask, proved, [
      fieldError('as', 'Only the address of a public body can be your work email address'),
    ])
  await dropDraft(tx, ask, otherJourney)
  if (!(await moveTo(tx, ask.app, ask.me, proved))) return redirect('/account/addresses/new')
  return redirect('/account', 'Your work email address has changed')
}

async function isWork(tx: Tx, address: string): Promise<boolean> {
  const read = normaliseAddress(address)
  return read.error === undefined && (await admissible(tx, read)) !== undefined
}

import type { Tx } from '#kernel/db.ts'
import { dropDraft, keepDraft, readDraft } from '#kernel/drafts.ts'
import { fieldError, fill, type Filling } from '#kernel/forms.ts'
import { redirect, type Ask, type Reply } from '#kernel/http.ts'
import { limit } from '#kernel/limits.ts'
import { sendMail } from '#kernel/mail.ts'
import { admissible, answerCode, challenge, codeError, codeForm } from '#features/sign-in/index.ts'
import { codeEmail } from './emails.ts'
import { codeView, emailView } from './email-views.ts'
import { emailForm } from './forms.ts'
import { effectsOf, moveTo } from './moving.ts'
import { offerMerge, otherJourney } from './proving.ts'

/** A new address on its way: kept until a code that was sent there comes back. */
type Moving = { challenge: string; address: string }

const journey = 'change-email'

/** The page that asks for a new work email address. */
export function emailPage(_tx: Tx, ask: Ask): Reply {
  return emailView({ now: ask.me.email })
}

/** Sends a code to the new address, which counts only once the code has come back. */
export async function askForAddress(tx: Tx, ask: Ask): Promise<Reply> {
  const now = ask.me.email
  const filled = fill(emailForm, ask.body)
  if (!filled.ok) return emailView({ ...filled, now })
  const { address, key, domain } = filled.value.email
  if (address === now)
    return emailView({
      now,
      typed: ask.body,
      errors: [fieldError('email', 'That is your address already. Enter the new one')],
    })
  await limit(tx, 'changes of address by', ask.me.person, 10, 60)
  await limit(tx, 'sign-in codes to', key, 6, 10)
  if (!(await admissible(tx, filled.value.email))) {
    return emailView({
      now,
      typed: ask.body,
      errors: [
        fieldError(
          'email',
          `We do not know ${domain} as the email domain of a public body. Enter a work email address`,
        ),
      ],
    })
  }
  const made = await tx.asSystem('prove a new email address', (system) =>
    challenge(system, { kind: 'change-email', key, address, person: ask.me.person }),
  )
  // Whoever reads that mailbox is not told whose account it is, until it is known to be theirs.
  await sendMail(tx, codeEmail({ name: '', address }, made.code))
  await keepDraft<Moving>(tx, ask, journey, { challenge: made.id, address })
  return redirect('/account/email/code')
}

/** The page that asks for the code; without an address on its way, the page before. */
export async function codePage(tx: Tx, ask: Ask): Promise<Reply> {
  const { address } = await readDraft<Moving>(tx, ask, journey)
  return address
    ? codeView({ address, effects: await effectsOf(tx, ask.me, address) })
    : redirect('/account/email')
}

/** The code came back: the address is theirs. The old address is told. */
export async function changeAddress(tx: Tx, ask: Ask): Promise<Reply> {
  const draft = await readDraft<Moving>(tx, ask, journey)
  if (!draft.challenge) return redirect('/account/email')
  const address = draft.address!
  const filled = fill(codeForm, ask.body)
  const again = async (filling: Filling) =>
    codeView({ ...filling, address, effects: await effectsOf(tx, ask.me, address) })
  if (!filled.ok) return again(filled)
  await limit(tx, 'tries of codes', ask.from, 300, 10)
  const answered = await tx.asSystem('prove a new email address', (system) =>
    answerCode(system, draft.challenge!, filled.value.code),
  )
  if (!answered.right) return again({ typed: ask.body, errors: [codeError(answered)] })
  await dropDraft(tx, ask, journey)
  // A code proves an address for the person who asked, not for whoever has signed in here since.
  if (answered.purpose.kind !== 'change-email' || answered.purpose['person'] !== ask.me.person)
    return redirect('/account/email')
  if (!(await moveTo(tx, ask.app, ask.me, answered.purpose)))
    return offerMerge(tx, ask, answered.purpose)
  return redirect('/account', 'Your work email address has changed')
}

/** Forgets a change of address that was not finished in this browser. The code's email names nobody, and stays with its reader. */
export async function forgetMove(tx: Tx, ask: Ask): Promise<void> {
  await dropDraft(tx, ask, journey)
  await dropDraft(tx, ask, otherJourney)
}

import { auditPerson } from '#kernel/audit.ts'
import type { App } from '#kernel/app.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { sendMail } from '#kernel/mail.ts'
import type { Id } from '#kernel/viewer.ts'
import {
  changeEmail,
  detailsOf,
  dropSecondAddress,
  viewerOf,
  type Details,
} from '#features/people/index.ts'
import { endAllSessions, normaliseAddress } from '#features/sign-in/index.ts'
import { carryOver, showDetails } from './carrying.ts'
import { takenBackEmail } from './emails.ts'
import { detailsAt } from './moving.ts'
import { dropUndo, undoneWith, type Undo } from './undo.ts'

/**
 * Takes a change back, and what was changed since: whoever made it is signed out everywhere. As the application.
 * Out: `taken` when the old address has an account of its own by now.
 */
export async function takeBack(tx: Tx, app: App, undo: Undo): Promise<'done' | 'taken'> {
  await tx.run(sql`select id from people.person where id = ${undo.person} for update`)
  const since = await undoneWith(tx, undo)
  const now = await detailsOf(tx, undo.person)
  if (!now) return 'done'
  const moved = since.find((what) => what.kind === 'moved')
  if (moved && !(await goBack(tx, app, undo.person, now, moved.address))) return 'taken'
  for (const what of since)
    if (what.kind === 'added') await dropSecondAddress(tx, undo.person, what.second)
  await dropUndo(tx, undo)
  await endAllSessions(tx, undo.person)
  await auditPerson(tx, 'addresses.taken-back', undo.person)
  await sendMail(tx, takenBackEmail({ name: now.name, address: moved?.address ?? now.email }))
  if (moved) await sendMail(tx, takenBackEmail({ name: now.name, address: now.email }))
  return 'done'
}

async function goBack(
  tx: Tx,
  app: App,
  person: Id,
  now: Details,
  address: string,
): Promise<boolean> {
  const details = await detailsAt(tx, now, address)
  const key = normaliseAddress(address).key ?? address
  const me = await viewerOf(tx, person, crypto.randomUUID(), now, false)
  if (!(await changeEmail(tx, me, key, details))) return false
  await carryOver(tx, app.features, me, { ...me, email: address })
  await showDetails(tx, me, details)
  return true
}

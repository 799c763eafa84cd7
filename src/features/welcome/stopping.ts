import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import { isId, type Id } from '#kernel/viewer.ts'

/** Where someone stops the emails of their first weeks, without signing in. It works for that alone. */
export function stopPath(keys: Keys, membership: Id): string {
  return `/welcome/stop/${keys.sign('welcome-stop', membership)}`
}

/** The membership that a link was made for. */
export function membershipOfLink(keys: Keys, token: string): Id | undefined {
  const membership = keys.verify('welcome-stop', token)
  return membership !== undefined && isId(membership) ? membership : undefined
}

/** Whether the emails of the first weeks go to a membership no longer. */
export async function hasStopped(tx: Tx, membership: Id): Promise<boolean> {
  return (
    (await tx.row(
      sql`select membership_id from welcome.stop where membership_id = ${membership}`,
    )) !== undefined
  )
}

/** No more emails of the first weeks, by the link in one of them. As the application. A member who is gone gets none anyway. */
export async function stopByLink(tx: Tx, membership: Id): Promise<void> {
  await tx.run(sql`
    insert into welcome.stop (membership_id, network_id)
    select id, network_id from members.membership where id = ${membership} and status = 'active' on conflict do nothing`)
}

/** The viewer wants the emails of their first weeks, or does not. */
export async function chooseEmails(
  tx: Tx,
  network: Id,
  membership: Id,
  wants: boolean,
): Promise<void> {
  if (wants) await tx.run(sql`delete from welcome.stop where membership_id = ${membership}`)
  else
    await tx.run(sql`
      insert into welcome.stop (membership_id, network_id) values (${membership}, ${network}) on conflict do nothing`)
}

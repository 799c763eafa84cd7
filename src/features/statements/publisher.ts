import { auditInstallation } from '#kernel/audit.ts'
import { sql, type Tx } from '#kernel/db.ts'

/** Who runs this installation, and so answers for its statements. Empty until an administrator says. */
export type Publisher = {
  name: string
  contact: string
  privacyContact: string
  securityContact: string
  more: string
}

const names: Record<keyof Publisher, string> = {
  name: 'publisher.name',
  contact: 'contact.general',
  privacyContact: 'contact.privacy',
  securityContact: 'contact.security',
  more: 'privacy.more',
}

/** Who runs the installation, as its administrators have said. */
export async function publisherOf(tx: Tx): Promise<Publisher> {
  const rows = await tx.rows<{ name: string; value: string }>(
    sql`select name, value from kernel.setting where name = any (${Object.values(names)}::text[])`,
  )
  const values = new Map(rows.map(({ name, value }) => [name, value]))
  return Object.fromEntries(
    Object.entries(names).map(([key, name]) => [key, values.get(name) ?? '']),
  ) as Publisher
}

/** Keeps who runs this installation; only administrators may. */
export async function setPublisher(tx: Tx, publisher: Publisher): Promise<void> {
  for (const [key, name] of Object.entries(names)) {
    await tx.run(sql`
      insert into kernel.setting (name, value) values (${name}, ${publisher[key as keyof Publisher]}) on conflict (name) do update set value = excluded.value`)
  }
  await auditInstallation(tx, 'statements.publisher-changed')
}

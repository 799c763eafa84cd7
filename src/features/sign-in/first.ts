import { timingSafeEqual } from 'node:crypto'
import type { App } from '#kernel/app.ts'
import { auditInstallation } from '#kernel/audit.ts'
import { found, sql, type Tx } from '#kernel/db.ts'
import type { Ask } from '#kernel/http.ts'
import type { Keys } from '#kernel/keys.ts'
import { letDomainIn } from '#features/organisations/index.ts'
import { makeAdministrator, register } from '#features/people/index.ts'
import { admissible } from './admission.ts'
import { startSession } from './queries.ts'

/** The link that makes the first administrator, until there is one. The same at every start: only the key makes it. */
export async function firstAdministratorLink(app: App): Promise<string | undefined> {
  const taken = await app.db.asSystem('see whether there is an administrator', hasAdministrator)
  return taken ? undefined : `${app.config.baseUrl}/first/${firstToken(app.db.keys)}`
}

/** The token itself, if it is right and nobody was first. */
export async function isFirst(tx: Tx, token: string): Promise<string | undefined> {
  const right = Buffer.from(firstToken(tx.keys))
  const given = Buffer.from(token)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  return (await tx.asSystem('see whether there is an administrator', hasAdministrator))
    ? undefined
    : token
}

/** Makes the first administrator and signs them in. Of two at once, the second finds no such page. As the application. */
export async function makeFirstAdministrator(
  tx: Tx,
  ask: Ask,
  given: { name: string; email: { address: string; domain: string; key: string } },
): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(7268432)`)
  found((await hasAdministrator(tx)) ? undefined : true)
  const admission = await admissible(tx, given.email)
  if (!admission) await letDomainIn(tx, given.email.domain, 'The first administrator’s domain')
  const details = {
    name: given.name,
    email: given.email.address,
    organisation: admission?.organisation?.id ?? null,
    organisationTold: Boolean(admission?.organisation),
  }
  const person = await register(tx, given.email.key, details)
  await makeAdministrator(tx, person.id)
  await auditInstallation(tx, 'sign-in.first-administrator')
  await startSession(tx, ask, person.id, person.details)
}

const firstToken = (keys: Keys) => keys.tag('first-administrator', 'link').toString('base64url')

async function hasAdministrator(tx: Tx): Promise<boolean> {
  return (await tx.row(sql`select person_id from people.administrator limit 1`)) !== undefined
}

import { timingSafeEqual } from 'node:crypto'
import type { App } from '#kernel/app.ts'
import { auditInstallation } from '#kernel/audit.ts'
import { sql, type Tx } from '#kernel/db.ts'
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

/**
 * Whether whoever holds this token can be first, or somebody was before. Undefined for any token that is not
 * right: who does not have the link learns nothing.
 */
export async function stateOfLink(tx: Tx, token: string): Promise<'open' | 'used' | undefined> {
  const right = Buffer.from(firstToken(tx.keys))
  const given = Buffer.from(token)
  if (given.length !== right.length || !timingSafeEqual(given, right)) return undefined
  const used = await tx.asSystem('see whether there is an administrator', hasAdministrator)
  return used ? 'used' : 'open'
}

/** Makes the first administrator and signs them in. As the application. Out: false for the second of two at once. */
export async function makeFirstAdministrator(
  tx: Tx,
  ask: Ask,
  given: { name: string; email: { address: string; domain: string; key: string } },
): Promise<boolean> {
  await tx.run(sql`select pg_advisory_xact_lock(7268432)`)
  if (await hasAdministrator(tx)) return false
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
  return true
}

const firstToken = (keys: Keys) => keys.tag('first-administrator', 'link').toString('base64url')

async function hasAdministrator(tx: Tx): Promise<boolean> {
  return (await tx.row(sql`select person_id from people.administrator limit 1`)) !== undefined
}

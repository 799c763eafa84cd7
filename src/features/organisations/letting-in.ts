import { auditInstallation } from '#kernel/audit.ts'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { sendMail } from '#kernel/mail.ts'
import type { Id } from '#kernel/viewer.ts'
import { letDomainIn } from './queries.ts'

export type AllowedDomain = { domain: string; note: string; allowed_on: string }

/** Somebody's request to let their domain in, opened. */
export type DomainRequest = {
  id: Id
  domain: string
  asked_on: string
  address: string
  reason: string
}

/** The domains that were let in. */
export async function allowedDomains(tx: Tx): Promise<AllowedDomain[]> {
  return tx.rows(
    sql`select domain, note, allowed_on from organisations.allowed_domain order by domain limit 1000`,
  )
}

/** Takes a domain off the list. People who are in stay; nobody new comes from it. */
export async function shutDomainOut(tx: Tx, domain: string): Promise<void> {
  await tx.run(sql`delete from organisations.allowed_domain where domain = ${domain}`)
  await auditInstallation(tx, 'organisations.domain-shut-out', { domain })
}

/** Requests that wait, the oldest first. */
export async function domainRequests(tx: Tx): Promise<DomainRequest[]> {
  const rows = await tx.rows<Row>(sql`
    select id, domain, asked_on, asker_sealed from organisations.domain_request
    where status = 'waiting' and asker_sealed is not null order by asked_on, id limit 100`)
  return rows.map((row) => opened(tx, row))
}

/**
 * Decides on all waiting requests for the domain of one: those who asked are told, and forgotten. Out:
 * false when somebody else had decided.
 */
export async function decideDomain(
  tx: Tx,
  id: Id,
  allow: boolean,
  baseUrl: string,
): Promise<boolean> {
  const decided = await tx.rows<Row>(sql`
    update organisations.domain_request set status = ${allow ? 'allowed' : 'declined'}, decided_on = ${dateOf(tx.now)}
    where status = 'waiting' and domain = (select domain from organisations.domain_request where id::text = ${id})
    returning id, domain, asked_on, asker_sealed`)
  const domain = decided[0]?.domain
  if (!domain) return false
  if (allow) await letDomainIn(tx, domain, 'Asked for by someone who works there')
  for (const each of decided)
    if (each.asker_sealed) await tell(tx, opened(tx, each), allow, baseUrl)
  await tx.run(
    sql`update organisations.domain_request set asker_sealed = null where domain = ${domain}`,
  )
  const event = allow ? 'organisations.domain-let-in' : 'organisations.domain-declined'
  await auditInstallation(tx, event, { domain })
  return true
}

/** What someone has asked for, by their address. Whoever asks need have no account, so all are opened. As the application. */
export async function requestsBy(tx: Tx, addresses: readonly string[]): Promise<DomainRequest[]> {
  const rows = await tx.rows<Row>(sql`
    select id, domain, asked_on, asker_sealed from organisations.domain_request where asker_sealed is not null`)
  return rows.map((row) => opened(tx, row)).filter(({ address }) => addresses.includes(address))
}

async function tell(
  tx: Tx,
  { address, domain }: DomainRequest,
  allow: boolean,
  baseUrl: string,
): Promise<void> {
  await sendMail(tx, {
    to: { name: '', address },
    subject: allow ? 'You can now use Guildhall' : 'Your request to use Guildhall',
    blocks: allow
      ? [
          `Addresses at ${domain} can now sign in.`,
          { button: 'Sign in', href: `${baseUrl}/sign-in` },
        ]
      : [
          `Thank you for asking. We cannot let in addresses at ${domain}: Guildhall is for people who work in public service.`,
          'If you have another work address, you can try with that.',
        ],
  })
}

type Row = { id: Id; domain: string; asked_on: string; asker_sealed: Uint8Array }

function opened(tx: Tx, { asker_sealed, ...row }: Row): DomainRequest {
  const place = { table: 'organisations.domain_request', column: 'asker', row: row.id }
  const asker = JSON.parse(tx.keys.open('organisations', place, asker_sealed)) as {
    address: string
    reason: string
  }
  return { ...row, ...asker }
}

import { auditInstallation, auditPerson } from '#kernel/audit.ts'
import type { App } from '#kernel/app.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { sendMail } from '#kernel/mail.ts'
import type { Person } from '#kernel/viewer.ts'
import { mergeMemberships, planMerge, type MergePlan } from '#features/members/index.ts'
import {
  addSecondAddress,
  changeDetails,
  changeEmail,
  detailsOf,
  holdAccounts,
  isAdministrator,
  mostSecondAddresses,
  mySecondAddresses,
  personByAnyAddress,
  viewerOf,
  withAddresses,
  type Details,
} from '#features/people/index.ts'
import { endOtherSessions, normaliseAddress } from '#features/sign-in/index.ts'
import { carryOver, showDetails } from './carrying.ts'
import { mergedEmail } from './emails.ts'

/** The other account, as the database would see whoever signs in to it; `second`: only a second address of it was proved. */
export type Other = { person: Person; details: Details; second: boolean }

/** What stays, as the person chose. */
export type Choice = { work: 'mine' | 'theirs'; name: 'mine' | 'theirs'; keep: boolean }

/** What the page says before the merge. */
export type Preview = MergePlan & {
  mine: Details
  theirs: Details
  /** Networks of the other account in which the two do not meet. */
  coming: string[]
  /** Only a second address of the other account was proved: it brings no work address. */
  second: boolean
  administrator: 'moves' | 'ends' | undefined
  mayKeep: boolean
}

/** The account that an address opens, if it is another one than the signed-in person's. As the application. */
export async function otherAccount(tx: Tx, me: Person, key: string): Promise<Other | undefined> {
  const found = await personByAnyAddress(tx, key)
  if (!found || found.id === me.person) return undefined
  const details = (await detailsOf(tx, found.id))!
  // Whoever runs the installation has proved a work address: a second one moves no such rights.
  const administrator = !found.second && (await isAdministrator(tx, found.id))
  const person = await viewerOf(tx, found.id, crypto.randomUUID(), details, administrator)
  return { person: await withAddresses(tx, person), details, second: found.second }
}

/** What merging would do, in detail; undefined when the person's own account has gone meanwhile. As the application. */
export async function preview(tx: Tx, me: Person, other: Other): Promise<Preview | undefined> {
  const mine = await detailsOf(tx, me.person)
  if (!mine) return undefined
  const plan = await planMerge(tx, other.person, me)
  const named = await tx.rows<{ id: string; name: string }>(sql`
    select n.id, n.name from members.membership m join networks.network n on n.id = m.network_id
    where m.id = any (${other.person.memberships}::uuid[]) and m.status in ('active', 'requested', 'waiting') order by n.sort_name, n.id`)
  const met = new Set([...plan.meetings, ...plan.removals].map(({ network }) => network))
  const administers = await isAdministrator(tx, other.person.person)
  const second = [...(await mySecondAddresses(tx, me)), ...(other.person.alsoAt ?? [])]
  return {
    ...plan,
    mine,
    theirs: other.details,
    coming: named.filter(({ id }) => !met.has(id)).map(({ name }) => name),
    second: other.second,
    administrator: administers ? (other.second ? 'ends' : 'moves') : undefined,
    mayKeep: !other.second && second.length < mostSecondAddresses,
  }
}

/**
 * Makes one account of two that have both proved to be the signed-in person's: wholly or not at all. As the
 * application. The signed-in one stays, and this session. Out: false, and nothing changed, when it was done before
 * or one of the two has gone.
 */
export async function mergeAccounts(
  tx: Tx,
  app: App,
  me: Person,
  key: string,
  choice: Choice,
): Promise<boolean> {
  const seen = await otherAccount(tx, me, key)
  if (!seen || !(await holdAccounts(tx, [me.person, seen.person.person]))) return false
  // What was read before nobody else could change it is read again.
  const other = await otherAccount(tx, me, key)
  if (other?.person.person !== seen.person.person) return false
  const from = other.person
  const mine = (await detailsOf(tx, me.person))!
  const to = await viewerOf(tx, me.person, me.session, mine, me.administrator)
  const details = detailsChosen(mine, other, choice)
  const ended = other.second && (await isAdministrator(tx, from.person))

  await mergeMemberships(tx, from, to, async (network, kept, dropped) => {
    for (const feature of app.features.toReversed())
      await feature.moments?.membershipsMerged?.(tx, network, kept, dropped)
  })
  await carryOver(tx, app.features, from, { ...to, email: details.email })
  await putDetails(tx, app, to, details, mine)
  if (choice.keep && !other.second) {
    const address = details.email === mine.email ? other.details.email : mine.email
    await addSecondAddress(tx, me.person, { key: keyOf(address), address })
  }
  await endOtherSessions(tx, me)
  await auditPerson(tx, 'addresses.merged', me.person)
  if (from.administrator) await auditInstallation(tx, 'addresses.administrator-moved')
  if (ended) await auditInstallation(tx, 'addresses.administrator-ended')
  for (const { name, email } of [mine, other.details])
    await sendMail(tx, mergedEmail({ name, address: email }))
  return true
}

/** The details that were chosen, in the account and on every card; a network goes on seeing the name that it knows. */
async function putDetails(
  tx: Tx,
  app: App,
  to: Person,
  details: Details,
  before: Details,
): Promise<void> {
  if (details.email === before.email) await changeDetails(tx, to, details)
  else {
    await changeEmail(tx, to, keyOf(details.email), details)
    await carryOver(tx, app.features, to, { ...to, email: details.email })
  }
  const whole = await viewerOf(tx, to.person, to.session, details, to.administrator)
  await showDetails(tx, whole, details, 'as-known')
}

/** What stays of both: what the person chose, and of region and grade what one of the two lacks. */
function detailsChosen(mine: Details, other: Other, choice: Choice): Details {
  const theirs = other.details
  const work = choice.work === 'theirs' && !other.second ? theirs : mine
  const graded = mine.grade ? mine : theirs
  return {
    name: choice.name === 'theirs' ? theirs.name : mine.name,
    email: work.email,
    organisation: work.organisation,
    organisationTold: work.organisationTold,
    region: mine.region ?? theirs.region,
    gradeScheme: graded.gradeScheme,
    grade: graded.grade,
  }
}

const keyOf = (address: string) => normaliseAddress(address).key ?? address

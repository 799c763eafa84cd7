import type { Tx } from '#kernel/db.ts'
import { redirect, type Ask, type Reply } from '#kernel/http.ts'
import { limit } from '#kernel/limits.ts'
import { sendMail } from '#kernel/mail.ts'
import { whoReadsEmails } from '#kernel/mail/readers.ts'
import { organisationById } from '#features/organisations/index.ts'
import { myDetails } from '#features/people/index.ts'
import { challenge, normaliseAddress } from '#features/sign-in/index.ts'
import { entriesOf, type Application, type JoinPurpose } from './application.ts'
import { codeEmail } from './emails.ts'
import { enter } from './enter.ts'
import { endApplication } from './joined.ts'
import { underWay, whatIsMissing, type UnderWay } from './under-way.ts'
import { checkView, type About } from './views/check.ts'

/** The page on which people check what they have filled in. */
export async function showCheck(tx: Tx, ask: Ask): Promise<Reply> {
  const { application, networks } = await underWay(tx, ask)
  const next = whatIsMissing(ask, application, networks)
  if (next) return redirect(next)
  const about = await aboutThem(tx, ask, application)
  return checkView({
    application,
    networks,
    about,
    signedIn: ask.viewer.kind === 'person',
    emailsReadBy: whoReadsEmails(ask.app.config),
  })
}

/**
 * Join: someone signed in is in at once; anyone else is sent a code first, and a new one whenever they ask.
 */
export async function check(tx: Tx, ask: Ask): Promise<Reply> {
  const { application, networks } = await underWay(tx, ask)
  const next = whatIsMissing(ask, application, networks)
  if (next) return redirect(next)
  return ask.viewer.kind === 'person'
    ? joinAtOnce(tx, ask, { application, networks })
    : sendCode(tx, ask, { application, networks })
}

async function joinAtOnce(tx: Tx, ask: Ask, { application, networks }: UnderWay): Promise<Reply> {
  const { me } = ask
  await limit(tx, 'joining by', me.person, 60, 10)
  const details = await myDetails(tx, me)
  const organisation = details.organisation
    ? await organisationById(tx, details.organisation)
    : undefined
  const entrant = { person: me.person, details, organisationName: organisation?.name ?? null }
  const outcomes = await tx.asSystem('let someone into networks', (system) =>
    enter(system, ask.app, entrant, entriesOf(application, networks)),
  )
  await endApplication(tx, ask, { person: me.person, outcomes, accountName: null })
  return redirect('/join/done')
}

/** Sends a code to the address. Nothing here depends on whether the address is known. */
async function sendCode(tx: Tx, ask: Ask, { application, networks }: UnderWay): Promise<Reply> {
  const { address, key } = normaliseAddress(application.address)
  if (address === undefined) return redirect('/join/details')
  await Promise.all([
    limit(tx, 'codes to join from', ask.from, 300, 10),
    limit(tx, 'codes to join to', key, 5, 10),
    limit(tx, 'codes to join in a day to', key, 30, 1440),
  ])
  const purpose: JoinPurpose = {
    kind: 'join',
    key,
    address,
    name: application.name,
    organisation: application.organisation,
    entries: entriesOf(application, networks),
  }
  const made = await tx.asSystem('send a code to someone who joins', (system) =>
    challenge(system, purpose),
  )
  await sendMail(tx, codeEmail(ask.app, address, made))
  ask.setCookie('join-code', made.id)
  return redirect('/join/confirm')
}

async function aboutThem(tx: Tx, ask: Ask, application: Application): Promise<About> {
  if (ask.viewer.kind !== 'person')
    return {
      name: application.name,
      address: application.address,
      organisation: application.organisation?.name ?? '',
    }
  const organisation = ask.me.organisation
    ? await organisationById(tx, ask.me.organisation)
    : undefined
  return { name: ask.me.name, address: ask.me.email, organisation: organisation?.name ?? '' }
}

import type { Tx } from '#kernel/db.ts'
import { dropDraft } from '#kernel/drafts.ts'
import { fieldError, fill } from '#kernel/forms.ts'
import { redirect, type Ask, type Reply } from '#kernel/http.ts'
import { limit } from '#kernel/limits.ts'
import { sendMail } from '#kernel/mail.ts'
import type { Id } from '#kernel/viewer.ts'
import { organisationById } from '#features/organisations/index.ts'
import { myDetails, register } from '#features/people/index.ts'
import { answerCode, answerLink, challenge, linkStands, normaliseAddress, startSession, type Purpose } from '#features/sign-in/index.ts'
import { entriesOf, readApplication, type Application, type JoinPurpose } from './application.ts'
import { codeEmail } from './emails.ts'
import { enter, type Outcome } from './enter.ts'
import { codeForm } from './forms.ts'
import { networkNames, type Chosen } from './queries.ts'
import { confirmView, linkView, spentView } from './views/confirm.ts'
import { doneView } from './views/done.ts'

/** Join: someone signed in is in at once; anyone else proves their address first. */
export async function check(tx: Tx, ask: Ask, application: Application, networks: Chosen[]): Promise<Reply> {
  if (ask.viewer.kind !== 'person') return sendCode(tx, ask, application, networks)
  const { me } = ask
  await limit(tx, 'joining by', me.person, 60, 10)
  const details = await myDetails(tx, me)
  const organisationName = details.organisation ? ((await organisationById(tx, details.organisation))?.name ?? null) : null
  const outcomes = await tx.asSystem('let someone into networks', (system) => enter(system, ask.app, { person: me.person, details, organisationName }, entriesOf(application, networks)))
  await end(tx, ask, me.person, outcomes, null)
  return redirect('/join/done')
}

/** Once more, when the first code did not come or no longer works. */
export function askForNewCode(tx: Tx, ask: Ask, application: Application, networks: Chosen[]): Promise<Reply> {
  return check(tx, ask, application, networks)
}

/** Sends a code to the address. Nothing here depends on whether the address is known. */
async function sendCode(tx: Tx, ask: Ask, application: Application, networks: Chosen[]): Promise<Reply> {
  const { address, key } = normaliseAddress(application.address)
  if (address === undefined) return redirect('/join/details')
  await limit(tx, 'codes to join from', ask.from, 300, 10)
  await limit(tx, 'codes to join to', key, 5, 10)
  await limit(tx, 'codes to join in a day to', key, 30, 1440)
  const purpose: JoinPurpose = { kind: 'join', key, address, name: application.name, organisation: application.organisation, entries: entriesOf(application, networks) }
  const made = await tx.asSystem('send a code to someone who joins', (system) => challenge(system, purpose))
  await sendMail(tx, codeEmail(ask.app, address, made))
  ask.setCookie('join-code', made.id)
  return redirect('/join/confirm')
}

export async function showConfirm(tx: Tx, ask: Ask): Promise<Reply> {
  if (!ask.cookie('join-code')) return redirect(ask.viewer.kind === 'person' ? '/home' : '/join')
  return confirmView({ address: (await readApplication(tx, ask)).address })
}

export async function confirmByCode(tx: Tx, ask: Ask): Promise<Reply> {
  const id = ask.cookie('join-code')
  // Confirmed twice: the first time has ended it.
  if (!id) return redirect(ask.viewer.kind === 'person' && ask.cookie('joined') ? '/join/done' : '/join')
  const filled = fill(codeForm, ask.body)
  if (!filled.ok) return confirmView({ ...filled, address: (await readApplication(tx, ask)).address })
  const answered = await tx.asSystem('let in someone who proved their address', async (system) => {
    const answer = await answerCode(system, uuid.test(id) ? id : noId, filled.value.code)
    if (answer.right && isJoin(answer.purpose)) await letIn(system, ask, answer.purpose)
    return answer
  })
  if (answered.right) return redirect('/join/done')
  const text = answered.over
    ? 'That code no longer works. Send a new one'
    : `That is not the code we sent. Check it and try again: you have ${answered.left} ${answered.left === 1 ? 'try' : 'tries'} left`
  return confirmView({ address: (await readApplication(tx, ask)).address, typed: ask.body, errors: [fieldError('code', text)], over: answered.over })
}

export async function showLink(tx: Tx, ask: Ask): Promise<Reply> {
  const link = ask.params['link']!
  return linkView(link, await tx.asSystem('look at a link to confirm', (system) => linkStands(system, link)))
}

export async function confirmByLink(tx: Tx, ask: Ask): Promise<Reply> {
  await limit(tx, 'links to confirm from', ask.from, 300, 10)
  const done = await tx.asSystem('let in someone who proved their address', async (system) => {
    const purpose = await answerLink(system, ask.params['link']!)
    if (purpose && isJoin(purpose)) await letIn(system, ask, purpose)
    return purpose && isJoin(purpose)
  })
  return done ? redirect('/join/done') : spentView()
}

/** The page after joining, for the person who joined in this browser. */
export async function done(tx: Tx, ask: Ask): Promise<Reply> {
  const kept = readJoined(ask)
  if (!kept || kept.person !== ask.me.person) return redirect('/home')
  const names = await networkNames(tx, kept.outcomes.map((outcome) => outcome.network))
  const statuses = new Map(kept.outcomes.map((outcome) => [outcome.network, outcome.status]))
  const ended = [...names].map(([id, { name, slug }]) => ({ name, slug, status: statuses.get(id)! }))
  return doneView({ ended, locked: kept.outcomes.filter((outcome) => !names.has(outcome.network)).length, accountName: kept.accountName })
}

/** The address has proved itself: the account is made or found, the networks entered, the session begun. */
async function letIn(system: Tx, ask: Ask, purpose: JoinPurpose): Promise<void> {
  const told = purpose.organisation
  const { id, details, isNew } = await register(system, purpose.key, { name: purpose.name, email: purpose.address, organisation: told?.id ?? null })
  const organisationName = details.organisation === told?.id ? (told?.name ?? null) : details.organisation ? ((await organisationById(system, details.organisation))?.name ?? null) : null
  const outcomes = await enter(system, ask.app, { person: id, details, organisationName }, purpose.entries)
  await startSession(system, ask, id, details)
  await end(system, ask, id, outcomes, !isNew && details.name !== purpose.name ? details.name : null)
}

type Joined = { person: Id; outcomes: Outcome[]; accountName: string | null }

/**
 * Nothing of the application stays. What came of it goes, sealed, into a cookie of this browser: a record of
 * ours would join the networks.
 */
async function end(tx: Tx, ask: Ask, person: Id, outcomes: Outcome[], accountName: string | null): Promise<void> {
  await dropDraft(tx, ask, 'join')
  ask.clearCookie('join-code')
  ask.clearCookie('invitation')
  const joined: Joined = { person, outcomes, accountName }
  ask.setCookie('joined', ask.app.db.keys.seal('joined', place, JSON.stringify(joined)).toString('base64url'))
}

function readJoined(ask: Ask): Joined | undefined {
  try {
    return JSON.parse(ask.app.db.keys.open('joined', place, Buffer.from(ask.cookie('joined') ?? '', 'base64url'))) as Joined
  } catch {
    return undefined
  }
}

const isJoin = (purpose: Purpose): purpose is JoinPurpose => purpose.kind === 'join'
const place = { table: 'cookie', column: 'joined', row: '' }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const noId = '00000000-0000-0000-0000-000000000000'

import type { Tx } from '#kernel/db.ts'
import { fill } from '#kernel/forms.ts'
import { redirect, type Ask, type Reply } from '#kernel/http.ts'
import { limit } from '#kernel/limits.ts'
import { isId } from '#kernel/viewer.ts'
import { organisationByDomain, organisationById } from '#features/organisations/index.ts'
import { register, type Details } from '#features/people/index.ts'
import {
  answerCode,
  answerLink,
  codeError,
  codeForm,
  linkStands,
  startSession,
  type Purpose,
} from '#features/sign-in/index.ts'
import { readApplication, type JoinPurpose } from './application.ts'
import { enter } from './enter.ts'
import { endApplication } from './joined.ts'
import { confirmView, linkView, spentView } from './views/confirm.ts'

/** The page that asks for the code. */
export async function showConfirm(tx: Tx, ask: Ask): Promise<Reply> {
  if (!ask.cookie('join-code')) return redirect(ask.viewer.kind === 'person' ? '/home' : '/join')
  return confirmView({ address: (await readApplication(tx, ask)).address })
}

/** The code came back: the address is theirs, and they join. */
export async function confirmByCode(tx: Tx, ask: Ask): Promise<Reply> {
  const id = ask.cookie('join-code')
  // Confirmed twice: the first time has ended it.
  if (!id)
    return redirect(ask.viewer.kind === 'person' && ask.cookie('joined') ? '/join/done' : '/join')
  const filled = fill(codeForm, ask.body)
  if (!filled.ok)
    return confirmView({ ...filled, address: (await readApplication(tx, ask)).address })
  await limit(tx, 'tries of codes', ask.from, 300, 10)
  const answered = await tx.asSystem('let in someone who proved their address', async (system) => {
    const answer = await answerCode(system, isId(id) ? id : noId, filled.value.code)
    if (answer.right && isJoin(answer.purpose)) await letIn(system, ask, answer.purpose)
    return answer
  })
  if (answered.right) return redirect('/join/done')
  return confirmView({
    address: (await readApplication(tx, ask)).address,
    typed: ask.body,
    errors: [codeError(answered)],
    over: answered.over,
  })
}

/** The page behind the link of the email. Opening it changes nothing: scanners of mail open links. */
export async function showLink(tx: Tx, ask: Ask): Promise<Reply> {
  const link = ask.params['link']!
  return linkView(
    link,
    await tx.asSystem('look at a link to confirm', (system) => linkStands(system, link)),
  )
}

/** The button behind the link was pressed: the address is theirs, and they join. */
export async function confirmByLink(tx: Tx, ask: Ask): Promise<Reply> {
  await limit(tx, 'links to confirm from', ask.from, 300, 10)
  const done = await tx.asSystem('let in someone who proved their address', async (system) => {
    const purpose = await answerLink(system, ask.params['link']!)
    if (purpose && isJoin(purpose)) await letIn(system, ask, purpose)
    return purpose && isJoin(purpose)
  })
  return done ? redirect('/join/done') : spentView()
}

/** The address has proved itself: the account is made or found, the networks entered, the session begun. */
async function letIn(system: Tx, ask: Ask, purpose: JoinPurpose): Promise<void> {
  const domain = purpose.address.split('@').pop()!
  const toldBy = await organisationByDomain(system, domain)
  const told = {
    name: purpose.name,
    email: purpose.address,
    organisation: purpose.organisation?.id ?? null,
    organisationTold: purpose.organisation !== null && purpose.organisation.id === toldBy?.id,
  }
  const { id, details, isNew, second } = await register(system, purpose.key, told)
  const entrant = {
    person: id,
    details,
    organisationName: await organisationName(system, details, purpose),
  }
  const outcomes = await enter(system, ask.app, entrant, purpose.entries)
  await startSession(system, ask, id, details, second)
  const accountName = !isNew && details.name !== purpose.name ? details.name : null
  await endApplication(system, ask, { person: id, outcomes, accountName })
}

async function organisationName(
  system: Tx,
  { organisation }: Details,
  purpose: JoinPurpose,
): Promise<string | null> {
  if (!organisation) return null
  if (organisation === purpose.organisation?.id) return purpose.organisation.name
  return (await organisationById(system, organisation))?.name ?? null
}

const isJoin = (purpose: Purpose): purpose is JoinPurpose => purpose.kind === 'join'
const noId = '00000000-0000-0000-0000-000000000000'

import type { Tx } from '#kernel/db.ts'
import { dropDraft, keepDraft, readDraft } from '#kernel/drafts.ts'
import { fill } from '#kernel/forms.ts'
import { one, open, ownAddress, redirect, type Ask, type Reply } from '#kernel/http.ts'
import { limit } from '#kernel/limits.ts'
import { sendMail } from '#kernel/mail.ts'
import { allOrganisations, askForDomain } from '#features/organisations/index.ts'
import { personByAnyAddress, register } from '#features/people/index.ts'
import { admissible } from './admission.ts'
import { codeEmail } from './emails.ts'
import { codeError } from './fields.ts'
import { askForm, codeForm, emailForm, nameForm } from './forms.ts'
import {
  answerCode,
  answerLink,
  challenge,
  endSession,
  linkStands,
  startSession,
  type Purpose,
} from './queries.ts'
import { codeView, linkView, nameView, signInView, spentView, unknownDomainView } from './views.ts'

/** What is kept of a sign-in between its pages. `proved` is there once the address has proved itself. */
export type SigningIn = {
  challenge: string
  address: string
  next: string
  proved: { key: string; address: string; domain: string }
}

/** From the address to being signed in. */
export const routes = [
  open.get('/sign-in', (_tx, ask) =>
    ask.viewer.kind === 'person' ? redirect('/home') : signInView({ next: one(ask.query, 'next') }),
  ),
  open.post('/sign-in', askForCode),
  open.get('/sign-in/code', async (tx, ask) => {
    const draft = await readDraft<SigningIn>(tx, ask, 'sign-in')
    return draft.challenge ? codeView({ address: draft.address! }) : redirect('/sign-in')
  }),
  open.post('/sign-in/code', tryCode),
  open.get('/sign-in/link/:link', async (tx, ask) =>
    linkView(
      ask.params['link']!,
      await tx.asSystem('look at a sign-in link', (system) =>
        linkStands(system, ask.params['link']!),
      ),
    ),
  ),
  open.post('/sign-in/link/:link', async (tx, ask) => {
    await limit(tx, 'sign-in link', ask.from, 60, 10)
    const purpose = await tx.asSystem('sign someone in', (system) =>
      answerLink(system, ask.params['link']!),
    )
    return purpose?.kind === 'sign-in' ? enter(tx, ask, purpose) : spentView()
  }),
  open.get('/sign-in/name', async (tx, ask) => {
    const draft = await readDraft<SigningIn>(tx, ask, 'sign-in')
    return draft.proved
      ? nameView({ address: draft.proved.address, organisations: await choices(tx, draft.proved) })
      : redirect('/sign-in')
  }),
  open.post('/sign-in/name', giveName),
  open.get('/sign-in/ask', (_tx, ask) =>
    unknownDomainView({ domain: one(ask.query, 'domain').slice(0, 253) }),
  ),
  open.post('/sign-in/ask', async (tx, ask) => {
    const filled = fill(askForm, ask.body)
    if (!filled.ok)
      return unknownDomainView({ ...filled, domain: one(ask.body, 'email').split('@').pop() ?? '' })
    await limit(tx, 'ask for a domain', ask.from, 10, 60)
    const { address, domain } = filled.value.email
    await askForDomain(tx, domain, { address, reason: filled.value.reason })
    return unknownDomainView({ domain, asked: true })
  }),
  open.post('/sign-out', async (tx, ask) => {
    await endSession(tx, ask)
    return redirect('/', 'You have signed out')
  }),
]

async function askForCode(tx: Tx, ask: Ask): Promise<Reply> {
  const next = ownAddress(one(ask.body, 'next'), '/home')
  const filled = fill(emailForm, ask.body)
  if (!filled.ok) return signInView({ ...filled, next })
  const { address, key, domain } = filled.value.email
  await Promise.all([
    limit(tx, 'sign-in codes from', ask.from, 200, 10),
    limit(tx, 'sign-in codes to', key, 6, 10),
    limit(tx, 'sign-in codes in a day to', key, 60, 1440),
  ])
  if (!(await admissible(tx, filled.value.email)))
    return unknownDomainView({ domain, typed: { email: address } })
  const made = await tx.asSystem('sign someone in', (system) =>
    challenge(system, { kind: 'sign-in', key, address, domain, next }),
  )
  await sendMail(tx, codeEmail(ask.app, { name: '', address }, made))
  await keepDraft<SigningIn>(tx, ask, 'sign-in', { challenge: made.id, address, next })
  return redirect('/sign-in/code')
}

async function tryCode(tx: Tx, ask: Ask): Promise<Reply> {
  const draft = await readDraft<SigningIn>(tx, ask, 'sign-in')
  if (!draft.challenge) return redirect('/sign-in')
  const filled = fill(codeForm, ask.body)
  if (!filled.ok) return codeView({ ...filled, address: draft.address! })
  await limit(tx, 'tries of codes', ask.from, 300, 10)
  const answered = await tx.asSystem('sign someone in', (system) =>
    answerCode(system, draft.challenge!, filled.value.code),
  )
  if (answered.right) return enter(tx, ask, answered.purpose)
  return codeView({ address: draft.address!, typed: ask.body, errors: [codeError(answered)] })
}

/** The address has proved itself: a known person is signed in, a new one gives a name first. */
async function enter(tx: Tx, ask: Ask, purpose: Purpose): Promise<Reply> {
  const next = typeof purpose['next'] === 'string' ? purpose['next'] : '/home'
  const person = await tx.asSystem('sign someone in', (system) =>
    personByAnyAddress(system, purpose.key),
  )
  // A second address that was given up since: it makes no account, since it may be of any domain.
  if (!person && purpose['second']) return redirect('/sign-in')
  if (!person) {
    const proved = { key: purpose.key, address: purpose.address, domain: String(purpose['domain']) }
    await keepDraft<SigningIn>(tx, ask, 'sign-in', { proved, next })
    return redirect('/sign-in/name')
  }
  await dropDraft(tx, ask, 'sign-in')
  await tx.asSystem('sign someone in', (system) =>
    startSession(system, ask, person.id, person.details, person.second),
  )
  return redirect(next)
}

async function giveName(tx: Tx, ask: Ask): Promise<Reply> {
  const draft = await readDraft<SigningIn>(tx, ask, 'sign-in')
  if (!draft.proved) return redirect('/sign-in')
  const filled = fill(nameForm, ask.body)
  const known = await choices(tx, draft.proved)
  if (!filled.ok)
    return nameView({ ...filled, address: draft.proved.address, organisations: known })
  const told = (await admissible(tx, draft.proved))?.organisation?.id
  const organisation =
    told ?? known?.find((each) => each.id === filled.value.organisation)?.id ?? null
  await tx.asSystem('register a person', async (system) => {
    const { proved } = draft
    const person = await register(system, proved!.key, {
      name: filled.value.name,
      email: proved!.address,
      organisation,
      organisationTold: told !== undefined,
    })
    await startSession(system, ask, person.id, person.details, person.second)
  })
  await dropDraft(tx, ask, 'sign-in')
  return redirect(draft.next ?? '/home', `Welcome, ${filled.value.name}`)
}

/** Where the address does not tell the organisation, the list to choose from. */
async function choices(
  tx: Tx,
  proved: SigningIn['proved'],
): Promise<{ id: string; name: string }[] | undefined> {
  const admission = await admissible(tx, proved)
  return admission?.organisation ? undefined : allOrganisations(tx)
}

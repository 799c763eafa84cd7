import { NotFound, type Tx } from '#kernel/db.ts'
import { keepDraft, readDraft } from '#kernel/drafts.ts'
import { fieldError, fill } from '#kernel/forms.ts'
import { get, one, post, redirect, type Ask, type View } from '#kernel/http.ts'
import { organisationById } from '#features/organisations/index.ts'
import { findNetwork } from './find.ts'
import { createNetwork, namesake, oneAtATime, type NewNetwork } from './founding.ts'
import { addressOf, askedOf, forms, nextOf, type Draft, type StepKey } from './new-steps.ts'
import { checkView } from './check-view.ts'
import { questionView } from './new-views.ts'
import { readOrganisations } from './scope.ts'

/** Starting a network: one question a page, a check, and there it is. */
export const newRoutes = [
  get('/networks/new', async (tx, ask) => {
    const kept = await draftOf(tx, ask)
    // What was created is done with: whoever comes back starts another.
    const draft: Draft = kept.created ? {} : kept
    const parent = one(ask.query, 'parent') || draft.parent
    return questionView('name', { ...draft, parent }, { parentName: await nameOf(tx, parent) })
  }),
  post('/networks/new', async (tx, ask) => {
    const kept = await draftOf(tx, ask)
    const draft: Draft = kept.created ? {} : kept
    const filled = fill(forms.name, ask.body)
    const parent = one(ask.body, 'parent') || undefined
    const parentName = await nameOf(tx, parent)
    if (!filled.ok) return questionView('name', { ...draft, parent }, { ...filled, parentName })
    const next: Draft = { ...draft, name: filled.value.name, parent: parentName && parent }
    if (!next.parent) delete next.kind
    const same = await namesake(tx, filled.value.name)
    if (same) return questionView('name', next, { ...filled, ...takenBy(same), parentName })
    return keepAndGoOn(tx, ask, next)
  }),
  get('/networks/new/check', async (tx, ask) => {
    const draft = await draftOf(tx, ask)
    if (draft.created) return redirect(`/networks/${draft.created}/setup`)
    const missing = nextOf(draft)
    return missing === 'check'
      ? checkView(draft, await parentFacts(tx, draft))
      : redirect(addressOf(missing))
  }),
  post('/networks/new/check', async (tx, ask) => {
    await oneAtATime(tx, ask.me)
    const draft = await draftOf(tx, ask)
    if (draft.created) return redirect(`/networks/${draft.created}/setup`)
    const missing = nextOf(draft)
    if (missing !== 'check') return redirect(addressOf(missing))
    const same = await namesake(tx, draft.name!)
    if (same) return checkView(draft, { ...(await parentFacts(tx, draft)), ...takenBy(same) })
    const network = await createNetwork(tx, ask.app, ask.me, await answersOf(tx, draft))
    await keepDraft<Draft>(tx, ask, journeyOf(ask), { created: network.slug })
    const next = one(ask.body, 'begin') === 'proposal' ? 'proposal' : 'setup'
    return redirect(`/networks/${network.slug}/${next}`, 'Your network has been created')
  }),
  get('/networks/new/:step', async (tx, ask) => {
    const draft = await draftOf(tx, ask)
    const step = stepOf(ask, draft)
    if (!step) return redirect(addressOf(nextOf(draft)))
    return questionView(step, step === 'organisations' ? await withMine(tx, ask, draft) : draft)
  }),
  post('/networks/new/:step', async (tx, ask) => {
    const draft = await draftOf(tx, ask)
    const step = stepOf(ask, draft)
    if (!step) return redirect(addressOf(nextOf(draft)))
    if (step === 'organisations') return keepOrganisations(tx, ask, draft)
    const filled = fill(forms[step], ask.body)
    if (!filled.ok) return questionView(step, draft, filled)
    return keepAndGoOn(tx, ask, { ...draft, ...filled.value })
  }),
]

async function keepOrganisations(tx: Tx, ask: Ask, draft: Draft) {
  const filled = fill(forms.organisations, ask.body)
  if (!filled.ok) return questionView('organisations', draft, filled)
  const { organisations, problem } = await readOrganisations(tx, filled.value.organisations)
  if (problem)
    return questionView('organisations', draft, {
      ...filled,
      errors: [fieldError('organisations', problem)],
    })
  return keepAndGoOn(tx, ask, { ...draft, organisations })
}

async function keepAndGoOn(tx: Tx, ask: Ask, draft: Draft) {
  await keepDraft<Draft>(tx, ask, journeyOf(ask), draft)
  return redirect(addressOf(nextOf(draft)))
}

/** A draft belongs to one person in one browser: the next to sign in there meets nothing of it. */
const journeyOf = (ask: Ask) =>
  `network-${ask.app.db.keys.tag('drafts', ask.me.person).toString('hex').slice(0, 12)}`
const draftOf = (tx: Tx, ask: Ask): Promise<Draft> => readDraft<Draft>(tx, ask, journeyOf(ask))

/** The question asked for, if these answers lead to it and the first one is answered. */
function stepOf(ask: Ask, draft: Draft): StepKey | undefined {
  const key = ask.params['step'] as StepKey
  if (key === 'name' || !Object.hasOwn(forms, key)) throw new NotFound()
  return draft.name && !draft.created && askedOf(draft).includes(key) ? key : undefined
}

async function answersOf(tx: Tx, draft: Draft): Promise<NewNetwork> {
  const parent = draft.parent ? await findNetwork(tx, draft.parent) : undefined
  const { created: _, ...rest } = draft
  const organisations = (draft.organisations ?? []).map((each) => each.id)
  return {
    ...(rest as Omit<NewNetwork, 'organisations' | 'parent'>),
    organisations,
    parent: parent?.id,
  }
}

async function parentFacts(
  tx: Tx,
  draft: Draft,
): Promise<{ parentName?: string; leadsParent?: boolean }> {
  const parent = draft.parent ? await findNetwork(tx, draft.parent) : undefined
  return { parentName: parent?.name, leadsParent: parent?.leads }
}

async function nameOf(tx: Tx, slug: string | undefined): Promise<string | undefined> {
  return slug ? (await findNetwork(tx, slug))?.name : undefined
}

/** The founder's own organisation is offered as the first. */
async function withMine(tx: Tx, ask: Ask, draft: Draft): Promise<Draft> {
  if (draft.organisations || !ask.me.organisation) return draft
  const mine = await organisationById(tx, ask.me.organisation)
  return mine ? { ...draft, organisations: [{ id: mine.id, name: mine.name }] } : draft
}

function takenBy(same: {
  slug: string
  name: string
}): Pick<View, 'errors'> & { same: { slug: string; name: string } } {
  return {
    same,
    errors: [
      fieldError(
        'name',
        `There is a network called ${same.name} already. Choose another name, or join that one`,
      ),
    ],
  }
}

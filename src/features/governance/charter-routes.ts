import { found, type Tx } from '#kernel/db.ts'
import { fieldError } from '#kernel/forms.ts'
import { get, one, open, post, redirect, type Ask, type Reply } from '#kernel/http.ts'
import { allyPlaces } from '#features/members/index.ts'
import { findNetwork, isKeyOf, ledNetwork } from '#features/networks/index.ts'
import { readPart, typedPart } from './charter-form.ts'
import { charterView, earlierView } from './charter-views.ts'
import {
  adopt,
  charterInForce,
  charterVersion,
  charterVersions,
  draftOrCurrentCharter,
  dropDraftCharter,
  missingParts,
  writePart,
  type Part,
} from './charter.ts'
import { partTitles, suggestedConduct } from './draft-questions.ts'
import { adoptionView, draftView, partView, removalView } from './draft-views.ts'

export const charterRoutes = [
  open.get('/networks/:slug/charter', async (tx, ask) => {
    const network = found(await findNetwork(tx, ask.params['slug']!))
    const hasDraft = network.leads && (await draftOrCurrentCharter(tx, network)).begun
    const charter = await charterInForce(tx, network.id)
    return charterView(ask, network, {
      charter,
      versions: await charterVersions(tx, network.id),
      hasDraft,
      places: network.leads && charter?.ally_cap ? await allyPlaces(tx, network.id) : undefined,
    })
  }),
  open.get('/networks/:slug/charter/versions/:version', async (tx, ask) => {
    const network = found(await findNetwork(tx, ask.params['slug']!))
    const current = found(await charterInForce(tx, network.id))
    const version = /^\d{1,6}$/.test(ask.params['version']!) ? Number(ask.params['version']) : 0
    return earlierView(
      ask,
      network,
      found(await charterVersion(tx, network.id, version)),
      current.version,
    )
  }),
  get('/networks/:slug/charter/draft', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return draftView(ask, network, await draftOrCurrentCharter(tx, network))
  }),
  get('/networks/:slug/charter/draft/:part', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const part = partAsked(ask)
    const draft = await draftOrCurrentCharter(tx, network)
    const typed = typedPart(part, draft, network)
    if (part === 'conduct' && one(ask.query, 'start') === 'suggested')
      typed['code_of_conduct'] = suggestedConduct
    return partView(ask, network, part, { typed, draft })
  }),
  post('/networks/:slug/charter/draft/:part', savePart),
  get('/networks/:slug/charter/adoption', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const draft = await draftOrCurrentCharter(tx, network)
    if (!draft.begun || missingParts(draft).length)
      return redirect(`/networks/${network.slug}/charter/draft`)
    return adoptionView(ask, network, draft)
  }),
  post('/networks/:slug/charter/adoption', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    if (await adopt(tx, network, one(ask.body, 'read')))
      return redirect(`/networks/${network.slug}/charter`, 'Charter adopted')
    const draft = await draftOrCurrentCharter(tx, network)
    if (!draft.begun) return redirect(`/networks/${network.slug}/charter`)
    if (missingParts(draft).length) return redirect(`/networks/${network.slug}/charter/draft`)
    return adoptionView(ask, network, draft, true)
  }),
  get('/networks/:slug/charter/draft-removal', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const draft = await draftOrCurrentCharter(tx, network)
    return draft.begun
      ? removalView(ask, network, draft)
      : redirect(`/networks/${network.slug}/charter/draft`)
  }),
  post('/networks/:slug/charter/draft-removal', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    await dropDraftCharter(tx, network.id)
    return redirect(`/networks/${network.slug}/charter`, 'Draft thrown away')
  }),
]

async function savePart(tx: Tx, ask: Ask): Promise<Reply> {
  const network = await ledNetwork(tx, ask)
  const part = partAsked(ask)
  const filled = readPart(part, ask.body, network)
  const opened = one(ask.body, 'opened')
  if (!filled.ok)
    return partView(ask, network, part, {
      ...filled,
      opened,
      draft: await draftOrCurrentCharter(tx, network),
    })
  const changed = await writePart(tx, network, part, opened, filled.value)
  if (!changed) return redirect(`/networks/${network.slug}/charter/draft`, 'Saved')
  const text = 'The draft changed while you were writing. Compare the two, then save again'
  return partView(ask, network, part, {
    typed: ask.body,
    errors: [fieldError(firstFields[part], text)],
    draft: changed,
    changed: true,
  })
}

/** Where the page scrolls to when another lead changed the part. */
const firstFields: Record<Part, string> = {
  membership: 'reasons',
  inviting: 'inviting',
  allies: 'ally_policy',
  decisions: 'decision_rule',
  'ground-rules': 'rules',
  conduct: 'code_of_conduct',
}

function partAsked(ask: Ask): Part {
  const part = ask.params['part']
  return found(isKeyOf(partTitles, part) ? part : undefined)
}

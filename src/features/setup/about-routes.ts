import { found, type Tx } from '#kernel/db.ts'
import { fieldError, fill } from '#kernel/forms.ts'
import { get, post, redirect, type Ask, type Reply } from '#kernel/http.ts'
import {
  changeNetwork,
  changeScope,
  ledNetwork,
  readOrganisations,
  scopeOf,
  type Network,
} from '#features/networks/index.ts'
import { aimForm, answersForm, contactForm, missionForm, readPlaces } from './about-forms.ts'
import { aimView, contactView, privacyView } from './about-views.ts'
import { missionView, templateView } from './mission-views.ts'
import { scopeView } from './scope-views.ts'
import { privacyGaps } from './tasks.ts'
import { missionTemplates, type MissionTemplate } from './templates.ts'

export const aboutRoutes = [
  get('/networks/:slug/setup/aim', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return aimView(ask, network, {
      typed: { purpose: network.purpose, audience: network.audience },
    })
  }),
  post('/networks/:slug/setup/aim', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const filled = fill(aimForm, ask.body)
    if (!filled.ok) return aimView(ask, network, filled)
    await changeNetwork(tx, network, filled.value)
    return saved(network)
  }),
  get('/networks/:slug/setup/mission', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return missionView(ask, network, { typed: { mission: network.mission } })
  }),
  post('/networks/:slug/setup/mission', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const filled = fill(missionForm, ask.body)
    if (!filled.ok) return missionView(ask, network, filled)
    await changeNetwork(tx, network, filled.value)
    return saved(network)
  }),
  get('/networks/:slug/setup/mission/:template', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return templateView(ask, network, templateAsked(ask), {})
  }),
  post('/networks/:slug/setup/mission/:template', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const template = templateAsked(ask)
    const filled = fill(answersForm, ask.body)
    if (!filled.ok) return templateView(ask, network, template, filled)
    return missionView(ask, network, { typed: { mission: template.fill(filled.value) } }, true)
  }),
  get('/networks/:slug/setup/scope', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const { organisations, regions, grades } = await scopeOf(tx, network.id)
    return scopeView(ask, network, {
      typed: { organisations: organisations.map(({ name }) => name).join('\n'), regions, grades },
    })
  }),
  post('/networks/:slug/setup/scope', setScope),
  get('/networks/:slug/setup/privacy', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return privacyView(ask, network, await privacyGaps(tx, network.id))
  }),
  get('/networks/:slug/setup/contact', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    return contactView(ask, network, { typed: { contact: network.contact } })
  }),
  post('/networks/:slug/setup/contact', async (tx, ask) => {
    const network = await ledNetwork(tx, ask)
    const filled = fill(contactForm, ask.body)
    if (!filled.ok) return contactView(ask, network, filled)
    await changeNetwork(tx, network, filled.value)
    return saved(network)
  }),
]

async function setScope(tx: Tx, ask: Ask): Promise<Reply> {
  const network = await ledNetwork(tx, ask)
  const { typed, ...places } = readPlaces(ask.body)
  const { organisations, problem } = await readOrganisations(tx, typed)
  if (problem && network.findable !== 'organisations')
    return scopeView(ask, network, {
      typed: ask.body,
      errors: [fieldError('organisations', problem)],
    })
  await changeScope(tx, network, { ...places, organisations: organisations.map(({ id }) => id) })
  return saved(network)
}

const saved = (network: Network) => redirect(`/networks/${network.slug}/setup`, 'Saved')

function templateAsked(ask: Ask): MissionTemplate {
  return found(missionTemplates.find(({ key }) => key === ask.params['template']))
}

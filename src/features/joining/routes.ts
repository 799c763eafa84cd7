import type { Tx } from '#kernel/db.ts'
import { fieldError, fill } from '#kernel/forms.ts'
import { all, get, one, open, redirect, type Ask, type Fields, type Reply } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { limit } from '#kernel/limits.ts'
import { organisationById } from '#features/organisations/index.ts'
import { admissible } from '#features/sign-in/index.ts'
import { asksAnything, givenTo, isComplete, keepApplication, mostNetworks, readApplication, type Application, type From } from './application.ts'
import { askForNewCode, check, confirmByCode, confirmByLink, done, showConfirm, showLink } from './confirm-routes.ts'
import { askForDomain, showDomain } from './domain-routes.ts'
import { personForm, readGiven } from './forms.ts'
import { organisationTyped } from './organisation.ts'
import { canJoin, choices, chosenNetworks, type Chosen, type Place } from './queries.ts'
import { countSource, readCode } from './source.ts'
import { checkView } from './views/check.ts'
import { chooseView } from './views/choose.ts'
import { detailsView, type Matches } from './views/details.ts'

export const routes = [
  open.get('/join', choose),
  open.post('/join', chosen),
  open.get('/join/details', async (tx, ask) => {
    const { application, networks } = await underWay(tx, ask)
    return networks.length === 0 ? redirect('/join') : detailsView({ application, networks, signedIn: ask.viewer.kind === 'person' })
  }),
  open.post('/join/details', tell),
  open.get('/join/domain', showDomain),
  open.post('/join/domain', askForDomain),
  open.get('/join/check', async (tx, ask) => {
    const { application, networks } = await underWay(tx, ask)
    const next = whatIsMissing(ask, application, networks)
    return next ? redirect(next) : checkView({ application, networks, about: await aboutThem(tx, ask, application), signedIn: ask.viewer.kind === 'person' })
  }),
  open.post('/join/check', async (tx, ask) => {
    const { application, networks } = await underWay(tx, ask)
    const next = whatIsMissing(ask, application, networks)
    return next ? redirect(next) : check(tx, ask, application, networks)
  }),
  open.get('/join/confirm', showConfirm),
  open.post('/join/confirm', confirmByCode),
  open.post('/join/confirm/new', async (tx, ask) => {
    const { application, networks } = await underWay(tx, ask)
    const next = whatIsMissing(ask, application, networks)
    return next ? redirect(next) : askForNewCode(tx, ask, application, networks)
  }),
  open.get('/join/confirm/:link', showLink),
  open.post('/join/confirm/:link', confirmByLink),
  get('/join/done', done),
]

async function choose(tx: Tx, ask: Ask): Promise<Reply> {
  const linked = all(ask.query, 'network').slice(0, mostNetworks)
  const application = await readApplication(tx, ask)
  const code = readCode(one(ask.query, 'from'))
  // A link says what is ticked; without one, what was ticked before is.
  return choosing(tx, ask, {
    ticked: linked.length > 0 ? linked : application.chosen,
    search: one(ask.query, 'search').slice(0, 100),
    after: placeOf(one(ask.query, 'after')),
    from: code ? { code, networks: linked } : application.from,
  })
}

async function chosen(tx: Tx, ask: Ask): Promise<Reply> {
  const application = await readApplication(tx, ask)
  const ticked = [...new Set(all(ask.body, 'network'))].slice(0, 100)
  const code = readCode(one(ask.body, 'from'))
  const from: From | null = code ? { code, networks: all(ask.body, 'linked').slice(0, mostNetworks), counted: code === application.from?.code && application.from.counted } : null
  const show = one(ask.body, 'show')
  if (show) {
    await keepApplication(tx, ask, { ...application, chosen: ticked.slice(0, mostNetworks), from })
    const where = new URLSearchParams({ ...searching(one(ask.body, 'search')), ...(placeOf(show) ? { after: show } : {}) })
    return redirect(`/join?${where}`)
  }
  const networks = (await chosenNetworks(tx, ticked)).filter(canJoin)
  const wrong = networks.length === 0 ? 'Select at least one network' : networks.length > mostNetworks ? `Select ${mostNetworks} networks or fewer` : undefined
  if (wrong) return choosing(tx, ask, { ticked, search: '', from, errors: [fieldError('network', wrong)] })
  const started = await countStarted(tx, ask, from, networks)
  const next = { ...application, chosen: networks.map((network) => network.slug), from: started }
  await keepApplication(tx, ask, next)
  return redirect(ask.viewer.kind === 'person' && !networks.some(asksAnything) ? '/join/check' : '/join/details')
}

async function choosing(tx: Tx, ask: Ask, given: { ticked: readonly string[]; search: string; after?: Place; from: From | null; errors?: FormError[] }): Promise<Reply> {
  const signInHref = `/sign-in?next=${encodeURIComponent(ask.method === 'GET' ? ask.url : '/join')}`
  const { search, from, errors } = given
  return chooseView({ ...(await choices(tx, given)), search, from, errors, paged: given.after !== undefined, signedIn: ask.viewer.kind === 'person', signInHref })
}

/** Counts once that someone who followed a link began, for the networks that may know of it. */
async function countStarted(tx: Tx, ask: Ask, from: From | null, networks: readonly Chosen[]): Promise<From | null> {
  if (!from || from.counted) return from
  await limit(tx, 'links followed from', ask.from, 300, 10)
  const known = networks.filter((network) => from.networks.length === 0 || from.networks.includes(network.slug))
  await tx.asSystem('count where joiners come from', (system) => countSource(system, 'started', known.map((network) => ({ network: network.id, code: from.code }))))
  return { ...from, counted: true }
}

async function tell(tx: Tx, ask: Ask): Promise<Reply> {
  const { application, networks } = await underWay(tx, ask)
  if (networks.length === 0) return redirect('/join')
  const signedIn = ask.viewer.kind === 'person'
  const read = networks.map((network) => ({ network, ...readGiven(network, ask.body) }))
  const told = { ...application, given: { ...application.given, ...Object.fromEntries(read.map(({ network, given }) => [network.slug, given])) } }
  const person = signedIn ? { told, errors: [] } : await aboutPerson(tx, told, ask.body)
  const errors = [...person.errors, ...read.flatMap((each) => each.errors)]
  if (errors.length > 0) return detailsView({ application, networks, signedIn, typed: ask.body, errors, matches: person.matches })
  await keepApplication(tx, ask, person.told)
  return redirect(signedIn || person.told.admitted ? '/join/check' : '/join/domain')
}

/** Reads name, address and organisation. An address says more than a typed organisation. */
async function aboutPerson(tx: Tx, application: Application, body: Fields): Promise<{ told: Application; errors: FormError[]; matches?: Matches }> {
  const filled = fill(personForm, body)
  if (!filled.ok) return { told: application, errors: filled.errors }
  const { name, email, organisation: typedOrganisation } = filled.value
  const admission = await admissible(tx, email)
  const typed = admission && !admission.organisation ? await organisationTyped(tx, typedOrganisation, one(body, 'organisation-choice')) : { organisation: admission?.organisation ?? null, errors: [] }
  const organisation = typed.organisation && { id: typed.organisation.id, name: typed.organisation.name }
  return { told: { ...application, name, address: email.address, admitted: admission !== undefined, typedOrganisation, organisation }, errors: typed.errors, matches: typed.matches }
}

type UnderWay = { application: Application; networks: Chosen[] }

/** The application of this browser, and the networks in it that can be joined now. */
async function underWay(tx: Tx, ask: Ask): Promise<UnderWay> {
  const application = await readApplication(tx, ask)
  return { application, networks: application.chosen.length === 0 ? [] : (await chosenNetworks(tx, application.chosen)).filter(canJoin) }
}

/** Where to go first, when something has not been told yet. */
function whatIsMissing(ask: Ask, application: Application, networks: readonly Chosen[]): string | undefined {
  if (networks.length === 0) return ask.viewer.kind === 'person' && ask.cookie('joined') ? '/join/done' : '/join'
  if (ask.viewer.kind !== 'person' && !application.name) return '/join/details'
  if (ask.viewer.kind !== 'person' && !application.admitted) return '/join/domain'
  return networks.every((network) => isComplete(network, givenTo(application, network))) ? undefined : '/join/details'
}

async function aboutThem(tx: Tx, ask: Ask, application: Application) {
  if (ask.viewer.kind !== 'person') return { name: application.name, address: application.address, organisation: application.organisation?.name ?? '' }
  const organisation = ask.me.organisation ? await organisationById(tx, ask.me.organisation) : undefined
  return { name: ask.me.name, address: ask.me.email, organisation: organisation?.name ?? '' }
}

const searching = (search: string): Record<string, string> => (search ? { search: search.slice(0, 100) } : {})

function placeOf(text: string): Place | undefined {
  const place = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(.{0,300})$/s.exec(text)
  return place ? { id: place[1]!, name: place[2]! } : undefined
}

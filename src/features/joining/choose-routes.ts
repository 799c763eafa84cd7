import type { Tx } from '#kernel/db.ts'
import { fieldError } from '#kernel/forms.ts'
import { all, one, redirect, type Ask, type Fields, type Reply } from '#kernel/http.ts'
import type { FormError } from '#kernel/layout.ts'
import { limit } from '#kernel/limits.ts'
import {
  asksAnything,
  keepApplication,
  mostNetworks,
  readApplication,
  type From,
} from './application.ts'
import { canJoin, choices, chosenNetworks, type Chosen, type Place } from './queries.ts'
import { countSource, readCode } from './source.ts'
import { mostInSet, offeredSet, type Offered } from './sets.ts'
import { chooseFromSetView } from './views/choose-from-set.ts'
import { chooseView } from './views/choose.ts'

/**
 * The networks to choose from. A link says what is ticked; without one, what was ticked before is. A link to
 * a set ticks nothing by itself.
 */
export async function choose(tx: Tx, ask: Ask): Promise<Reply> {
  const linked = slugsIn(ask.query, 'network').slice(0, mostNetworks)
  const application = await readApplication(tx, ask)
  const code = readCode(one(ask.query, 'from'))
  const set = await setOf(tx, one(ask.query, 'set'))
  const offered = set.offered?.networks.map((network) => network.slug) ?? []
  return choosing(tx, ask, {
    set,
    ticked: linked.length > 0 ? linked : application.chosen,
    search: one(ask.query, 'search').slice(0, 100),
    after: placeOf(one(ask.query, 'after')),
    from: code ? { code, networks: [...linked, ...offered] } : application.from,
  })
}

/** Goes on with the networks that are ticked, or shows others and keeps those. */
export async function chosen(tx: Tx, ask: Ask): Promise<Reply> {
  const application = await readApplication(tx, ask)
  const ticked = [...new Set(slugsIn(ask.body, 'network'))].slice(0, 100)
  const setAsked = one(ask.body, 'set')
  const code = readCode(one(ask.body, 'from'))
  const from: From | null = code
    ? {
        code,
        networks: slugsIn(ask.body, 'linked').slice(0, mostNetworks + mostInSet),
        counted: code === application.from?.code && application.from.counted,
      }
    : null
  const show = one(ask.body, 'show')
  if (show) {
    await keepApplication(tx, ask, { ...application, chosen: ticked.slice(0, mostNetworks), from })
    const where = new URLSearchParams({
      ...(setAsked ? { set: setAsked.slice(0, 100) } : {}),
      ...searching(one(ask.body, 'search')),
      ...(placeOf(show) ? { after: show } : {}),
    })
    return redirect(`/join?${where}`)
  }
  const networks = (await chosenNetworks(tx, ticked)).filter(canJoin)
  const wrong =
    networks.length === 0
      ? 'Select at least one network'
      : networks.length > mostNetworks
        ? `Select ${mostNetworks} networks or fewer`
        : undefined
  if (wrong)
    return choosing(tx, ask, {
      set: await setOf(tx, setAsked),
      ticked,
      search: '',
      from,
      errors: [fieldError('network', wrong)],
    })
  const started = await countStarted(tx, ask, from, networks)
  const next = { ...application, chosen: networks.map((network) => network.slug), from: started }
  await keepApplication(tx, ask, next)
  return redirect(
    ask.viewer.kind === 'person' && !networks.some(asksAnything) ? '/join/check' : '/join/details',
  )
}

type SetAsked = { slug: string; offered?: Offered }

async function choosing(
  tx: Tx,
  ask: Ask,
  given: {
    set: SetAsked
    ticked: readonly string[]
    search: string
    after?: Place
    from: From | null
    errors?: FormError[]
  },
): Promise<Reply> {
  const { set, search, from, errors, after } = given
  const here = ask.method === 'GET' ? ask.url : `/join${set.slug && `?set=${set.slug}`}`
  const page = {
    search,
    from,
    errors,
    paged: after !== undefined,
    signedIn: ask.viewer.kind === 'person',
    signInHref: `/sign-in?next=${encodeURIComponent(here)}`,
  }
  const { offered } = set
  if (!offered)
    return chooseView({ ...(await choices(tx, given)), ...page, lostSet: set.slug !== '' })
  const found = await choices(tx, {
    ...given,
    elsewhere: offered.networks.map((network) => network.slug),
    rest: search !== '' || page.paged,
  })
  return chooseFromSetView({ ...found, ...page, set: offered })
}

async function setOf(tx: Tx, typed: string): Promise<SetAsked> {
  const slug = typed.slice(0, 100)
  return { slug, offered: slug ? await offeredSet(tx, slug) : undefined }
}

/** Counts once that someone who followed a link began, for the networks that may know of it. */
async function countStarted(
  tx: Tx,
  ask: Ask,
  from: From | null,
  networks: readonly Chosen[],
): Promise<From | null> {
  if (!from || from.counted) return from
  await limit(tx, 'links followed from', ask.from, 300, 10)
  const known = networks.filter(
    (network) => from.networks.length === 0 || from.networks.includes(network.slug),
  )
  await tx.asSystem('count where joiners come from', (system) =>
    countSource(
      system,
      'started',
      known.map((network) => ({ network: network.id, code: from.code })),
    ),
  )
  return { ...from, counted: true }
}

/** The addresses of networks in a field. None is longer; what is, would only fill the draft. */
const slugsIn = (fields: Fields, name: string): string[] =>
  all(fields, name).filter((slug) => slug.length <= 100)

const searching = (search: string): Record<string, string> =>
  search ? { search: search.slice(0, 100) } : {}

function placeOf(text: string): Place | undefined {
  const place = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(.{0,300})$/s.exec(text)
  return place ? { id: place[1]!, name: place[2]! } : undefined
}

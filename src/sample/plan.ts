import { addDays, addMonths } from '#kernel/clock.ts'
import type { Chance } from './chance.ts'
import type { CastKey } from './cast.ts'
import type { SampleNetwork } from './network.ts'
import type { SamplePerson } from './people.ts'

/** Who is in a network, as what and since when. */
export type PlannedMember = {
  person: SamplePerson
  category: 'member' | 'ally'
  status: 'active' | 'requested' | 'waiting'
  joinedOn: string
  /** The name they go by there, when it is not their own. */
  goesBy?: string
}

/** A network of the sample with its dates and people; who founded it is not among the members. */
export type PlannedNetwork = {
  sample: SampleNetwork
  foundedOn: string
  /** Undefined while it is being set up. */
  liveOn: string | undefined
  /** When it came to rest or closed. */
  endedOn: string | undefined
  founder: SamplePerson
  members: PlannedMember[]
  invited: SamplePerson[]
}

/** Decides who is in a network, and since when. `scale` makes it smaller, for tests. */
export function planNetwork(
  chance: Chance,
  sample: SampleNetwork,
  people: readonly SamplePerson[],
  today: string,
  scale: number,
): PlannedNetwork {
  const foundedOn = workday(addDays(addMonths(today, -sample.founded), chance.between(2, 9)), today)
  const ended =
    sample.now && 'months' in sample.now ? addMonths(today, -sample.now.months) : undefined
  const liveOn =
    sample.now?.status === 'setting-up'
      ? undefined
      : workday(addDays(foundedOn, chance.between(18, 30)), today)
  const named = (as: string) => castWho(sample, people, as)
  const crowd = likely(chance, sample, people)
  const founder = named('chair')[0] ?? crowd.shift()!
  const size = Math.max(4, Math.round(sample.size * (sample.size < 20 ? 1 : scale)))
  const inside = [...named('co-chair'), ...named('member'), ...named('ally')]
  const active = [...inside, ...crowd.splice(0, Math.max(0, size - 1 - inside.length))]
  const allies = alliesAmong(sample, active, named('ally'))
  const waits = sample.name === 'Disability Network' ? crowd.splice(0, 4) : []
  const asking = [
    ...named('requested'),
    ...crowd.splice(0, (sample.requests ?? 0) - named('requested').length),
  ]
  const from = liveOn ?? addDays(foundedOn, 2)
  const last = ended ?? (sample.settled ? addDays(today, -100) : today)
  return {
    sample,
    foundedOn,
    liveOn,
    endedOn: ended,
    founder,
    members: [
      ...active.map((person, i) => ({
        person,
        category: allies.has(person) ? ('ally' as const) : ('member' as const),
        status: 'active' as const,
        // The first few set it up with the founder.
        joinedOn: i < 5 ? from : joinedBetween(chance, from, last),
        goesBy:
          sample.sensitive && chance.next() < 0.2 ? person.details.name.split(' ')[0] : undefined,
      })),
      ...waits.map((person) => ({
        person,
        category: 'ally' as const,
        status: 'waiting' as const,
        joinedOn: addDays(today, -chance.between(3, 30)),
      })),
      ...asking.map((person) => ({
        person,
        category: 'member' as const,
        status: 'requested' as const,
        joinedOn: addDays(today, -chance.between(0, 9)),
      })),
    ],
    invited: [
      ...named('invited'),
      ...crowd.splice(0, (sample.invited ?? 0) - named('invited').length),
    ],
  }
}

function castWho(
  sample: SampleNetwork,
  people: readonly SamplePerson[],
  as: string,
): SamplePerson[] {
  const keys = (Object.keys(sample.cast ?? {}) as CastKey[]).filter(
    (key) => sample.cast![key] === as,
  )
  return keys.map((key) => people.find((person) => person.cast === key)!)
}

/** Those who might join, the likeliest first: a draw in which an appetite twice as great is twice as likely. */
function likely(
  chance: Chance,
  sample: SampleNetwork,
  people: readonly SamplePerson[],
): SamplePerson[] {
  const fits = (person: SamplePerson) =>
    (!sample.region || person.home === sample.region) &&
    (!sample.regions || sample.regions.includes(person.home)) &&
    (!sample.organisations || sample.organisations.includes(person.organisationName ?? ''))
  return people
    .filter((person) => person.appetite > 0 && fits(person))
    .map((person) => ({ person, turn: -Math.log(1 - chance.next()) / person.appetite }))
    .sort((a, b) => a.turn - b.turn)
    .map(({ person }) => person)
}

/** As many allies as the cap leaves room for where people wait for a place; about half as many elsewhere. */
function alliesAmong(
  { name, charter }: SampleNetwork,
  active: readonly SamplePerson[],
  named: readonly SamplePerson[],
): Set<SamplePerson> {
  if (charter.allies !== 'welcome') return new Set()
  const cap = charter.cap ?? 15
  const room = Math.floor(((active.length + 1) * cap) / 100)
  const wanted =
    name === 'Disability Network' ? room : Math.floor(Math.min(room, active.length * 0.12))
  // Those who run it come first in the list, and are what it is for.
  return new Set(
    [...named, ...active.filter((person) => !person.cast).slice(12)].slice(
      0,
      Math.max(named.length, wanted),
    ),
  )
}

/** Many come at the start; the others bit by bit, more of them lately. */
function joinedBetween(chance: Chance, from: string, to: string): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
  const after =
    chance.next() < 0.25 ? Math.min(days, 40) * chance.next() : days * chance.next() ** 0.8
  return workday(addDays(from, Math.floor(after)), to)
}

/** People sign up at work: a Saturday or Sunday becomes the Friday before. */
export function workday(date: string, latest: string): string {
  const day = new Date(`${date}T12:00:00Z`).getUTCDay()
  const moved = day === 6 ? addDays(date, -1) : day === 0 ? addDays(date, -2) : date
  return moved > latest ? latest : moved
}

import type { App } from '#kernel/app.ts'
import { dateOf } from '#kernel/clock.ts'
import { ConfigError } from '#kernel/config.ts'
import { sql, type Tx } from '#kernel/db.ts'
import { inOneTransaction } from '#kernel/one-transaction.ts'
import { allOrganisations } from '#features/organisations/index.ts'
import { addSecondAddress, makeAdministrator, registerMany } from '#features/people/index.ts'
import { chance } from './sample/chance.ts'
import { sampleNetworks } from './sample/networks.ts'
import { offerTogether } from './sample/offering.ts'
import { makePeople, type SamplePerson } from './sample/people.ts'
import { planNetwork, type PlannedNetwork } from './sample/plan.ts'
import { promoteSome } from './sample/promoting.ts'
import { tellNetwork } from './sample/telling.ts'
import { proposeIdeas } from './sample/proposing.ts'
import { welcomeThem } from './sample/welcoming.ts'
import { asSystem, storyClock, type Told, type World } from './sample/world.ts'

type Say = (done: number, total: number) => void

export { cast, signInAddresses } from './sample/cast.ts'

/**
 * Fills an empty installation with the made-up sample, once, in one transaction: it is there whole, or not at
 * all. Refuses where there are real people, and where emails would leave. `scale` makes it smaller, for
 * tests; `say` is told how far it is.
 */
export async function fillSample(
  app: App,
  { scale = 1, say = () => {} }: { scale?: number; say?: Say } = {},
): Promise<void> {
  if (app.config.mail.via !== 'outbox')
    throw new ConfigError('The sample is not for an installation that sends emails.')
  const { filled, people } = await app.db.asSystem('see whether the sample is there', whatIsThere)
  if (filled) return
  if (people)
    throw new ConfigError(
      'There are people in this database already, so the sample stays out of it. Set GUILDHALL_DATA to an empty folder.',
    )
  const { clock, goTo } = storyClock(app.db.clock)
  await inOneTransaction(app.db, clock, async (db) => {
    const organisations = await db.asSystem('tell the sample', allOrganisations)
    await tell(
      {
        app: { ...app, db },
        chance: chance(20_251_121),
        organisations: new Map(organisations.map(({ name, id }) => [name, id])),
        today: dateOf(app.db.clock()),
        goTo,
      },
      scale,
      say,
    )
  })
}

/** The sample must never be served as real: emails would go to made-up people at real domains. */
export async function refuseSample(app: App): Promise<void> {
  const { filled } = await app.db.asSystem('see whether the sample is there', whatIsThere)
  if (filled)
    throw new ConfigError(
      'This data is the made-up sample. Start it with `npm run demo`, or set GUILDHALL_DATA to another folder.',
    )
}

/** Shows how far it is, on one line where there is a screen; a log gets every tenth. */
export function progressLine(done: number, total: number): void {
  const text = `Making up the sample: ${done} of ${total} networks`
  if (process.stdout.isTTY) process.stdout.write(`\r${text}${done === total ? '\n' : ''}`)
  else if (done % 10 === 0 || done === total) console.log(text)
}

async function whatIsThere(tx: Tx): Promise<{ filled: boolean; people: boolean }> {
  return (await tx.row(sql`
    select exists (select from kernel.setting where name = 'sample') as filled, exists (select from people.person) as people`))!
}

async function tell(world: World, scale: number, say: Say): Promise<void> {
  const { chance: luck, today } = world
  const people = makePeople(
    luck,
    Math.max(150, Math.round(3000 * scale)),
    world.organisations,
    today,
  )
  const plans = sampleNetworks.map((sample) => planNetwork(luck, sample, people, today, scale))
  await register(world, people, plans)
  const told = new Map<string, Told>()
  for (const planned of plans) {
    say(told.size, plans.length)
    told.set(planned.sample.name, await tellNetwork(world, planned, told))
  }
  say(told.size, plans.length)
  await promoteSome(world, told)
  world.goTo(today)
  await offerTogether(world, told)
  await proposeIdeas(world, people)
  await welcomeThem(world, told)
  world.goTo(today)
  await finish(world)
}

/** Everyone has an account since the day they first joined something. */
async function register(
  world: World,
  people: readonly SamplePerson[],
  plans: readonly PlannedNetwork[],
): Promise<void> {
  const first = new Map(people.map((person) => [person, person.joinedOn]))
  const came = (person: SamplePerson, on: string) =>
    void (on < first.get(person)! && first.set(person, on))
  for (const { founder, foundedOn, members } of plans) {
    came(founder, foundedOn)
    for (const { person, joinedOn } of members) came(person, joinedOn)
  }
  const rows = people.map((person) => ({
    id: person.id,
    key: person.details.email,
    details: person.details,
    joined_on: first.get(person)!,
  }))
  await asSystem(world, async (tx) => {
    for (let i = 0; i < rows.length; i += 1000) await registerMany(tx, rows.slice(i, i + 1000))
    await makeAdministrator(tx, people.find((person) => person.cast === 'ada')!.id)
    // An address at which nobody receives anything: names that end in .example belong to no one.
    const second = 'mei.member@home.example'
    await addSecondAddress(tx, people.find((person) => person.cast === 'mei')!.id, {
      key: second,
      address: second,
    })
  })
}

/** What happens at night happens once: sizes and counts are published, and what is past its time goes. */
async function finish(world: World): Promise<void> {
  const { app } = world
  const jobs = app.features.flatMap((feature) => feature.jobs ?? [])
  for (const job of jobs.filter(({ name }) => /\.(figures|count)$/.test(name)))
    await job.run(app, {})
  await asSystem(world, async (tx) => {
    for (const { retire } of app.features.flatMap((feature) => feature.holds)) await retire?.(tx)
    await tx.run(sql`insert into kernel.setting (name, value) values ('sample', ${world.today})`)
  })
}

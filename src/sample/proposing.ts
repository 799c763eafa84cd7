import { addDays } from '#kernel/clock.ts'
import { drain } from '#kernel/jobs.ts'
import { noteMany, putForward, write } from '#features/demand/index.ts'
import { createNetwork, networkById, type Theme } from '#features/networks/index.ts'
import type { CastKey } from './cast.ts'
import type { SamplePerson } from './people.ts'
import { asSomeone, asSystem, type World } from './world.ts'

/** A network that is only an idea: who has it, how many would join, how many it needs, and in how many days. */
type Idea = {
  name: string
  theme: Theme
  purpose: string
  audience: string
  founder: CastKey
  sensitive?: true
  would: number
  wanted: number
  days: number
  news?: string
}

/** Ideas of the sample. None of them is a real network. */
export const ideas: readonly Idea[] = [
  {
    name: 'Mend and Repair Network',
    theme: 'sustainability',
    purpose:
      'Once a month we mend what would have been thrown away: lamps, coats, bicycles, chairs. In every building that lets us have a table.',
    audience: 'Anyone who can mend something, or has something to mend.',
    founder: 'carlos',
    would: 28,
    wanted: 25,
    days: 19,
    news: 'Three people have offered a room for the first month. We look at them next week.',
  },
  {
    name: 'Long Illness Network',
    theme: 'disability',
    purpose:
      'For days when you are at work and not well. We share what helps, and what to ask for.',
    audience: 'People who work with a long illness, seen or unseen.',
    founder: 'sofia',
    sensitive: true,
    would: 13,
    wanted: 20,
    days: 40,
  },
]

/** People propose networks, and others say that they would join. */
export async function proposeIdeas(world: World, people: readonly SamplePerson[]): Promise<void> {
  for (const [i, idea] of ideas.entries()) await tellIdea(world, people, idea, i)
  world.goTo(world.today)
  await drain(world.app)
}

async function tellIdea(
  world: World,
  people: readonly SamplePerson[],
  idea: Idea,
  turn: number,
): Promise<void> {
  const { name, theme, purpose, audience, sensitive = false, wanted, days, would, news } = idea
  const founder = people.find((person) => person.cast === idea.founder)!
  world.goTo(addDays(world.today, -21))
  const { id } = await asSomeone(world, founder, (tx, me) =>
    createNetwork(tx, world.app, me, {
      name,
      purpose,
      audience,
      sensitive,
      type: 'staff-and-diversity',
      findable: 'everyone',
      joining: sensitive ? 'request' : 'open',
      names: 'leads',
      organisations: [],
    }),
  )
  await asSomeone(world, founder, async (tx) =>
    putForward(tx, (await networkById(tx, id))!, {
      theme,
      wanted,
      by: addDays(world.today, days),
    }),
  )
  const crowd = people.filter((person) => !person.cast && person.appetite > 0)
  const some = crowd.slice(turn * 40, turn * 40 + would)
  world.goTo(addDays(world.today, -6))
  await asSystem(world, (tx) =>
    noteMany(
      tx,
      id,
      some.map((person) => person.id),
    ),
  )
  if (news) await asSomeone(world, founder, (tx) => write(tx, id, 'update', news))
}

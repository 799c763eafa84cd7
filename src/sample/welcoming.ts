import { addDays } from '#kernel/clock.ts'
import { sql } from '#kernel/db.ts'
import { sayYes } from '#features/introductions/index.ts'
import { beginRunSheet, putCard, setPlan, usualRunSheet } from '#features/launch/index.ts'
import { choosePart, proposeBuddy, switchBuddies, writeWords } from '#features/welcome/index.ts'
import { membershipId } from './joining.ts'
import type { PlannedMember } from './plan.ts'
import { asLead, asSomeone, asSystem, type Told, type World } from './world.ts'

/** A challenge, and what someone can help with, as members of any network might write them. */
const challenges = [
  'How do I ask for different hours without saying more than I want to?',
  'I have to write a business case by the end of the month and have never seen a good one.',
  'Our team has moved twice this year. How do others keep people together?',
  'I chair my first meeting on Thursday, online and in the room at once.',
  'Has anyone brought a paper process online without a budget?',
  'I would like to go for promotion and do not know where to begin with the form.',
]
const helps = [
  'I have sat on forty interview panels and will read your application.',
  'Spreadsheets. Bring me the one that nobody dares to touch.',
  'I know who decides what in procurement, and how long it takes.',
  'I have made slides readable for people who use a screen reader, and can show you how.',
  'A walk and a listening ear, if you are near Leeds.',
]

/** What new members get in a few networks, and their launches: long past, lately, and to come. */
export async function welcomeThem(world: World, told: ReadonlyMap<string, Told>): Promise<void> {
  const [carers, data, quiet, coming] = [
    'Carers Network',
    'Data Science Community',
    'The Quiet Room',
    'Menopause at Work Network',
  ].map((name) => told.get(name)!)
  await writeWelcome(world, carers!)
  await launchOn(world, carers!, addDays(carers!.planned.liveOn!, 6))
  await launchOn(world, data!, addDays(world.today, -45))
  await launchOn(world, coming!, addDays(world.today, 24))
  for (const each of [carers!, data!, quiet!]) await fillBoard(world, each)
  await haveBuddies(world, carers!)
}

function writeWelcome(world: World, told: Told): Promise<void> {
  world.goTo(addDays(world.today, -60))
  return asLead(world, told, (tx, network) =>
    writeWords(tx, network.id, 0, {
      opening:
        'We are glad that you found us.\n\nYou need not call yourself a carer, and you need not tell your story before you want to. Some of us listened for a year first.',
      todo: 'Come to the open lunch on the first Wednesday, with the camera off if you like.',
      contact: network.contact,
    }),
  )
}

async function launchOn(world: World, told: Told, on: string): Promise<void> {
  world.goTo(on < world.today ? on : addDays(world.today, -7))
  await asLead(world, told, async (tx, network) => {
    await setPlan(tx, network.id, {
      on_date: on,
      starts: 750,
      format: 'hybrid',
      place: 'The large room on the ground floor, and a call',
      days_before: 14,
      days_after: 30,
    })
    await beginRunSheet(tx, network.id, usualRunSheet(network, 'hybrid'))
  })
}

async function fillBoard(world: World, told: Told): Promise<void> {
  const { sample } = told.planned
  const members = activeOf(told)
  if (members.length === 0) return
  const cards = [
    ...challenges.map((text) => ({ kind: 'challenge' as const, text })),
    ...helps.map((text) => ({ kind: 'help' as const, text })),
  ]
  for (const [i, card] of cards.entries()) {
    const member = members[(i * 3) % members.length]!
    world.goTo(addDays(world.today, -40 + i * 3))
    const name = sample.sensitive || i % 2 ? '' : (member.goesBy ?? member.person.details.name)
    await asSomeone(world, member.person, (tx) =>
      putCard(tx, told.id, membershipId(member), { ...card, name }),
    )
  }
}

/** Some offer, some ask; of those who ask one has a buddy, one waits for a yes, and one for a proposal. */
async function haveBuddies(world: World, told: Told): Promise<void> {
  world.goTo(addDays(world.today, -9))
  await asLead(world, told, (tx, network) => switchBuddies(tx, network.id, 30))
  const members = activeOf(told)
  const choose = (member: PlannedMember, part: 'asks' | 'helps') =>
    asSomeone(world, member.person, (tx) =>
      choosePart(tx, told.id, membershipId(member), part, true),
    )
  for (const member of members.slice(0, 4)) await choose(member, 'helps')
  const asking = members.slice(-3)
  for (const member of asking) await choose(member, 'asks')
  for (const member of asking.slice(0, 2))
    await asLead(world, told, (tx, network) =>
      proposeBuddy(tx, world.app, network, membershipId(member), undefined, 30),
    )
  await asSystem(world, async (tx) => {
    const sides = await tx.rows<{ introduction_id: string; membership_id: string }>(sql`
      select introduction_id, membership_id from introductions.side where introduction_id in (
        select introduction_id from introductions.side where membership_id = ${membershipId(asking[0]!)})`)
    for (const side of sides) {
      const { person, goesBy } = members.find((each) => membershipId(each) === side.membership_id)!
      await sayYes(tx, side.introduction_id, side.membership_id, {
        name: goesBy ?? person.details.name,
        reach: 'Send me a message in Teams',
        note: '',
      })
    }
  })
}

const activeOf = ({ planned }: Told): PlannedMember[] =>
  planned.members.filter(({ status, person }) => status === 'active' && !person.cast)

import { addDays } from '#kernel/clock.ts'
import { drain } from '#kernel/jobs.ts'
import { bringList, lockImport, startCheck, startRun } from '#features/imports/index.ts'
import { actingMembership } from '#features/networks/index.ts'
import { employers } from './employers.ts'
import { uniqueNames } from './names.ts'
import { asLead, type Told, type World } from './world.ts'

/** A lead brings the list that the network kept before, and has everyone on it invited. Some rows cannot be taken. */
export async function bringOldList(world: World, told: Told): Promise<void> {
  world.goTo(addDays(world.today, -12))
  const bytes = Buffer.from(oldList(world, told))
  const id = await asLead(world, told, async (tx, network) => {
    const lead = (await actingMembership(tx, network.id))!
    return bringList(tx, world.app, network.id, lead, { filename: 'Carers list.csv', bytes })
  })
  await drain(world.app)
  await asLead(world, told, async (tx, network) => {
    await startCheck(tx, world.app, (await lockImport(tx, id, 'mapping'))!, network)
  })
  await drain(world.app)
  await asLead(world, told, async (tx, network) => {
    const lead = (await actingMembership(tx, network.id))!
    const words = 'You were on the list that we kept in a spreadsheet. This is our new home.'
    await startRun(tx, world.app, (await lockImport(tx, id, 'checked'))!, lead, words)
  })
  await drain(world.app)
}

/** New people, members already, someone twice, two addresses that cannot be right, and an empty line. */
function oldList({ chance }: World, { planned }: Told): string {
  const name = uniqueNames(chance)
  const people = Array.from({ length: 16 }, () => {
    const full = name()
    const address = `${full.toLowerCase().replace(/[^a-z]+/g, '.')}@${chance.pick(employers).domain}`
    return [full, address] as const
  })
  const members = planned.members.slice(20, 25).map(({ person }) => person.details)
  const rows = [
    ...people,
    ...members.map((each) => [each.name, each.email] as const),
    people[3]!,
    ['Quillon Nobody', 'quillon.nobody(at)dwp.gov.uk'],
    ['Sorrel Elsewhere', 'sorrel@elsewhere.example'],
    ['', ''],
  ]
  return ['Full name,Work email', ...rows.map((row) => row.join(','))].join('\n')
}

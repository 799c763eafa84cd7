import { addDays } from '#kernel/clock.ts'
import { countDays, type LinkDay } from '#features/joining/index.ts'
import { makePlacements, placementsOf, type Placement } from '#features/promotion/index.ts'
import { workday } from './plan.ts'
import { asLead, asSystem, type Told, type World } from './world.ts'

/** Places that leads think of, with how many people open a link there in its first week, about. */
const places = [
  ['Canteen poster', 40],
  ['Intranet article', 160],
  ['Newsletter', 90],
  ['Email signature', 25],
  ['Induction pack', 30],
  ['Screens in the building', 18],
  ['Noticeboard by the lifts', 6],
] as const

/** Some networks make links for places, and people come by them: most at first, some for months. */
export async function promoteSome(world: World, told: ReadonlyMap<string, Told>): Promise<void> {
  for (const network of told.values()) {
    const { sample, liveOn } = network.planned
    const isFirst = sample.name === 'Carers Network'
    if (!liveOn || sample.findable === 'invited' || (!isFirst && world.chance.next() < 0.5))
      continue
    world.goTo(workday(addDays(liveOn, 3), world.today))
    const chosen = isFirst ? [...places] : world.chance.shuffled(places).slice(0, 3)
    const placements = await asLead(world, network, async (tx, { id }) => {
      await makePlacements(
        tx,
        id,
        chosen.map(([name]) => name),
      )
      return placementsOf(tx, id)
    })
    const days = placements.flatMap((placement) => daysOf(world, placement))
    await asSystem(world, (tx) => countDays(tx, days))
  }
}

/** A count for one day of every week since the link was made: fewer and fewer. */
function daysOf({ chance, today }: World, { network_id, code, name, made_on }: Placement) {
  const days: LinkDay[] = []
  const [, first] = places.find(([place]) => place === name)!
  let each = first * (0.6 + chance.next())
  for (let day = made_on; day <= today && each >= 1; day = addDays(day, 7)) {
    const opened = chance.between(Math.ceil(each / 2), Math.ceil(each))
    const started = Math.round(opened * (0.15 + chance.next() * 0.2))
    const joined = Math.round(started * (0.5 + chance.next() * 0.4))
    days.push({ network: network_id, code, day, opened, started, joined })
    each *= 0.72
  }
  return days
}

import { makeSet } from '#features/joining/index.ts'
import { asSystem, type Told, type World } from './world.ts'

const together = [
  'Carers Network',
  'Race Equality Network',
  'Disability Network',
  'Neurodiversity Network',
]

/** An employer offers some networks with one form, for the first week of new staff. */
export async function offerTogether(world: World, told: ReadonlyMap<string, Told>): Promise<void> {
  await asSystem(world, (tx) =>
    makeSet(tx, {
      title: 'Networks for new colleagues',
      organisation: world.organisations.get('Department for Work and Pensions')!,
      networks: together.flatMap((name) => told.get(name)?.id ?? []),
    }),
  )
}

import type { Feature } from '#kernel/feature.ts'
import { routes } from './routes.ts'
import { setRoutes } from './set-routes.ts'
import { tellLetIn } from './waiting-list.ts'

export { makeSet } from './keeping-sets.ts'
export { countDays, countSource, discountOpened, type Link, type LinkDay } from './source.ts'

/** Joining: one form for one or many networks, at addresses of its own. */
export const joining: Feature = {
  name: 'joining',
  folder: import.meta.dirname,
  routes: [...routes, ...setRoutes],
  moments: { letIn: tellLetIn },
  events: {
    'joining.set-made': 'An administrator made a set of networks to join together.',
    'joining.set-changed': 'An administrator changed a set of networks.',
    'joining.set-deleted': 'An administrator deleted a set of networks.',
  },
  details: {
    'joining.set-made': ({ set }) => String(set),
    'joining.set-changed': ({ set }) => String(set),
    'joining.set-deleted': ({ set }) => String(set),
  },
  // Half-filled forms are the kernel's, what came of them is with people and members; counts name nobody.
  holds: [],
}

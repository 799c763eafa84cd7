import type { Feature } from '#kernel/feature.ts'
import { routes } from './routes.ts'
import { setRoutes } from './set-routes.ts'

export { makeSet } from './keeping-sets.ts'

export { countDays, countSource, discountOpened, type Link, type LinkDay } from './source.ts'
import { tellLetIn } from './waiting-list.ts'

export const joining: Feature = {
  name: 'joining',
  folder: import.meta.dirname,
  routes: [...routes, ...setRoutes],
  moments: { letIn: tellLetIn },
  tools: [
    {
      part: 'people',
      order: 15,
      text: 'Link to joining',
      hint: 'An address and a piece of HTML for your intranet or SharePoint page.',
      href: (slug) => `/networks/${slug}/join-link`,
    },
  ],
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

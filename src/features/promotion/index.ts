import { sql } from '#kernel/db.ts'
import type { Feature } from '#kernel/feature.ts'
import { publishFigures } from './figures.ts'
import { goRoutes } from './go-routes.ts'
import { materialRoutes } from './material-routes.ts'
import { routes } from './routes.ts'

export { makePlacements, placementFor, placementsOf, type Placement } from './placements.ts'

/** Telling people of a network: short links for the places where it is seen, and what came of each. */
export const promotion: Feature = {
  name: 'promotion',
  folder: import.meta.dirname,
  routes: [...goRoutes, ...routes, ...materialRoutes],
  jobs: [{ name: 'promotion.figures', every: '40 3 * * *', run: publishFigures }],
  tools: [
    {
      part: 'people',
      order: 15,
      text: 'Promote the network',
      hint: 'Links, codes and HTML for posters, intranet pages and signatures, and which of them bring people.',
      href: (slug) => `/networks/${slug}/promote`,
    },
  ],
  tasks: [
    {
      key: 'promotion',
      step: 4,
      title: 'Decide where people will hear of you',
      hint: 'A link for each place: a poster, an article, a signature. You see which of them bring people.',
      required: false,
      href: (slug) => `/networks/${slug}/promote`,
      done: async (tx, network) =>
        (await tx.row(
          sql`select id from promotion.placement where network_id = ${network.id} limit 1`,
        )) !== undefined,
    },
  ],
  events: {
    'promotion.link-made': 'A lead made a short link.',
    'promotion.link-renamed': 'A lead changed the name of a short link.',
    'promotion.link-retired': 'A lead retired a short link.',
    'promotion.named': 'A lead chose that posters for a place name the network.',
    'promotion.not-named': 'A lead chose that posters for a place no longer name the network.',
  },
  details: {
    'promotion.link-made': codeNoted,
    'promotion.link-renamed': codeNoted,
    'promotion.link-retired': codeNoted,
    'promotion.named': codeNoted,
    'promotion.not-named': codeNoted,
  },
  sealed: { 'promotion.placement.name_sealed': 'network' },
  // Links name places, and counts name nobody.
  holds: [],
}

function codeNoted({ code }: Readonly<Record<string, unknown>>): string {
  return typeof code === 'string' ? `/go/${code}` : ''
}

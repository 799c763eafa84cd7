import type { Feature } from '#kernel/feature.ts'
import { directoryRoutes } from './directory-routes.ts'
import { jobs } from './jobs.ts'
import { newRoutes } from './new-routes.ts'
import { pageRoutes } from './page-routes.ts'

export { actingMembership, findNetwork, ledNetwork, networkBand, networkById, type Network } from './find.ts'
export { changeNetwork, type About } from './change.ts'
export { createNetwork, type NewNetwork } from './founding.ts'
export { putOrganisations, putPlaces, readOrganisations, scopeOf, type Scope } from './scope.ts'
export { goLive } from './status.ts'
export { themeLabel, themes, type Theme } from './themes.ts'
export * from './words.ts'

export const networks: Feature = {
  name: 'networks',
  folder: import.meta.dirname,
  routes: [...directoryRoutes, ...newRoutes, ...pageRoutes],
  jobs,
  events: {
    'networks.founded': 'Someone started the network.',
  },
  holds: [],
}

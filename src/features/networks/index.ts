import type { Feature } from '#kernel/feature.ts'
import { directoryRoutes } from './directory-routes.ts'
import { familyRoutes } from './family-routes.ts'
import { jobs } from './jobs.ts'
import { manageRoutes } from './manage-routes.ts'
import { newRoutes } from './new-routes.ts'
import { pageRoutes } from './page-routes.ts'
import { previewRoutes } from './preview-routes.ts'
import { privacyRoutes } from './privacy-routes.ts'
import { settingsRoutes } from './settings-routes.ts'
import { details } from './log-words.ts'
import { tools } from './tools.ts'
import { waiting } from './waiting.ts'

export { changeNetwork, type About } from './change.ts'
export { decidePart } from './family.ts'
export { actingMembership, auditAct } from './acting.ts'
export {
  backToManage,
  findNetwork,
  joinedNetwork,
  ledNetwork,
  networkBand,
  networkById,
  type Network,
} from './find.ts'
export { panelsOf } from './panels.ts'
export { sizeForMembers } from './figures.ts'
export { createNetwork, type NewNetwork } from './founding.ts'
export { themeLabel, themes, type Theme } from './themes.ts'
export { beginSettingUp, dropProposed, propose } from './proposing.ts'
export { slugOf } from './slug.ts'
export { changeScope, putPlaces, readOrganisations, scopeOf, type Scope } from './scope.ts'
export { changeStatus, goLive } from './status.ts'
export * from './words.ts'

export const networks: Feature = {
  name: 'networks',
  folder: import.meta.dirname,
  routes: [
    ...directoryRoutes,
    ...newRoutes,
    ...pageRoutes,
    ...manageRoutes,
    ...settingsRoutes,
    ...privacyRoutes,
    ...familyRoutes,
    ...previewRoutes,
  ],
  jobs,
  tabs: [
    {
      key: 'overview',
      text: 'Overview',
      order: 0,
      href: (slug) => `/networks/${slug}`,
      for: 'everyone',
    },
  ],
  tools,
  waiting,
  events: {
    'networks.founded': 'Someone started the network.',
    'networks.changed': 'A lead changed what the network says of itself.',
    'networks.scope-changed': 'A lead changed whom the network is for.',
    'networks.went-live': 'A lead opened the network.',
    'networks.status-changed': 'A lead let the network rest, closed it or woke it up.',
    'networks.privacy-changed': 'The network became more or less private.',
    'networks.privacy-proposed': 'A lead asked to make the network less private.',
    'networks.privacy-agreed': 'A lead agreed to make the network less private.',
    'networks.privacy-withdrawn': 'A lead took back a change of privacy.',
    'networks.asked-to-be-part': 'A lead asked another network to take this one in.',
    'networks.became-part': 'The network became part of another one.',
    'networks.stopped-being-part':
      'The network stopped being part of another one, or stopped asking.',
    'networks.took-in': 'A lead took another network in.',
    'networks.turned-down': 'A lead declined to take another network in.',
    'networks.let-go': 'A lead let a network go that was part of this one.',
  },
  details,
  holds: [],
}

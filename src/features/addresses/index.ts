import type { Feature } from '#kernel/feature.ts'
import { holds } from './holdings.ts'
import { routes } from './routes.ts'

export { showDetails } from './carrying.ts'
export { forgetMove } from './email.ts'
export { cameBySecond } from './other-views.ts'

/** The addresses of an account: changing the work address, and taking that back. */
export const addresses: Feature = {
  name: 'addresses',
  folder: import.meta.dirname,
  routes,
  events: {
    'addresses.moved': 'Someone proved another work email address and changed to it.',
    'addresses.taken-back': 'A change of email addresses was taken back.',
    'addresses.added': 'Someone added a second email address to sign in with.',
    'addresses.removed': 'Someone removed a second email address.',
    'addresses.merged': 'Two accounts were merged.',
    'addresses.administrator-moved':
      'An administrator merged two accounts, and is an administrator under the one that stays.',
    'addresses.administrator-ended':
      'Someone who could prove a second email address only is an administrator no longer.',
  },
  holds,
}

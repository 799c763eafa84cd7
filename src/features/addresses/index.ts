import type { Feature } from '#kernel/feature.ts'
import { holds } from './holdings.ts'
import { routes } from './routes.ts'

export { showDetails } from './carrying.ts'
export { forgetMove } from './email.ts'

/** The addresses of an account: changing the work address, and taking that back. */
export const addresses: Feature = {
  name: 'addresses',
  folder: import.meta.dirname,
  routes,
  events: {
    'addresses.moved': 'Someone proved another work email address and changed to it.',
    'addresses.taken-back': 'A change of email addresses was taken back.',
    'addresses.administrator-ended':
      'An administrator came back by a second email address, and is an administrator no longer.',
  },
  holds,
}

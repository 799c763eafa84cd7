import type { Feature } from '#kernel/feature.ts'
import { routes } from './routes.ts'

/** What people see, correct, take and erase of what is held about them. It holds nothing itself. */
export const account: Feature = {
  name: 'account',
  folder: import.meta.dirname,
  routes,
  events: {
    'account.details-changed': 'Someone changed their details.',
    'account.downloaded': 'Someone downloaded all that is held about them.',
    'account.erased': 'Someone erased their account.',
  },
  holds: [],
}

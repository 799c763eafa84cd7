import type { Feature } from '#kernel/feature.ts'
import { publisherOf } from './publisher.ts'
import { routes } from './routes.ts'

/** What the law and good manners ask a website to say of itself, for people and for machines. */
export const statements: Feature = {
  name: 'statements',
  folder: import.meta.dirname,
  routes,
  async waiting(tx, me) {
    if (!me.administrator || (await publisherOf(tx)).name) return []
    return [
      {
        text: 'Say who runs this installation, for its accessibility statement and privacy notice',
        href: '/admin/publisher',
      },
    ]
  },
  events: {
    'statements.publisher-changed':
      'An administrator changed who runs this installation and how to reach them.',
  },
  holds: [],
}

import type { Feature } from '#kernel/feature.ts'
import { aboutRoutes } from './about-routes.ts'
import { setupRoutes } from './routes.ts'
import { tasks } from './tasks.ts'
import { waiting } from './waiting.ts'

export const setup: Feature = {
  name: 'setup',
  folder: import.meta.dirname,
  routes: [...aboutRoutes, ...setupRoutes],
  tabs: [
    {
      key: 'setup',
      text: 'Setting up',
      order: 80,
      href: (slug) => `/networks/${slug}/setup`,
      for: 'leads',
    },
  ],
  tasks,
  waiting,
  events: {
    'setup.task-set-aside': 'A lead set a task of setting up aside.',
    'setup.task-taken-up': 'A lead took up a task of setting up again.',
    'setup.scope-set': 'A lead said which organisations, regions and grades the network is for.',
  },
  holds: [],
}

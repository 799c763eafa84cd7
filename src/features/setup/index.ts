import type { Feature, Noted } from '#kernel/feature.ts'
import { aboutRoutes } from './about-routes.ts'
import { setupRoutes } from './routes.ts'
import { tasks } from './tasks.ts'
import { waiting } from './waiting.ts'

export const setup: Feature = {
  name: 'setup',
  folder: import.meta.dirname,
  routes: [...aboutRoutes, ...setupRoutes],
  tools: [
    {
      part: 'network',
      order: 10,
      text: 'The eight steps',
      hint: 'From a first idea to a network that lasts: what is done, and what is next.',
      href: (slug) => `/networks/${slug}/setup`,
    },
  ],
  tasks,
  waiting,
  events: {
    'setup.task-set-aside': 'A lead set a task of setting up aside.',
    'setup.task-taken-up': 'A lead took up a task of setting up again.',
  },
  details: { 'setup.task-set-aside': titleNoted, 'setup.task-taken-up': titleNoted },
  holds: [],
}

/** The task that an event of the log is about: whichever capability brings it. */
function titleNoted({ task }: Noted, features: readonly Feature[]): string {
  const tasks = features.flatMap((feature) => feature.tasks ?? [])
  return tasks.find((each) => each.key === task)?.title ?? ''
}

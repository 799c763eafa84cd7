import type { Feature } from '#kernel/feature.ts'
import { routes } from './routes.ts'

/** The first page, and a signed-in person's own page. */
export const home: Feature = {
  name: 'home',
  folder: import.meta.dirname,
  routes,
  events: {},
  holds: [],
}

import type { Feature } from '#kernel/feature.ts'
import { routes } from './routes.ts'

/** The handbook in our own words: eight steps, and what else to know. It holds nothing about anyone. */
export const guide: Feature = {
  name: 'guide',
  folder: import.meta.dirname,
  routes,
  events: {},
  holds: [],
}

import type { Feature } from '#kernel/feature.ts'
import { routes } from './routes.ts'

export const joining: Feature = {
  name: 'joining',
  folder: import.meta.dirname,
  routes,
  events: {},
  // Half-filled forms are the kernel's, what came of them is with people and members; counts name nobody.
  holds: [],
}

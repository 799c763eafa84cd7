import type { Feature } from '#kernel/feature.ts'

export const home: Feature = { name: 'home', folder: import.meta.dirname, events: {}, holds: [] }

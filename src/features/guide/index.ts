import type { Feature } from '#kernel/feature.ts'

export const guide: Feature = { name: 'guide', folder: import.meta.dirname, events: {}, holds: [] }

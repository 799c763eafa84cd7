import type { Feature } from '#kernel/feature.ts'

export const governance: Feature = { name: 'governance', folder: import.meta.dirname, events: {}, holds: [] }

import type { Feature } from '#kernel/feature.ts'

export const audit: Feature = { name: 'audit', folder: import.meta.dirname, events: {}, holds: [] }

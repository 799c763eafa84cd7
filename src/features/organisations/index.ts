import type { Feature } from '#kernel/feature.ts'

export const organisations: Feature = { name: 'organisations', folder: import.meta.dirname, events: {}, holds: [] }

import type { Feature } from '#kernel/feature.ts'

export const statements: Feature = { name: 'statements', folder: import.meta.dirname, events: {}, holds: [] }

import type { Feature } from '#kernel/feature.ts'

export const joining: Feature = { name: 'joining', folder: import.meta.dirname, events: {}, holds: [] }

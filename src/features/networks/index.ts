import type { Feature } from '#kernel/feature.ts'

export { findNetwork, networkBand, networkById, type Network } from './find.ts'

export const networks: Feature = { name: 'networks', folder: import.meta.dirname, events: {}, holds: [] }

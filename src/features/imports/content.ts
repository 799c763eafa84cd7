import type { Keys } from '#kernel/keys.ts'
import type { Id } from '#kernel/viewer.ts'
import type { Mapping } from './mapping.ts'

/** A column of the list: a few of its values, and all of them where they are answers to choose from. */
export type Column = { name: string; samples: string[]; choices: string[] | null }

/** The rows that are for this network, where the list is for several: those with a choice in a column. */
export type Only = { column: number; choice: string }

/** What the pages need of a list. */
export type Content = {
  filename: string
  columns: Column[]
  mapping: Mapping
  only: Only | null
  /** What was changed while reading. */
  notes: string[]
  /** What the lead writes to those invited. */
  note: string
  /** Why the file could not be read, for the lead. */
  problem: string
}

/** What a row of a list says. `key` is there where the person can be invited, `problem` where they cannot. */
export type Said = {
  name: string
  address: string
  key?: string
  category?: 'member' | 'ally'
  problem?: string
}

/** Seals what is kept of a list, under its network's key. */
export function sealContent(keys: Keys, network: Id, id: Id, content: Content): Buffer {
  return keys.seal(`network:${network}`, contentPlace(id), JSON.stringify(content))
}

/** Opens what is kept of a list. */
export function openContent(keys: Keys, network: Id, id: Id, sealed: Uint8Array): Content {
  return JSON.parse(keys.open(`network:${network}`, contentPlace(id), sealed)) as Content
}

/** Seals what a row says. */
export function sealLine(keys: Keys, network: Id, id: Id, line: number, said: Said): Buffer {
  return keys.seal(`network:${network}`, linePlace(id, line), JSON.stringify(said))
}

/** Opens what one line of a list said. */
export function openLine(keys: Keys, network: Id, id: Id, line: number, sealed: Uint8Array): Said {
  return JSON.parse(keys.open(`network:${network}`, linePlace(id, line), sealed)) as Said
}

/** The tag of an address on the lists of one network: two networks' lists cannot be joined by it. */
export function lineTag(keys: Keys, network: Id, key: string): Buffer {
  return keys.tag(`network:${network}`, `import\0${key}`)
}

const contentPlace = (id: Id) => ({ table: 'imports.import', column: 'content', row: id })
const linePlace = (id: Id, line: number) => ({
  table: 'imports.line',
  column: 'content',
  row: `${id}/${line}`,
})

import type { Noted } from '#kernel/feature.ts'
import {
  findableBy,
  isKeyOf,
  joiningBy,
  namesSeenBy,
  networkStatuses,
  networkTypes,
  type Word,
} from './words.ts'

/** How what is noted with the events of a network reads. */
export const details: Record<string, (noted: Noted) => string> = {
  'networks.founded': ({ type }) => labelOf(networkTypes, type),
  'networks.changed': ({ what }) =>
    String(what)
      .split(', ')
      .map((part) => (isKeyOf(parts, part) ? parts[part] : part))
      .join(', '),
  'networks.status-changed': ({ from, to }) =>
    `From “${labelOf(networkStatuses, from)}” to “${labelOf(networkStatuses, to)}”`,
  'networks.privacy-changed': ({ findable, joining, names, sensitive }) =>
    [
      `Who can find it: ${labelOf(findableBy, findable)}`,
      `how people join: ${labelOf(joiningBy, joining)}`,
      `who sees names: ${labelOf(namesSeenBy, names)}`,
      sensitive ? 'sensitive' : 'not sensitive',
    ].join('; '),
}

const parts = {
  name: 'Name',
  type: 'Kind',
  purpose: 'What it is for',
  audience: 'Who it is for',
  mission: 'Mission',
  priorities: 'Priorities',
  theme: 'What it is about',
  region: 'Region',
  contact: 'Contact',
  'joining reason': 'Why people join in this way',
}

function labelOf<K extends string>(words: Record<K, Word>, value: unknown): string {
  return isKeyOf(words, value) ? words[value].label : String(value)
}

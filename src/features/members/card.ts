import { randomBytes } from 'node:crypto'
import { sql, type Tx } from '#kernel/db.ts'
import type { Keys } from '#kernel/keys.ts'
import type { Id } from '#kernel/viewer.ts'
import type { Details } from '#features/people/index.ts'

/**
 * What those who may see names see of a member. `own` says that the name was chosen for this network;
 * the grade is written with its scheme, such as `civil-service/g7`.
 */
export type Card = {
  name: string
  own: boolean
  organisation: { id: Id; name: string } | null
  region: string
  grade: string
}

/** The card of someone with these details, under their own name or one chosen for the network. */
export function cardOf(details: Details, organisationName: string | null, displayName = ''): Card {
  return {
    name: displayName || details.name,
    own: Boolean(displayName),
    organisation:
      details.organisation && organisationName
        ? { id: details.organisation, name: organisationName }
        : null,
    region: details.region ?? '',
    grade: details.gradeScheme && details.grade ? `${details.gradeScheme}/${details.grade}` : '',
  }
}

/** Writes the card of a membership that has none. As the application. */
export async function addCard(tx: Tx, network: Id, membership: Id, card: Card): Promise<void> {
  const { sealed, words } = sealCard(tx.keys, network, membership, card)
  await tx.run(
    sql`insert into members.card (membership_id, network_id, sealed, words) values (${membership}, ${network}, ${sealed}, ${words}::bytea[])`,
  )
}

/** Changes the card of a membership, and the words it is found by. */
export async function changeCard(tx: Tx, network: Id, membership: Id, card: Card): Promise<void> {
  const { sealed, words } = sealCard(tx.keys, network, membership, card)
  await tx.run(
    sql`update members.card set sealed = ${sealed}, words = ${words}::bytea[] where membership_id = ${membership}`,
  )
}

/** A card as it is kept: sealed whole, and the tags that it is found by. */
export function sealCard(
  keys: Keys,
  network: Id,
  membership: Id,
  card: Card,
): { sealed: Buffer; words: Buffer[] } {
  return {
    sealed: keys.seal(`network:${network}`, cardPlace(membership), JSON.stringify(card)),
    words: amongOthers(wordsOf(card).map((word) => wordTag(keys, network, word))),
  }
}

/** Opens a card. */
export function openCard(keys: Keys, network: Id, membership: Id, sealed: Uint8Array): Card {
  return JSON.parse(keys.open(`network:${network}`, cardPlace(membership), sealed)) as Card
}

/** What a search looks for: beginnings of words of the name, and filters. */
export type Search = {
  name?: string
  region?: string
  grade?: string
  organisations?: readonly Id[]
}

/** The tags that a search looks for: all of some, and one of others where there are any. */
export function searchTags(
  keys: Keys,
  network: Id,
  { name = '', region, grade, organisations = [] }: Search,
): { allOf: Buffer[]; oneOf: Buffer[] } {
  const words = normalised(name).map((word) => `name:${word.slice(0, longest)}`)
  if (region) words.push(`region:${region}`)
  if (grade) words.push(`grade:${grade}`)
  const tags = (of: string[]) => of.map((word) => wordTag(keys, network, word))
  return { allOf: tags(words), oneOf: tags(organisations.map((id) => `organisation:${id}`)) }
}

const longest = 20

/** Words of a name with their beginnings of three letters or more; shorter words whole; and what filters ask. */
function wordsOf(card: Card): string[] {
  const words = new Set<string>()
  for (const word of normalised(card.name)) {
    words.add(`name:${word.slice(0, longest)}`)
    for (let length = 3; length < Math.min(word.length, longest); length++)
      words.add(`name:${word.slice(0, length)}`)
  }
  if (card.organisation) words.add(`organisation:${card.organisation.id}`)
  if (card.region) words.add(`region:${card.region}`)
  if (card.grade) words.add(`grade:${card.grade}`)
  return [...words]
}

/**
 * Tags in an order of their own, with others that stand for nothing up to a multiple of eight: as they came,
 * their order and number would tell how long each word of the name is.
 */
function amongOthers(tags: Buffer[]): Buffer[] {
  const others = Array.from({ length: -tags.length & 7 }, () => randomBytes(12))
  return [...tags, ...others].sort(Buffer.compare)
}

/** Lower case, without accents, split at anything that is no letter or digit. */
function normalised(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
}

/** Twelve bytes are enough to find by, and keep the index small. */
function wordTag(keys: Keys, network: Id, word: string): Buffer {
  return keys.tag(`words:${network}`, word).subarray(0, 12)
}

const cardPlace = (membership: Id) => ({ table: 'members.card', column: 'sealed', row: membership })

/** The last part of a chapter's address: `/guide/purpose`. */
export type Slug =
  | 'purpose'
  | 'people'
  | 'governance'
  | 'recruiting'
  | 'activities'
  | 'tools'
  | 'measuring'
  | 'sustaining'
  | 'sensitive-networks'
  | 'sensitive-meetings'
  | 'pitfalls'
  | 'kinds-of-network'

/** The chapters that are steps of setting up a network share their names with those steps. */
export type StepSlug = Exclude<
  Slug,
  'sensitive-networks' | 'sensitive-meetings' | 'pitfalls' | 'kinds-of-network'
>

/**
 * Where in the product something is done: an address, or a place in the reader's own network,
 * whose address is not known until we know which network that is.
 */
export type Place = `/${string}` | `setup:${StepSlug}` | `network:${NetworkPage}`
export type NetworkPage =
  | 'charter'
  | 'goals'
  | 'import'
  | 'invitations'
  | 'launch'
  | 'members'
  | 'promote'
  | 'roles'
  | 'settings'
  | 'welcome/settings'

/** Text may hold links written as `[words](/address)`. */
export type Block =
  | { kind: 'text'; text: string }
  | { kind: 'note'; text: string }
  | { kind: 'list'; lead: string; items: readonly string[]; numbered: boolean }
  | { kind: 'example'; title: string; paragraphs: readonly string[] }

export type Section = { heading: string; blocks: readonly Block[] }
export type TryIt = { text: string; place: Place }

export type Chapter = {
  slug: Slug
  title: string
  /** What the reader will have at the end, in one line. */
  promise: string
  /** How long it takes to read and to make a first plan: “About 20 minutes”. */
  time: string
  sections: readonly Section[]
  tryIt: readonly TryIt[]
}

/** A part of a chapter under its own heading. */
export function section(heading: string, ...blocks: Block[]): Section {
  return { heading, blocks }
}

/** A paragraph, given as its sentences. */
export function text(...sentences: string[]): Block {
  return { kind: 'text', text: sentences.join(' ') }
}

/** A paragraph that stands out, for what must not be missed. */
export function note(...sentences: string[]): Block {
  return { kind: 'note', text: sentences.join(' ') }
}

/** A list with the words that lead into it. */
export function list(lead: string, ...items: string[]): Block {
  return { kind: 'list', lead, items, numbered: false }
}

/** A numbered list, for things done in order. */
export function steps(lead: string, ...items: string[]): Block {
  return { kind: 'list', lead, items, numbered: true }
}

/** A worked example, which the page sets apart. It names no real person or body. */
export function example(title: string, ...paragraphs: string[]): Block {
  return { kind: 'example', title, paragraphs }
}

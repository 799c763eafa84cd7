import type { Keys } from './keys.ts'

/** An id: a UUID in text. */
export type Id = string

/** Whether a text could be an id: the database takes no other. */
export const isId = (text: string): boolean =>
  /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)

/** Whoever asks. Row-level security sees this, and nothing else of the request. */
export type Viewer = Stranger | Person | System

/** Not signed in. `invitation` is set when a signed invitation link was followed. */
export type Stranger = { kind: 'stranger'; invitation?: Id }

/** Signed in. */
export type Person = {
  kind: 'person'
  person: Id
  session: Id
  name: string
  email: string
  administrator: boolean
  /** The organisation that the person's address tells: what opens networks of one organisation. */
  organisation: Id | null
  memberships: readonly Id[]
  invitation?: Id
  /** Signed in by a second address: it lets nobody be an administrator, or be of an organisation. */
  bySecondAddress?: true
  /** Second addresses, where something is found by address: filled in for reading and erasing what is held. */
  alsoAt?: readonly string[]
}

/** Every address under which something may be held about someone, as far as they have been filled in. */
export const addressesOf = (me: Person): string[] => [me.email, ...(me.alsoAt ?? [])]

/** The application itself, at a named piece of work. */
export type System = { kind: 'system'; reason: string }

export const stranger: Stranger = { kind: 'stranger' }

/**
 * The local settings that a viewer has in the database, besides the role; as they are for a stranger, and for
 * the application. They stand in no network.
 */
export const strangersSettings = {
  'app.person': '',
  'app.session': '',
  'app.administrator': '',
  'app.organisation': '',
  'app.memberships': '{}',
  'app.keyring': '',
  'app.invited': '',
  'app.invitation': '',
  'app.networks': '{}',
  'app.core_networks': '{}',
  'app.requested_networks': '{}',
  'app.led_networks': '{}',
  'app.open_networks': '{}',
  'app.named_networks': '{}',
  'app.organisation_networks': '{}',
  'app.inviting_networks': '{}',
}

export type Settings = Record<keyof typeof strangersSettings, string>

/** What they are for a viewer, ready for set_config. */
export function settingsOf(viewer: Viewer, keys: Keys): Settings {
  if (viewer.kind === 'system') return strangersSettings
  const invitation = viewer.invitation
    ? { 'app.invitation': viewer.invitation, 'app.inviting_networks': '' }
    : {}
  if (viewer.kind === 'stranger') return { ...strangersSettings, ...invitation }
  return {
    'app.person': viewer.person,
    'app.session': viewer.session,
    'app.administrator': viewer.administrator ? 'true' : '',
    'app.organisation': viewer.organisation ?? '',
    'app.memberships': `{${viewer.memberships.join(',')}}`,
    'app.keyring': keyringTag(keys, viewer.person).toString('hex'),
    'app.invited': invitedTag(keys, viewer.email).toString('hex'),
    'app.invitation': viewer.invitation ?? '',
    // '' is found out when a rule first asks.
    'app.networks': '',
    'app.core_networks': '',
    'app.requested_networks': '',
    'app.led_networks': '',
    'app.open_networks': '',
    'app.named_networks': '',
    'app.organisation_networks': '',
    'app.inviting_networks': '',
  }
}

/** The tag under which a person's keyring is found: no one without the key can tell whose it is. */
export function keyringTag(keys: Keys, person: Id): Buffer {
  return keys.tag('keyring', person)
}

/** The tag of an address (without its +tag) on invitations. Not the tag that people are found by: the two cannot be joined. */
export function invitedTag(keys: Keys, email: string): Buffer {
  return keys.tag(
    'invitations',
    email
      .trim()
      .toLowerCase()
      .replace(/\+[^@]*@/, '@'),
  )
}

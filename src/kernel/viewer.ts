import type { Keys } from './keys.ts'

/** An id: a UUID in text. */
export type Id = string

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
}

/** The application itself, at a named piece of work. */
export type System = { kind: 'system'; reason: string }

export const stranger: Stranger = { kind: 'stranger' }

/** The role and the local settings that a viewer has in the database, ready for set_config. */
export function settingsOf(viewer: Viewer, keys: Keys): Record<string, string> {
  const person = viewer.kind === 'person' ? viewer : undefined
  return {
    role: viewer.kind === 'system' ? 'guildhall_system' : 'guildhall_viewer',
    'app.person': person?.person ?? '',
    'app.session': person?.session ?? '',
    'app.administrator': person?.administrator ? 'true' : '',
    'app.organisation': person?.organisation ?? '',
    'app.memberships': `{${person?.memberships.join(',') ?? ''}}`,
    'app.keyring': person ? keyringTag(keys, person.person).toString('hex') : '',
    'app.invited': person ? invitedTag(keys, person.email).toString('hex') : '',
    'app.invitation': (viewer.kind !== 'system' && viewer.invitation) || '',
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

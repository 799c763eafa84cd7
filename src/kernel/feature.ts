import type { App } from './app.ts'
import type { Db, Tx } from './db.ts'
import type { Html } from './html.ts'
import type { Route } from './http.ts'
import type { Email } from './mail.ts'
import type { Id, Person } from './viewer.ts'

/** What a capability brings. The kernel, `/account`, `/setup` and the retention job read this and nothing else. */
export type Feature = {
  name: string
  /** The folder, with its migrations and access.sql: `import.meta.dirname`. */
  folder: string
  routes?: readonly Route[]
  jobs?: readonly Job[]
  /** Tasks that this capability adds to the eight steps of starting a network. */
  tasks?: readonly Task[]
  /** Pages under a network's address, shown as its tabs to those for whom `for` holds. */
  tabs?: readonly Tab[]
  /** What leads do with a network, listed on its Manage page. */
  tools?: readonly Tool[]
  /** Pieces of pages that another capability owns. */
  panels?: readonly Panel[]
  /** What this capability does when something happens to a network. */
  moments?: Moments
  /** What waits for a person, for `/home`. */
  waiting?: (tx: Tx, me: Person, app: App) => Promise<Waiting[]>
  /** What a person was asked or has taken on beside the networks they are in, for `/home` too. */
  asked?: (tx: Tx, me: Person) => Promise<Waiting[]>
  /** Every event that this capability writes to the audit log, in a sentence. */
  events: Readonly<Record<string, string>>
  /** How what was noted with an event reads. What has no words here is not shown. */
  details?: Readonly<Record<string, (noted: Noted, features: readonly Feature[]) => string>>
  /** Every kind of personal data held: an empty list says that there is none. */
  holds: readonly Holding[]
  /**
   * Columns that keep sealed values for longer than 30 days, such as `people.person.details_sealed`, with the
   * purpose of their key; `network` stands for the key of the row's own network. Read when keys are renewed.
   */
  sealed?: Readonly<Record<string, string>>
  /** Run at each start, once the database is migrated: what must be there before anyone comes. Idempotent. */
  prepare?: (db: Db) => Promise<void>
}

/** A piece of work in the background: idempotent, since it may run twice after a crash. */
export type Job = {
  name: string
  run: (app: App, payload: Record<string, unknown>) => Promise<void>
  /** Cron in UK time, for work that comes round by itself. */
  every?: string
}

/** Part of setting up a network; `done` is worked out from what exists, never ticked. */
export type Task = {
  key: string
  step: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
  title: string
  hint?: string
  /** Needed before the network can go live. */
  required: boolean
  href: (slug: string) => string
  done: (tx: Tx, network: TaskNetwork) => Promise<boolean> | boolean
  /** While it is not done: what it waits for, such as an answer by someone else. */
  note?: (tx: Tx, network: TaskNetwork) => Promise<string | undefined>
}

/** What a task may know of the network without asking. */
export type TaskNetwork = {
  id: Id
  slug: string
  name: string
  status: string
  type: string
  sensitive: boolean
  purpose: string
  mission: string
  audience: string
  contact: string
}

export type Tab = {
  key: string
  text: string
  order: number
  href: (slug: string) => string
  for: 'everyone' | 'members'
}

/** A page for the leads of a network, with a line on what it is for. */
export type Tool = {
  part: 'people' | 'working-together' | 'network'
  order: number
  text: string
  hint: string
  href: (slug: string) => string
  /** Only while the network's status is one of these; always when it is not said. */
  during?: readonly string[]
}

/** What was noted with an event, as `detail` of the audit log. */
export type Noted = Readonly<Record<string, string | number | boolean>>

/**
 * A piece of a page that another capability owns: on a network's page (`network`), below what it is for
 * and how to join; on the page of one's own membership (`membership`), while it is active. Out comes nothing
 * where there is nothing to show. Headings start at h2.
 */
export type Panel = {
  place: 'network' | 'membership'
  order: number
  render: (tx: Tx, network: TaskNetwork, viewer: PanelViewer) => Promise<Html | undefined>
}

/** Who looks at a panel: what row-level security will answer, said beforehand. */
export type PanelViewer = { signedIn: boolean; member: boolean; leads: boolean }

/**
 * What happens to a network, told to the capabilities above it, so that `networks` need not know them.
 * Run as the application.
 */
export type Moments = {
  /** A network was founded, in the same transaction: the founder is not in it yet. */
  founded?: (tx: Tx, network: TaskNetwork, founder: Person) => Promise<void>
  /** Its leads or all its members have to be told something: `write` gets each one's name. */
  tell?: (
    tx: Tx,
    network: Id,
    whom: 'leads' | 'members',
    write: (name: string) => Omit<Email, 'to'>,
  ) => Promise<void>
  /** An ally who waited has a place now, in the same transaction. */
  letIn?: (tx: Tx, app: App, network: Id, membership: Id) => Promise<void>
  /** A member behind whom nobody stands, for a preview that is rolled back. Out: the membership. */
  example?: (tx: Tx, network: Id) => Promise<Id>
  /**
   * Someone had two memberships of a network and keeps one. What should go over from the other goes over now,
   * in the reverse order of capabilities; what does not is left as by anyone who leaves. Nothing written here
   * may say that the two belong together.
   */
  membershipsMerged?: (tx: Tx, network: Id, kept: Id, dropped: Id) => Promise<void>
}

/**
 * Something that waits for a person, with where to deal with it. With `lasting` there is nothing to do: it
 * is what they have taken on.
 */
export type Waiting = { text: string; href: string; network?: string; lasting?: true }

/** A kind of personal data: what, why, for how long, and how it is given out and erased. */
export type Holding = {
  what: string
  why: string
  keptFor: string
  /** All that is held about the signed-in person, ready to read. */
  export: (tx: Tx, me: Person) => Promise<Record<string, unknown>[]>
  /** Erases it, as the application. Returns when nothing of the person is left in this holding. */
  erase: (tx: Tx, me: Person) => Promise<void>
  /**
   * What was held about `from` is held about `to` from now on: the same person at another address, or another
   * account that has proved to be theirs, which goes. As the application, in the reverse order of capabilities.
   * Where there can be only one, what protects others stays: a no, a removal. Memberships of the same network
   * have become one before (`membershipsMerged`).
   */
  carry: (tx: Tx, from: Person, to: Person) => Promise<void>
  /** Removes what is past its time; run nightly as the application. Out: how many rows went. */
  retire?: (tx: Tx) => Promise<number>
}

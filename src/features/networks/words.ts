/** A word of the product as people read it: its name, and a sentence that explains it. */
export type Word = { label: string; hint: string }

export type NetworkType =
  | 'cross-government'
  | 'staff-and-diversity'
  | 'community-of-practice'
  | 'profession'
export type NetworkStatus = 'proposed' | 'setting-up' | 'live' | 'dormant' | 'closed'
export type Findable = 'everyone' | 'signed-in' | 'organisations' | 'invited'
export type Joining = 'open' | 'request' | 'invitation'
export type NamesSeenBy = 'members' | 'leads' | 'nobody'
export type Category = 'member' | 'ally'
export type Role =
  | 'chair'
  | 'co-chair'
  | 'coordinator'
  | 'secretary'
  | 'treasurer'
  | 'communications-lead'
  | 'steering-group'
  | 'sponsor'
  | 'other'

/** Kinds of network. */
export const networkTypes: Record<NetworkType, Word> = {
  'cross-government': {
    label: 'Cross-government network',
    hint: 'People from many public bodies working on something they all care about.',
  },
  'staff-and-diversity': {
    label: 'Staff or diversity network',
    hint: 'People who share part of who they are, and look out for each other at work.',
  },
  'community-of-practice': {
    label: 'Community of practice',
    hint: 'People who share a skill or an interest, and learn from each other.',
  },
  profession: {
    label: 'Profession community',
    hint: 'People in the same profession, building its skills and standards together.',
  },
}

/** How far a network has got. */
export const networkStatuses: Record<NetworkStatus, Word> = {
  proposed: { label: 'Proposed', hint: 'Someone has an idea and wants to know who is interested.' },
  'setting-up': { label: 'Setting up', hint: 'A small team is getting ready to open.' },
  live: { label: 'Live', hint: 'Open and running. People can join.' },
  dormant: { label: 'Resting', hint: 'Nothing is planned for now. It can start again.' },
  closed: { label: 'Closed', hint: 'The network has ended and no one can join.' },
}

/** Who can find a network. */
export const findableBy: Record<Findable, Word> = {
  everyone: {
    label: 'Everyone',
    hint: 'Anyone on the internet can find the network and read what it is for.',
  },
  'signed-in': {
    label: 'People who are signed in',
    hint: 'Only people with an account here can find it.',
  },
  organisations: {
    label: 'People in organisations you choose',
    hint: 'Only people who work for the organisations you name can find it.',
  },
  invited: {
    label: 'Only people you invite',
    hint: 'The network is hidden. To anyone else it looks as if it does not exist.',
  },
}

/** Who can join, and how. */
export const joiningBy: Record<Joining, Word> = {
  open: { label: 'Anyone who can find it', hint: 'People join straight away.' },
  request: {
    label: 'People who ask',
    hint: 'People ask to join, and a lead says yes or no. No one is asked to prove who they are.',
  },
  invitation: {
    label: 'People who are invited',
    hint: 'People join with a personal invitation from a lead or a member.',
  },
}

/** Who sees members’ names. */
export const namesSeenBy: Record<NamesSeenBy, Word> = {
  members: { label: 'All members', hint: 'Members can see who else has joined.' },
  leads: { label: 'Only the leads', hint: 'Leads see the names. Members do not see each other.' },
  nobody: {
    label: 'No one',
    hint: 'No one sees a list of names. Leads see only how many there are.',
  },
}

/** What kind of member someone is. */
export const categories: Record<Category, Word> = {
  member: { label: 'Member', hint: 'The network is for you.' },
  ally: { label: 'Ally', hint: 'You support the network and the people it is for.' },
}

/** What people do in a network. */
export const roles: Record<Role, Word> = {
  chair: { label: 'Chair', hint: 'Leads the network and sets its direction with members.' },
  'co-chair': { label: 'Co-chair', hint: 'Shares the lead with one or more others.' },
  coordinator: { label: 'Coordinator', hint: 'Keeps things running from day to day.' },
  secretary: { label: 'Secretary', hint: 'Looks after agendas, notes and actions.' },
  treasurer: { label: 'Treasurer', hint: 'Looks after the budget.' },
  'communications-lead': {
    label: 'Communications lead',
    hint: 'Tells members and others what the network is doing.',
  },
  'steering-group': {
    label: 'Steering group member',
    hint: 'Helps to decide what the network does next.',
  },
  sponsor: {
    label: 'Sponsor',
    hint: 'A senior person who speaks up for the network and opens doors.',
  },
  other: { label: 'Another role', hint: 'A role that your network names itself.' },
}

/**
 * Whether something typed or stored is one of the keys of a list of words.
 * In: a list such as `networkTypes`, and any value. Narrows the value to a key.
 */
export function isKeyOf<K extends string>(words: Record<K, unknown>, value: unknown): value is K {
  return typeof value === 'string' && Object.hasOwn(words, value)
}

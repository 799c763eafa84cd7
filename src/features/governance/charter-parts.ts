/** A clause to start from: a name to choose it by, and the words that go into the charter. */
export type Part = { key: string; label: string; text: string }

/** Why a network chose how people join: the join page shows it. */
export const membershipReasons: Record<'open' | 'request' | 'invitation', readonly Part[]> = {
  open: [
    part(
      'seen',
      'To be seen',
      'Anyone may join. The more people know about us, the easier it is to be who you are at work.',
    ),
    part(
      'many-views',
      'To hear many views',
      'Anyone may join, friends and allies too. More points of view lead to better ideas.',
    ),
    part(
      'shared-work',
      'Because the work is shared',
      'Anyone who does this work, or wants to, may join.',
    ),
  ],
  request: [
    part(
      'right-people',
      'To keep to the subject',
      'People ask to join, so that we stay useful to those whom the network is for.',
    ),
    part(
      'trust',
      'To build trust',
      'People ask to join, so that members know a lead has said hello to each person in the room. We never ask for proof of who you are.',
    ),
  ],
  invitation: [
    part(
      'safe',
      'To keep people safe',
      'People join by invitation, because some of us could be harmed if others knew that we are members.',
    ),
    part(
      'small',
      'To stay small',
      'People join by invitation, because a small group can speak more freely.',
    ),
  ],
}

/** Who may invite people by name. */
export const invitingRules: readonly (Part & { key: 'members' | 'leads' })[] = [
  {
    key: 'members',
    label: 'Any member',
    text: 'Any of us may invite people by email. Anyone may be invited: it says nothing about who they are.',
  },
  {
    key: 'leads',
    label: 'Only leads',
    text: 'Only the leads invite people by email.',
  },
]

/**
 * Who may invite where no charter says it. In networks that are sensitive or hidden, and in those of people
 * who share part of who they are and do not all see each other's names, that is the leads.
 */
export function usualInviting(of: {
  type: string
  sensitive: boolean
  findable: string
  names: string
}): 'members' | 'leads' {
  const guarded = of.sensitive || of.findable === 'invited'
  const personal = of.type === 'staff-and-diversity' && of.names !== 'members'
  return guarded || personal ? 'leads' : 'members'
}

/** What part allies may have in a network. */
export const allyPolicies: readonly Part[] = [
  part(
    'welcome',
    'Allies can join',
    'Allies are welcome to join. Some meetings may be only for the people whom the network is for.',
  ),
  part(
    'events-only',
    'Allies can come to events',
    'Allies are welcome at our open events. Only the people whom the network is for can join.',
  ),
  part(
    'none',
    'No allies',
    'The network is only for the people whom it is for. We may ask allies for help from time to time.',
  ),
]

/** Out of 100 people who have joined, how many may be allies, unless the network says otherwise. */
export const usualAllyCap = 15

/**
 * What a limit on allies means, for the charter and the join page.
 * In: how many of every 100 people may be allies.
 */
export function allyCapText(cap: number): string {
  return `No more than ${cap} in every 100 of us are allies, so that the network stays with the people whom it is for. When there is no room, new allies wait for a place.`
}

/** What a charter says that keeps names from allies. */
export const namesFromAllies = 'Allies do not see who is in the network.'

/** Ways to decide. */
export const decisionRules: readonly Part[] = [
  part(
    'consensus',
    'Consensus',
    'We talk until everyone can live with it. If someone cannot, we change it or leave it.',
  ),
  part(
    'majority',
    'Majority vote',
    'We vote. If more than half of those who vote say yes, it is decided.',
  ),
  part(
    'leads',
    'The lead decides after asking',
    'The lead asks the others, listens, decides, and gives the reasons.',
  ),
]

function part(key: string, label: string, text: string): Part {
  return { key, label, text }
}

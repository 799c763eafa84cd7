import type { Clauses } from '#features/governance/index.ts'
import type { QuestionKind } from '#features/members/index.ts'
import type {
  Findable,
  Joining,
  NamesSeenBy,
  NetworkType,
  Theme,
} from '#features/networks/index.ts'
import type { CastKey } from './cast.ts'

/** A network of the sample, as its founder might describe it. What is not said is as open as can be. */
export type SampleNetwork = {
  name: string
  type: NetworkType
  theme: Theme
  purpose: string
  audience: string
  mission: string
  priorities: string
  /** How many months ago it was founded, and how many are in it today. */
  founded: number
  size: number
  /** Nobody has joined for some months. */
  settled?: true
  findable?: Findable
  joining?: Joining
  names?: NamesSeenBy
  sensitive?: boolean
  /** The organisations, regions and grades it is for. */
  organisations?: readonly string[]
  regions?: readonly string[]
  grades?: readonly string[]
  /** The name of its umbrella, and what it is of it. */
  parent?: string
  kind?: 'sub-network' | 'regional-hub'
  region?: string
  charter: SampleCharter
  goals: readonly SampleGoal[]
  asks?: readonly SampleQuestion[]
  sponsor?: { name: string; position: string; asked?: true }
  /** How many ask to be let in, and how many invitations wait for an answer. */
  requests?: number
  invited?: number
  /** Its lead brought the list that it kept before. */
  hasOldList?: true
  /** Who of the cast is in it. Whoever leads first founded it. */
  cast?: Partial<
    Record<CastKey, 'chair' | 'co-chair' | 'member' | 'ally' | 'requested' | 'invited'>
  >
  /** What it has become; live when nothing is said. */
  now?: { status: 'dormant' | 'closed'; months: number; reason: string } | { status: 'setting-up' }
}

/** A charter: why people join as they do, allies, how it decides, and the keys of ground rules. */
export type SampleCharter = {
  reason: string
  allies: NonNullable<Clauses['ally_policy']>
  /** Of a hundred who have joined, how many may be allies. */
  cap?: number
  decides: NonNullable<Clauses['decision_rule']>
  rules: readonly string[]
  conduct?: boolean
}

/** What it wants to reach: a sentence, what is counted, the number, its unit, and in how many months from today. */
export type SampleGoal = readonly [
  statement: string,
  measure: string,
  target: number,
  unit: string,
  months: number,
]

export type SampleQuestion = {
  text: string
  hint?: string
  kind: QuestionKind
  choices?: readonly string[]
  required?: boolean
  /** What people might answer where there is nothing to choose from. */
  answers?: readonly string[]
}

import { createHash } from 'node:crypto'
import { dateOf } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { makeRoomForAllies } from '#features/members/index.ts'
import { auditAct, changeNetwork, type Network } from '#features/networks/index.ts'
import { usualInviting } from './charter-parts.ts'

/** What a charter says, apart from what the network's settings and its mission say. */
export type Clauses = {
  membership_reason: string
  ally_policy: 'none' | 'welcome' | 'events-only' | null
  /** Of every 100 who have joined, how many may be allies; null is no limit. */
  ally_cap: number | null
  /** Where members see each other's names: whether allies see them too. */
  allies_see_names: boolean
  decision_rule: 'consensus' | 'majority' | 'leads' | null
  /** Who may invite people by name; null is what is usual for such a network. */
  inviting: 'members' | 'leads' | null
  ground_rules: string[]
  code_of_conduct: string
}

/** A charter being written: a draft, or what the first change would start from. */
export type Draft = Clauses & { version: number; begun: boolean }

/** A charter that was adopted, with what the settings said on that day. It never changes. */
export type Charter = Clauses & {
  version: number
  ally_policy: NonNullable<Clauses['ally_policy']>
  decision_rule: NonNullable<Clauses['decision_rule']>
  mission: string
  joining: Network['joining']
  names: Network['names']
  adopted_on: string
}

/** The clauses that are written on one page. */
export type Part = 'membership' | 'inviting' | 'allies' | 'decisions' | 'ground-rules' | 'conduct'

/** The charter that holds now, for whoever may see the network. */
export async function charterInForce(tx: Tx, network: Id): Promise<Charter | undefined> {
  return tx.row<Charter>(sql`
    select ${columns} from governance.charter
    where network_id = ${network} and adopted_on is not null order by version desc limit 1`)
}

/** A version that was adopted, now or earlier. */
export async function charterVersion(
  tx: Tx,
  network: Id,
  version: number,
): Promise<Charter | undefined> {
  return tx.row<Charter>(sql`
    select ${columns} from governance.charter
    where network_id = ${network} and version = ${version} and adopted_on is not null`)
}

/** Every version that was adopted, the newest first. */
export async function charterVersions(
  tx: Tx,
  network: Id,
): Promise<{ version: number; adopted_on: string }[]> {
  return tx.rows(sql`
    select version, adopted_on from governance.charter
    where network_id = ${network} and adopted_on is not null order by version desc limit 100`)
}

/** For leads: the draft; where there is none, what a new one would start from. */
export async function draftOrCurrentCharter(tx: Tx, network: Network): Promise<Draft> {
  const draft = await tx.row<Charter>(sql`
    select ${columns} from governance.charter where network_id = ${network.id} and adopted_on is null`)
  if (draft) return { ...draft, begun: true }
  const current = await charterInForce(tx, network.id)
  if (current) return { ...current, version: current.version + 1, begun: false }
  return { ...nothing, membership_reason: network.joining_reason, version: 1, begun: false }
}

/**
 * Keeps what a page says, unless the draft is no longer what the page was opened on. `opened` is the
 * fingerprint taken then. Out: undefined when it is kept, else the draft as it is now.
 */
export async function writePart(
  tx: Tx,
  network: Network,
  part: Part,
  opened: string,
  said: Partial<Clauses>,
): Promise<Draft | undefined> {
  await beginDraft(tx, network)
  // Two leads who save at once take turns here: the second sees what the first saved.
  await tx.run(
    sql`select id from governance.charter where network_id = ${network.id} and adopted_on is null for update`,
  )
  const draft = await draftOrCurrentCharter(tx, network)
  const next = { ...draft, ...said }
  if (fingerprint(draft, part) !== opened && fingerprint(draft, part) !== fingerprint(next, part))
    return draft
  await tx.run(sql`
    update governance.charter set membership_reason = ${next.membership_reason}, ally_policy = ${next.ally_policy},
      ally_cap = ${next.ally_cap}, allies_see_names = ${next.allies_see_names}, decision_rule = ${next.decision_rule}, inviting = ${next.inviting},
      ground_rules = ${next.ground_rules}::text[], code_of_conduct = ${next.code_of_conduct}
    where network_id = ${network.id} and adopted_on is null`)
  return undefined
}

/**
 * The draft becomes the charter, with what the settings say today; the reason for how people join goes to the
 * join page. Out: false when the draft is no longer what was read, or lacks something.
 */
export async function adopt(tx: Tx, network: Network, read: string): Promise<boolean> {
  await tx.run(
    sql`select id from governance.charter where network_id = ${network.id} and adopted_on is null for update`,
  )
  const draft = await draftOrCurrentCharter(tx, network)
  if (!draft.begun || fingerprint(draft) !== read || missingParts(draft).length > 0) return false
  await tx.run(sql`
    update governance.charter set adopted_on = ${dateOf(tx.now)}, mission = ${network.mission || network.purpose},
      joining = ${network.joining}, names = ${network.names}, inviting = ${draft.inviting ?? usualInviting(network)}
    where network_id = ${network.id} and adopted_on is null`)
  await changeNetwork(tx, network, { joining_reason: draft.membership_reason })
  await makeRoomForAllies(tx, network.id)
  await auditAct(tx, 'governance.charter-adopted', network.id, { version: draft.version })
  return true
}

/** The draft is thrown away; the charter in force stays. */
export async function dropDraftCharter(tx: Tx, network: Id): Promise<void> {
  const gone = await tx.run(
    sql`delete from governance.charter where network_id = ${network} and adopted_on is null`,
  )
  if (gone) await auditAct(tx, 'governance.charter-draft-dropped', network)
}

/** What a draft still lacks before it can be adopted. */
export function missingParts(draft: Clauses): Part[] {
  const done = {
    membership: draft.membership_reason !== '',
    inviting: true,
    allies: draft.ally_policy !== null,
    decisions: draft.decision_rule !== null,
    'ground-rules': draft.ground_rules.length > 0,
    conduct: true,
  }
  return (Object.keys(done) as Part[]).filter((part) => !done[part])
}

/** Stands for a draft, or one part of it, as it is: another fingerprint tells that it changed. */
export function fingerprint(draft: Draft, part?: Part): string {
  const said = part
    ? partOf[part].map((name) => draft[name])
    : Object.values(partOf)
        .flat()
        .map((name) => draft[name])
  return createHash('sha256')
    .update(JSON.stringify([draft.version, said]))
    .digest('base64url')
    .slice(0, 22)
}

const columns = sql`version, membership_reason, ally_policy, ally_cap, allies_see_names, decision_rule, inviting, ground_rules, code_of_conduct,
  mission, joining, names, adopted_on`

const nothing: Clauses = {
  membership_reason: '',
  ally_policy: null,
  ally_cap: null,
  allies_see_names: true,
  decision_rule: null,
  inviting: null,
  ground_rules: [],
  code_of_conduct: '',
}

const partOf: Record<Part, (keyof Clauses)[]> = {
  membership: ['membership_reason'],
  inviting: ['inviting'],
  allies: ['ally_policy', 'ally_cap', 'allies_see_names'],
  decisions: ['decision_rule'],
  'ground-rules': ['ground_rules'],
  conduct: ['code_of_conduct'],
}

async function beginDraft(tx: Tx, network: Network): Promise<void> {
  const from = await draftOrCurrentCharter(tx, network)
  if (from.begun) return
  const begun = await tx.run(sql`
    insert into governance.charter
      (network_id, version, membership_reason, ally_policy, ally_cap, allies_see_names, decision_rule, inviting, ground_rules, code_of_conduct)
    values (${network.id}, ${from.version}, ${from.membership_reason}, ${from.ally_policy}, ${from.ally_cap}, ${from.allies_see_names},
      ${from.decision_rule}, ${from.inviting}, ${from.ground_rules}::text[], ${from.code_of_conduct})
    on conflict do nothing`)
  if (begun) await auditAct(tx, 'governance.charter-drafted', network.id, { version: from.version })
}

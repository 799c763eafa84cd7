import { sql, type Query, type Tx } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import type { Question } from '#features/members/index.ts'

/** A network as the join pages see it. */
export type Choice = {
  id: Id
  slug: string
  name: string
  sort_name: string
  purpose: string
  status: string
  joining: 'open' | 'request' | 'invitation'
  /** Why joining is as it is, in the network's words. */
  reason: string
  findable: 'everyone' | 'signed-in' | 'organisations' | 'invited'
  names: 'members' | 'leads' | 'nobody'
  sensitive: boolean
  /** The viewer is invited, by their address or the link they followed. */
  invited: boolean
  /** The viewer's own membership, if there is one. */
  mine: 'active' | 'requested' | 'waiting' | null
}

/** A chosen network, with all that it asks of those who join. */
export type Chosen = Choice & {
  contact: string
  /** Allies can join. Whether there is room for one now is told to nobody before they ask: it would tell of numbers. */
  allies: boolean
  /** The charter limits how many, as everyone reads who may know of the network. */
  alliesLimited: boolean
  conduct: string
  questions: Question[]
}

/** How many networks the page shows besides those that are ticked. */
const pageOf = 20

/** `next` is where the following page starts. */
export type Choices = { ticked: Choice[]; rest: Choice[]; next?: Place }

/** A place in the list: the last network shown. */
export type Place = { name: string; id: Id }

/**
 * What can be chosen: the networks ticked already, whatever came of them, and a page of the rest, but for
 * those that stand elsewhere on the page. With `rest: false` only what is ticked. One query.
 */
export async function choices(
  tx: Tx,
  ask: {
    ticked: readonly string[]
    search: string
    after?: Place
    elsewhere?: readonly string[]
    rest?: boolean
  },
): Promise<Choices> {
  const shown = [...ask.ticked, ...(ask.elsewhere ?? [])]
  const words = ask.search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 10)
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const found =
    words.length === 0
      ? sql`true`
      : sql`(n.sort_name like all (${patterns}::text[]) or n.search @@ plainto_tsquery('english', ${words.join(' ')}))`
  const rows = await tx.rows<Choice & { ticked: boolean }>(sql`
    select * from (
      (select true as ticked, ${choiceColumns(tx)} ${networksOf(tx)} where n.slug = any (${ask.ticked}::text[]))
      union all
      (select false, ${choiceColumns(tx)} ${networksOf(tx)}
       where n.status = 'live' and ${found} and n.slug <> all (${shown}::text[])
         ${ask.rest === false ? sql`and false` : sql``}
         and (n.joining <> 'invitation' or ${invited(tx)}) ${tx.viewer.kind === 'person' ? sql`and m.id is null` : sql``}
         ${ask.after ? sql`and (n.sort_name, n.id) > (${ask.after.name}, ${ask.after.id})` : sql``}
       order by n.sort_name, n.id limit ${sql.lit(pageOf + 1)})
    ) of_both order by sort_name, id`)
  const rest = rows.filter((row) => !row.ticked)
  const last = rest.length > pageOf ? rest[pageOf - 1] : undefined
  return {
    ticked: rows.filter((row) => row.ticked),
    rest: rest.slice(0, pageOf),
    next: last && { name: last.sort_name, id: last.id },
  }
}

/** The networks at these addresses that the viewer may know of, with what each asks. One query, however many. */
export async function chosenNetworks(tx: Tx, slugs: readonly string[]): Promise<Chosen[]> {
  return tx.rows<Chosen>(
    sql`${chosen(tx)} where n.slug = any (${slugs}::text[]) order by n.sort_name, n.id`,
  )
}

/** The same by id; as the application, whatever the person may see. */
export async function networksById(tx: Tx, ids: readonly Id[]): Promise<Chosen[]> {
  return tx.rows<Chosen>(sql`${chosen(tx)} where n.id = any (${ids}::uuid[]) order by n.id`)
}

/** Which of these networks are found by the people of an organisation, since they name it. As the application. */
export async function namingOrganisation(
  tx: Tx,
  ids: readonly Id[],
  organisation: Id | null,
): Promise<Set<Id>> {
  const rows = await tx.rows<{ network_id: Id }>(sql`
    select network_id from networks.scope
    where kind = 'organisation' and value = ${organisation} and network_id = any (${ids}::uuid[])`)
  return new Set(rows.map((row) => row.network_id))
}

type Names = { name: string; slug: string; sensitive: boolean; place: number | null }

/** The names of networks that the viewer may know of, and the viewer's place where they wait for one. */
export async function networkNames(tx: Tx, ids: readonly Id[]): Promise<Map<Id, Names>> {
  const rows = await tx.rows<Names & { id: Id }>(sql`
    select n.id, n.name, n.slug, n.sensitive, members.my_place(n.id) as place from networks.network n where n.id = any (${ids}::uuid[]) order by n.sort_name`)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Whether the viewer can join, or ask to, now. */
export function canJoin(network: Choice): boolean {
  return (
    network.status === 'live' &&
    network.mine === null &&
    (network.joining !== 'invitation' || network.invited)
  )
}

const chosen = (tx: Tx): Query => sql`
  select ${choiceColumns(tx)}, n.contact,
    c.ally_policy is not distinct from 'welcome' as allies, c.ally_cap is not null as "alliesLimited", coalesce(c.code_of_conduct, '') as conduct,
    coalesce(q.questions, '[]') as questions
  ${networksOf(tx)}
  left join lateral (
    select ally_policy, ally_cap, code_of_conduct from governance.charter
    where network_id = n.id and adopted_on is not null order by version desc limit 1) c on true
  left join lateral (
    select jsonb_agg(jsonb_build_object('id', id, 'text', text, 'hint', hint, 'kind', kind, 'choices', choices, 'required', required) order by position, id) as questions
    from members.question where network_id = n.id and retired_on is null) q on true`

/** The columns of a choice. */
export const choiceColumns = (
  tx: Tx,
): Query => sql`n.id, n.slug, n.name, n.sort_name, n.purpose, n.status, n.joining, n.joining_reason as reason, n.findable, n.names,
  n.sensitive, ${invited(tx)} as invited, ${tx.viewer.kind === 'person' ? sql`m.status` : sql`null::text`} as mine`

/** Networks `n`, with the viewer's membership `m`. A stranger is in none: nothing is looked up that cannot be there. */
export const networksOf = (tx: Tx): Query =>
  tx.viewer.kind === 'person'
    ? sql`from networks.network n left join members.membership m
        on m.network_id = n.id and m.id = any ((select app.memberships())::uuid[]) and m.status in ('active', 'requested', 'waiting')`
    : sql`from networks.network n`

const invited = (tx: Tx): Query =>
  tx.viewer.kind === 'system' || (tx.viewer.kind === 'stranger' && !tx.viewer.invitation)
    ? sql`false`
    : sql`(n.id = any ((select invitations.inviting_networks())::uuid[]))`

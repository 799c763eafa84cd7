import { dateOf, longDate } from '#kernel/clock.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Feature, Waiting } from '#kernel/feature.ts'
import { administrators } from '#kernel/http.ts'
import type { Id, Person } from '#kernel/viewer.ts'
import { demandView } from './demand-views.ts'
import { figuresOfDemand } from './figures.ts'
import { holds } from './holdings.ts'
import { mineAmong } from './interest.ts'
import { interestRoutes } from './interest-routes.ts'
import { jobs } from './jobs.ts'
import { panel } from './panel.ts'
import { proposalOf } from './proposals.ts'
import { proposalRoutes } from './proposal-routes.ts'

export { noteMany } from './interest.ts'
export { write } from './letters.ts'
export { putForward } from './proposals.ts'

/** Networks that are only proposed: who would join, and what becomes of them. */
export const demand: Feature = {
  name: 'demand',
  folder: import.meta.dirname,
  routes: [
    ...proposalRoutes,
    ...interestRoutes,
    administrators.get('/admin/demand', async (tx) => demandView(await figuresOfDemand(tx))),
  ],
  jobs,
  panels: [panel],
  tools: [
    {
      part: 'network',
      order: 5,
      text: 'Your proposal',
      hint: 'How many people would join, who would help, and when it starts.',
      href: (slug) => `/networks/${slug}/proposal`,
      during: ['proposed'],
    },
  ],
  tasks: [
    {
      key: 'demand',
      step: 1,
      title: 'Find out who would join',
      hint: 'Propose it first: people say whether they would join, and you start when there are enough.',
      required: false,
      href: (slug) => `/networks/${slug}/proposal`,
      // What is open already has its answer.
      done: async (tx, network) =>
        network.status !== 'setting-up' || (await proposalOf(tx, network.id)) !== undefined,
    },
  ],
  waiting: toDecide,
  asked: wouldJoin,
  events: {
    'demand.proposed': 'A lead proposed the network, to find out who would join.',
    'demand.extended': 'A lead gave the proposal more time.',
    'demand.update-written': 'A lead wrote to those who would join.',
    'demand.started': 'A lead started the network that was proposed.',
    'demand.dropped': 'The network that was proposed was dropped.',
  },
  details: {
    'demand.proposed': ({ wanted, by }) =>
      `when ${wanted} people would join, by ${longDate(String(by))}`,
    'demand.extended': ({ by }) => `until ${longDate(String(by))}`,
    'demand.dropped': ({ by }) => (by ? 'since nobody decided' : 'by a lead'),
  },
  sealed: {
    'demand.interest.person_sealed': 'network',
    'demand.letter.text_sealed': 'network',
  },
  holds,
}

/** What leads decide on: there are enough people, or the time is up. */
async function toDecide(tx: Tx): Promise<Waiting[]> {
  const rows = await tx.rows<{ slug: string; name: string; reached: boolean }>(sql`
    select n.slug, n.name, p.reached_on is not null as reached from demand.proposal p join networks.network n on n.id = p.network_id
    where p.network_id = any ((select members.my_led_networks())::uuid[]) and n.status = 'proposed' and p.ended_on is null
      and (p.reached_on is not null or p.by_on < ${dateOf(tx.now)}) order by p.by_on limit 20`)
  return rows.map(({ slug, name, reached }) => ({
    text: reached
      ? 'Enough people would join: you can start it'
      : 'Decide: start it, drop it or give it more time',
    href: `/networks/${slug}/proposal`,
    network: name,
  }))
}

/** The proposed networks that someone said they would join. Nothing is to be done. */
async function wouldJoin(tx: Tx, me: Person): Promise<Waiting[]> {
  const open = await tx.rows<{ id: Id; slug: string; name: string }>(sql`
    select n.id, n.slug, n.name from demand.proposal p join networks.network n on n.id = p.network_id
    where n.status = 'proposed' and p.ended_on is null order by p.proposed_on desc, n.id limit 300`)
  if (open.length === 0) return []
  const mine = await mineAmong(
    tx,
    open.map(({ id }) => id),
    me.person,
  )
  return open
    .filter(({ id }) => mine.has(id))
    .map(({ slug, name }) => ({
      text: `You said that you would join ${name}`,
      href: `/networks/${slug}/interest`,
      lasting: true,
    }))
}

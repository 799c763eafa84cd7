import type { App } from '#kernel/app.ts'
import type { Tx } from '#kernel/db.ts'
import { sendMail } from '#kernel/mail.ts'
import type { Id } from '#kernel/viewer.ts'
import { acceptFor } from '#features/invitations/index.ts'
import { admit, mailLeads, placeOf } from '#features/members/index.ts'
import type { Details } from '#features/people/index.ts'
import type { Entry } from './application.ts'
import { requestEmail, welcomeEmail } from './emails.ts'
import { welcomeWords } from '#features/welcome/index.ts'
import { namingOrganisation, networksById, type Chosen } from './queries.ts'
import { countSource } from './source.ts'
import { waitingEmail } from './waiting-list.ts'

/** Whoever joins: an account whose address has proved itself. */
export type Entrant = { person: Id; details: Details; organisationName: string | null }

/** What came of one network: `already` and `pending` say that it was so before; `not-invited`, that it needs an invitation of one's own. */
export type Outcome = {
  network: Id
  status: 'joined' | 'requested' | 'waiting' | 'already' | 'pending' | 'not-invited'
}

/**
 * Lets someone into each network by that network's rule, and writes to them once a network. Doing it twice
 * changes and sends nothing more. As the application.
 */
export async function enter(
  tx: Tx,
  app: App,
  entrant: Entrant,
  entries: readonly Entry[],
): Promise<Outcome[]> {
  const ids = entries.map((entry) => entry.network)
  const { email, organisation, organisationTold } = entrant.details
  const [found, inviting, theirs] = await Promise.all([
    networksById(tx, ids),
    acceptFor(tx, ids, email),
    organisationTold ? namingOrganisation(tx, ids, organisation) : new Set<Id>(),
  ])
  const networks = found.filter((network) => network.status === 'live')
  const outcomes: Outcome[] = []
  const counted: { network: Id; code: string }[] = []
  // In the order of ids: two who join the same networks at once wait for each other, and never both.
  for (const network of networks) {
    const entry = entries.find((each) => each.network === network.id)!
    const asked = ruleOf(network, inviting.has(network.id), theirs.has(network.id))
    const outcome = await enterOne(tx, app, entrant, entry, network, asked)
    outcomes.push(outcome)
    if (entry.from && isNews(outcome.status))
      counted.push({ network: network.id, code: entry.from })
  }
  await countSource(tx, 'joined', counted)
  return outcomes
}

async function enterOne(
  tx: Tx,
  app: App,
  entrant: Entrant,
  entry: Entry,
  network: Chosen,
  asked: ReturnType<typeof ruleOf>,
): Promise<Outcome> {
  if (asked === 'no') return { network: network.id, status: 'not-invited' }
  const category = network.allies ? entry.category : 'member'
  const known = new Set(network.questions.map((question) => question.id))
  const answers = entry.answers.filter((answer) => known.has(answer.question))
  const { membership, status, isNew } = await admit(tx, {
    ...entrant,
    network: network.id,
    category,
    status: asked,
    answers,
    displayName: entry.displayName || undefined,
  })
  if (!isNew) return { network: network.id, status: status === 'active' ? 'already' : 'pending' }
  const outcome = status === 'active' ? 'joined' : status === 'waiting' ? 'waiting' : 'requested'
  const to = { name: entrant.details.name, address: entrant.details.email }
  const words =
    outcome === 'joined' ? await welcomeWords(tx, app, network.id, membership) : undefined
  await sendMail(
    tx,
    outcome === 'waiting'
      ? waitingEmail(app, network, await placeOf(tx, membership), to)
      : welcomeEmail(app, network, outcome, to, words),
  )
  if (outcome === 'requested') await mailLeads(tx, network.id, requestEmail(app, network))
  return { network: network.id, status: outcome }
}

/**
 * How a network lets someone in. Whoever was not invited by name, and could not have found it by themselves, can
 * only ask, though someone passed them the link.
 */
function ruleOf(network: Chosen, invited: boolean, theirs: boolean): 'active' | 'requested' | 'no' {
  if (invited) return 'active'
  if (network.joining === 'invitation') return 'no'
  const finds = { everyone: true, 'signed-in': true, organisations: theirs, invited: false }
  return network.joining === 'open' && finds[network.findable] ? 'active' : 'requested'
}

const isNews = (status: Outcome['status']) =>
  status === 'joined' || status === 'requested' || status === 'waiting'

import type { Tx } from '#kernel/db.ts'
import { keepDraft, readDraft } from '#kernel/drafts.ts'
import type { Ask } from '#kernel/http.ts'
import type { Id } from '#kernel/viewer.ts'
import type { Purpose } from '#features/sign-in/index.ts'
import type { Chosen } from './queries.ts'

/** What someone has filled in so far, kept between the pages. */
export type Application = {
  /** Slugs of the networks chosen. */
  chosen: string[]
  from: From | null
  name: string
  address: string
  /** The address is one we let in. */
  admitted: boolean
  /** As typed, where the address does not tell. */
  typedOrganisation: string
  organisation: { id: Id; name: string } | null
  /** What each network was told, by its slug. */
  given: Record<string, Given>
}

/** Where someone saw a link to join: the code it carried, and the networks it was for. */
export type From = { code: string; networks: string[]; counted?: boolean }

/** What one network is told; nothing of it goes to another. */
export type Given = {
  category: 'member' | 'ally' | null
  displayName: string
  conduct: boolean
  answers: { question: Id; text: string }[]
}

/** One network's part of an application that is ready. */
export type Entry = {
  network: Id
  category: 'member' | 'ally'
  displayName: string
  answers: { question: Id; text: string }[]
  from: string | null
}

/** An application as it is sealed with the code that confirms it. */
export type JoinPurpose = Purpose & {
  kind: 'join'
  name: string
  organisation: { id: Id; name: string } | null
  entries: Entry[]
}

/** More would be a mistake, or a machine. */
export const mostNetworks = 20

/** What this browser has filled in so far. */
export async function readApplication(tx: Tx, ask: Ask): Promise<Application> {
  return {
    chosen: [],
    from: null,
    name: '',
    address: '',
    admitted: false,
    typedOrganisation: '',
    organisation: null,
    given: {},
    ...(await readDraft<Application>(tx, ask, 'join')),
  }
}

/** Keeps what this browser has filled in so far. */
export async function keepApplication(tx: Tx, ask: Ask, application: Application): Promise<void> {
  await keepDraft(tx, ask, 'join', application)
}

/** What a network was told so far: nothing, at first. */
export function givenTo(application: Application, network: Pick<Chosen, 'slug'>): Given {
  return (
    application.given[network.slug] ?? {
      category: null,
      displayName: '',
      conduct: false,
      answers: [],
    }
  )
}

/** Whether a network asks anything that has to be answered, or may be. */
export function asksAnything(network: Chosen): boolean {
  return network.allies || network.conduct !== '' || network.questions.length > 0
}

/** Whether a network has been told all that it must be. */
export function isComplete(network: Chosen, given: Given): boolean {
  if (network.allies && given.category === null) return false
  if (network.conduct && !given.conduct) return false
  return network.questions.every(
    (question) =>
      !question.required || given.answers.some((answer) => answer.question === question.id),
  )
}

/** Each network's part of an application. Answers to what is no longer asked stay behind. */
export function entriesOf(application: Application, networks: readonly Chosen[]): Entry[] {
  return networks.map((network) => {
    const given = givenTo(application, network)
    const asked = new Set(network.questions.map((question) => question.id))
    const answers = given.answers.filter((answer) => asked.has(answer.question))
    const category = network.allies && given.category === 'ally' ? 'ally' : 'member'
    return {
      network: network.id,
      category,
      displayName: given.displayName,
      answers,
      from: codeFor(application.from, network.slug),
    }
  })
}

/** The code that a network may know: of a link to it, or to none in particular. Codes of other networks' links are not its business. */
function codeFor(from: From | null, slug: string): string | null {
  return from && (from.networks.length === 0 || from.networks.includes(slug)) ? from.code : null
}

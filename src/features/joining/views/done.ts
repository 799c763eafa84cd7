import { html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { cards, heading, type Card } from '#kernel/pieces.ts'
import { placeWords } from '#features/members/index.ts'
import type { Outcome } from '../enter.ts'

export type Ended = {
  name: string
  slug: string
  sensitive: boolean
  /** Their place on the waiting list, where they wait. */
  place: number | null
  status: Outcome['status']
}

/** What came of it, network by network, and what happens next. */
export function doneView({
  ended,
  locked,
  accountName,
}: {
  ended: Ended[]
  locked: number
  accountName: string | null
}): View {
  const title = headingOf(ended)
  return {
    title,
    robots: 'none',
    wide: true,
    body: html`${heading(title)}
      ${cards(ended.map(endedCard))}
      ${locked > 0 && html`<p class="govuk-body">${locked === 1 ? 'One network' : `${locked} networks`} could not let you in, since the invitation was sent to another email address. Ask whoever told you about it for an invitation of your own.</p>`}
      ${accountName && html`<p class="govuk-body">You had an account already, so networks see its name, ${accountName}. You can <a class="govuk-link" href="/account">change it</a>.</p>`}
      ${heading('What happens next', { level: 2 })}
      <p class="govuk-body">${ended.some((each) => news.has(each.status)) && 'You get one email from each network. '}You are signed in on this browser: next time, your email address is enough.</p>
      <p class="govuk-body"><a class="govuk-link" href="/home">Go to your home page</a></p>`,
  }
}

const news = new Set<Ended['status']>(['joined', 'requested', 'waiting'])

function headingOf(ended: readonly Ended[]): string {
  const inside = ended.filter((each) => each.status === 'joined' || each.status === 'already')
  const asked = ended.filter(
    (each) => each.status === 'requested' || each.status === 'waiting' || each.status === 'pending',
  )
  const those = (of: readonly Ended[]) => (of.length === 1 ? of[0]!.name : `${of.length} networks`)
  if (inside.length > 0) return `You have joined ${those(inside)}`
  return asked.length > 0
    ? `You have asked to join ${those(asked)}`
    : 'This needs an invitation of your own'
}

/** What came of it, in a word or two and in a sentence. */
const words: Record<Ended['status'], { kind: string; next: string }> = {
  joined: { kind: 'You are in', next: 'Go and say hello.' },
  requested: {
    kind: 'You have asked',
    next: 'Its leads have been told, and decide. We email you when they have.',
  },
  waiting: {
    kind: 'You are on the waiting list',
    next: 'There is no room for another ally just now. When it is your turn you are in, and we email you.',
  },
  already: { kind: 'You were in already', next: 'Nothing has changed.' },
  pending: {
    kind: 'You had asked already',
    next: 'Nothing has changed. We email you when there is news.',
  },
  'not-invited': {
    kind: 'Not joined',
    next: 'It needs an invitation to your own email address.',
  },
}

function endedCard({ name, slug, sensitive, place, status }: Ended): Card {
  return {
    heading: name,
    href: `/networks/${slug}`,
    cloth: name,
    sensitive,
    kind: words[status].kind,
    purpose: place
      ? `${placeWords(place, { sensitive })} ${words.waiting.next}`
      : words[status].next,
  }
}

import { addDays, dateOf } from '#kernel/clock.ts'
import type { Panel } from '#kernel/feature.ts'
import { html } from '#kernel/html.ts'
import { insetText } from '#kernel/govuk/all.ts'
import { myMembership } from '#features/members/index.ts'
import { buddyOffer } from './buddy-views.ts'
import { choiceOf } from './choices.ts'
import { emailsPanel } from './member-views.ts'
import { hasStopped } from './stopping.ts'

/** For how many days someone is new. */
const newFor = 35

/** What welcome adds to other pages: a word to those who are new, and their choice of emails. */
export const panels: Panel[] = [
  {
    place: 'network',
    order: 5,
    async render(tx, network, viewer) {
      if (!viewer.member) return undefined
      const mine = await myMembership(tx, network.id)
      if (!mine || mine.joined_on < addDays(dateOf(tx.now), -newFor)) return undefined
      return insetText({
        html: html`New here? <a class="govuk-link" href="/networks/${network.slug}/welcome">Read the welcome</a>, with a first thing to do and whom to ask.`,
      })
    },
  },
  {
    place: 'membership',
    order: 20,
    async render(tx, network) {
      const { buddies } = await choiceOf(tx, network.id)
      return buddies ? buddyOffer(network) : undefined
    },
  },
  {
    place: 'membership',
    order: 10,
    async render(tx, network) {
      const mine = await myMembership(tx, network.id)
      const { series_since } = await choiceOf(tx, network.id)
      const isNew =
        mine && mine.joined_on >= addDays(dateOf(tx.now), -newFor) && series_since !== null
      if (!isNew || mine.joined_on < series_since) return undefined
      return emailsPanel(network.slug, !(await hasStopped(tx, mine.id)))
    },
  },
]

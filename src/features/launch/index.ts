import { addDays, dateOf, longDate } from '#kernel/clock.ts'
import type { Feature } from '#kernel/feature.ts'
import { html } from '#kernel/html.ts'
import { heading } from '#kernel/pieces.ts'
import { boardRoutes } from './board-routes.ts'
import { cardsOf } from './cards.ts'
import { countLaunches } from './figures.ts'
import { holds, ownAs } from './holdings.ts'
import { launchRoutes } from './launch-routes.ts'
import { timeWords } from './clock-times.ts'
import { board, home } from './page.ts'
import { planOf } from './plan.ts'

export { putCard } from './cards.ts'
export { setPlan } from './plan.ts'
export { beginRunSheet } from './run-sheet.ts'
export { usualRunSheet } from './templates.ts'

/** How a network opens: a day, a run sheet, an invitation, and a board on which members swap challenges. */
export const launch: Feature = {
  name: 'launch',
  folder: import.meta.dirname,
  routes: [...launchRoutes, ...boardRoutes],
  jobs: [{ name: 'launch.figures', every: '50 3 * * *', run: countLaunches }],
  panels: [
    {
      place: 'network',
      order: 45,
      async render(tx, network, viewer) {
        if (!viewer.member) return undefined
        const plan = await planOf(tx, network.id)
        const isSoon = plan && plan.on_date >= dateOf(tx.now)
        const isNear = plan && plan.on_date >= addDays(dateOf(tx.now), -180)
        if (
          !isNear &&
          (await cardsOf(tx, network.id, 'challenge', undefined, 1)).cards.length === 0
        )
          return undefined
        return html`${heading('Challenge swap', { level: 2 })}
          ${isSoon && html`<p class="govuk-body">The launch is on ${longDate(plan.on_date)}, from ${timeWords(plan.starts)}. <a class="govuk-link" href="${home(network)}">About the launch</a></p>`}
          <p class="govuk-body">Say what you find hard, or what you can help with. <a class="govuk-link" href="${board(network)}">See the board</a></p>`
      },
    },
  ],
  tools: [
    {
      part: 'people',
      order: 25,
      text: 'Launch',
      hint: 'A day to begin with, a run sheet, words for the invitation and a board for swapping challenges.',
      href: (slug) => `/networks/${slug}/launch`,
    },
  ],
  tasks: [
    {
      key: 'launch',
      step: 5,
      title: 'Plan a launch where people do something together',
      hint: 'You get a run sheet, words for the invitation and a challenge swap.',
      required: false,
      href: (slug) => `/networks/${slug}/launch`,
      done: async (tx, network) => (await planOf(tx, network.id)) !== undefined,
    },
  ],
  moments: { membershipsMerged: ownAs },
  events: {
    'launch.planned': 'A lead set the day of the launch.',
    'launch.run-sheet-begun': 'A lead began the run sheet of the launch.',
    'launch.run-sheet-changed': 'A lead changed the run sheet of the launch.',
    'launch.matched': 'A lead asked the owners of two cards whether they want to be introduced.',
    'launch.card-taken-down': 'A lead took a card of the challenge swap down.',
  },
  details: { 'launch.planned': ({ on }) => longDate(String(on)) },
  sealed: {
    'launch.plan.place_sealed': 'network',
    'launch.item.content_sealed': 'network',
    'launch.card.content_sealed': 'network',
  },
  holds,
}

import type { Feature } from '#kernel/feature.ts'
import { html } from '#kernel/html.ts'
import { heading } from '#kernel/pieces.ts'
import { holds, meetAs } from './holdings.ts'
import { jobs } from './jobs.ts'
import { myIntroductions } from './mine.ts'
import { routes } from './routes.ts'
import { introductionList } from './views.ts'
import { waiting } from './waiting.ts'

export { wordForm } from './forms.ts'
export { introduce, sayYes, wereIntroduced, type Word } from './introductions.ts'
export { myIntroductions, type Mine } from './mine.ts'
export { askBoth } from './telling.ts'
export { introductionList, wordFields } from './views.ts'

/** Two members get to know each other, once both have said yes: buddies, and people who help each other. */
export const introductions: Feature = {
  name: 'introductions',
  folder: import.meta.dirname,
  routes,
  jobs,
  panels: [
    {
      place: 'membership',
      order: 30,
      async render(tx, network) {
        const mine = await myIntroductions(tx, network.id)
        if (mine.length === 0) return undefined
        return html`${heading('Introductions', { level: 2 })}${introductionList(network, mine)}`
      },
    },
  ],
  waiting,
  moments: { membershipsMerged: meetAs },
  events: {},
  sealed: {
    'introductions.introduction.about_sealed': 'network',
    'introductions.word.content_sealed': 'network',
  },
  holds,
}

import { longDate } from '#kernel/clock.ts'
import type { Panel } from '#kernel/feature.ts'
import { html } from '#kernel/html.ts'
import { heading } from '#kernel/pieces.ts'
import { charterInForce } from './charter.ts'
import { targetText } from './goal-words.ts'
import { goalsOf } from './goals.ts'
import { sponsorsOf } from './sponsors.ts'

/** What governing adds to a network's own page. */
export const panels: Panel[] = [
  {
    place: 'network',
    order: 30,
    async render(tx, network) {
      const goals = (await goalsOf(tx, network.id)).slice(0, 3)
      if (goals.length === 0) return undefined
      return html`${heading('What we want to reach', { level: 2 })}
        <ul class="govuk-list govuk-list--bullet">${goals.map((goal) => html`<li>${goal.statement}<br><span class="govuk-hint">${targetText(goal)}</span></li>`)}</ul>
        <p class="govuk-body"><a class="govuk-link" href="/networks/${network.slug}/goals">All goals</a></p>`
    },
  },
  {
    place: 'network',
    order: 40,
    async render(tx, network) {
      const sponsors = await sponsorsOf(tx, network.id)
      if (sponsors.length === 0) return undefined
      return html`${heading(sponsors.length === 1 ? 'Our sponsor' : 'Our sponsors', { level: 2 })}
        <ul class="govuk-list">${sponsors.map(({ name, position }) => html`<li><strong>${name}</strong>, ${position}</li>`)}</ul>`
    },
  },
  {
    place: 'network',
    order: 50,
    async render(tx, network) {
      const charter = await charterInForce(tx, network.id)
      if (!charter) return undefined
      return html`${heading('How we work', { level: 2 })}
        <p class="govuk-body">Our <a class="govuk-link" href="/networks/${network.slug}/charter">charter</a> says who can join and why, how we decide and how we treat each other. It has been in force since ${longDate(charter.adopted_on)}.</p>`
    },
  },
]

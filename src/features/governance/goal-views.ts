import { longDate } from '#kernel/clock.ts'
import { button, summaryList } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { Ask, View } from '#kernel/http.ts'
import { empty, heading, stackedTable } from '#kernel/pieces.ts'
import { networkBand, type Network } from '#features/networks/index.ts'
import { amount, outcomes, targetText } from './goal-words.ts'
import type { EndedGoal, Goal } from './goals.ts'

/** What a network wants to reach, for whoever sees the network. */
export function goalsView(
  ask: Ask,
  network: Network,
  goals: Goal[],
  ended: EndedGoal[],
  today: string,
): View {
  return {
    title: 'Goals',
    section: network.name,
    network: networkBand(ask, network, 'goals'),
    body: html`${heading('Goals')}
      ${goals.length === 0 ? noGoals(network) : goals.map((goal) => goalCard(network, goal, today))}
      ${network.leads && goals.length > 0 && button({ text: 'Add a goal', href: `${home(network)}/new`, classes: 'govuk-button--secondary' })}
      ${ended.length > 0 && endedTable(ended)}`,
  }
}

const home = (network: Network) => `/networks/${network.slug}/goals`

function noGoals(network: Network): Html {
  if (!network.leads) {
    return empty({
      heading: 'No goals yet',
      body: 'When this network sets itself a goal, with a number and a date, you can follow it here.',
    })
  }
  return empty({
    heading: 'No goals yet',
    body: 'A goal says what will be different, how you will know, and by when. Two or three are enough. One example: welcome 100 new members in six months.',
    action: button({ text: 'Add a goal', href: `${home(network)}/new` }),
  })
}

function goalCard(network: Network, goal: Goal, today: string): Html {
  const late = goal.by < today
  return summaryList({
    card: {
      title: { text: goal.statement, headingLevel: 2 },
      actions: network.leads
        ? {
            items: [
              { text: 'Change', href: `${home(network)}/${goal.id}`, visuallyHiddenText: 'goal' },
              {
                text: 'End',
                href: `${home(network)}/${goal.id}/ending`,
                visuallyHiddenText: 'goal',
              },
            ],
          }
        : undefined,
    },
    rows: [
      { key: { text: 'What we count' }, value: { text: goal.measure } },
      goal.baseline !== null && {
        key: { text: 'Where we began' },
        value: { text: amount(goal.baseline, goal.unit) },
      },
      { key: { text: 'Where we want to be' }, value: { text: amount(goal.target, goal.unit) } },
      {
        key: { text: 'By when' },
        value: { text: late ? `${longDate(goal.by)}, which has passed` : longDate(goal.by) },
      },
    ],
  })
}

function endedTable(ended: EndedGoal[]): Html {
  return stackedTable({
    caption: 'Goals that have ended',
    columns: ['Goal', 'Aim', 'How it ended', 'When'],
    rows: ended.map((goal) => [
      goal.statement,
      targetText(goal),
      outcomes[goal.outcome].past,
      longDate(goal.ended_on),
    ]),
  })
}

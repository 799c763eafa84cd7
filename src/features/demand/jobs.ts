import type { Job } from '#kernel/feature.ts'
import { publishDemand } from './figures.ts'
import { inviteInterested, lookForOpened } from './inviting.ts'
import { sendLetters } from './letters.ts'
import { countInterest, remindLeads } from './progress.ts'

/** What goes on in the background while networks are proposed. */
export const jobs: Job[] = [
  {
    name: 'demand.count',
    every: '15 6 * * *',
    run: (app) =>
      app.db.asSystem('say how many would join a proposed network', (tx) => countInterest(tx, app)),
  },
  {
    name: 'demand.remind',
    every: '45 7 * * *',
    run: (app) =>
      app.db.asSystem('ask leads to decide on their proposal', (tx) => remindLeads(tx, app)),
  },
  {
    name: 'demand.figures',
    every: '30 5 * * 1',
    run: (app) => app.db.asSystem('say what people would join, by theme', publishDemand),
  },
  {
    name: 'demand.open',
    every: '*/10 * * * *',
    run: (app) => app.db.asSystem('invite those who said they would join', lookForOpened),
  },
  {
    name: 'demand.invite',
    run: (app, payload) =>
      app.db.asSystem('invite those who said they would join', (tx) =>
        inviteInterested(tx, String(payload['network'])),
      ),
  },
  {
    name: 'demand.write',
    run: (app, payload) =>
      app.db.asSystem('write to those who would join a network', (tx) =>
        sendLetters(tx, app, String(payload['network'])),
      ),
  },
]

import { sql } from '#kernel/db.ts'
import type { Feature } from '#kernel/feature.ts'
import { holds } from './holdings.ts'
import { jobs, resumeAtStart } from './jobs.ts'
import { routes } from './routes.ts'

export { startCheck } from './checking.ts'
export { bringList, lockImport } from './queries.ts'
export { startRun } from './running.ts'

/** A network's existing list, from a spreadsheet: read, checked, and everyone on it invited. */
export const imports: Feature = {
  name: 'imports',
  folder: import.meta.dirname,
  routes,
  jobs,
  prepare: resumeAtStart,
  tools: [
    {
      part: 'people',
      order: 20,
      text: 'Import a list',
      hint: 'Bring the spreadsheet you have. Everyone on it is asked before they are in.',
      href: (slug) => `/networks/${slug}/import`,
    },
  ],
  tasks: [
    {
      key: 'import',
      step: 4,
      title: 'Bring your existing list',
      hint: 'If you have a spreadsheet of people. Each is asked whether they want to join.',
      required: false,
      href: (slug) => `/networks/${slug}/import`,
      done: async (tx, network) =>
        (await tx.row(
          sql`select id from imports.import where network_id = ${network.id} and state = 'finished' limit 1`,
        )) !== undefined,
    },
  ],
  events: {
    'imports.brought': 'A lead brought a list of people to invite.',
    'imports.started': 'A lead had everyone on a list invited.',
    'imports.stopped': 'A lead stopped an import, or threw a list away.',
    'imports.downloaded': 'A lead downloaded the rows of a list that were not taken.',
  },
  details: {
    'imports.started': ({ people }) => (people === 1 ? '1 person' : `${people} people`),
    'imports.downloaded': ({ rows }) => (rows === 1 ? '1 row' : `${rows} rows`),
  },
  holds,
}

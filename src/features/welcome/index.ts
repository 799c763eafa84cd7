import type { Feature } from '#kernel/feature.ts'
import { sql } from '#kernel/db.ts'
import { buddyRoutes } from './buddy-routes.ts'
import { beginSeries } from './choices.ts'
import { holds, chooseWith } from './holdings.ts'
import { panels } from './panels.ts'
import { routes } from './routes.ts'
import { jobs } from './series.ts'
import { stepNamed, steps } from './words.ts'

export { firstEmail, type WelcomeWords } from './emails.ts'
export { welcomeWords } from './welcome-words.ts'
export { writeWords } from './letters.ts'
export { choosePart, proposeBuddy } from './buddies.ts'
export { switchBuddies } from './choices.ts'

/** What someone gets who has just joined: a welcome in the leads' words, and a little more in the first month. */
export const welcome: Feature = {
  name: 'welcome',
  folder: import.meta.dirname,
  routes: [...routes, ...buddyRoutes],
  jobs,
  panels,
  tools: [
    {
      part: 'people',
      order: 40,
      text: 'Welcome',
      hint: 'What someone gets who has just joined: the emails of the first month.',
      href: (slug) => `/networks/${slug}/welcome/settings`,
    },
    {
      part: 'people',
      order: 45,
      text: 'Buddies',
      hint: 'Bring someone new together with someone who has been here for a while.',
      href: (slug) => `/networks/${slug}/buddies`,
    },
  ],
  tasks: [
    {
      key: 'welcome',
      step: 4,
      title: 'Write the welcome that new members get',
      hint: 'There are words to begin with. Yours are better.',
      required: false,
      href: (slug) => `/networks/${slug}/welcome/settings`,
      done: async (tx, network) =>
        (await tx.row(
          sql`select id from welcome.letter where network_id = ${network.id} limit 1`,
        )) !== undefined,
    },
  ],
  moments: {
    founded: (tx, network) => beginSeries(tx, network.id),
    membershipsMerged: chooseWith,
  },
  events: {
    'welcome.written': 'A lead wrote what new members are told.',
    'welcome.reset': 'A lead went back to the usual words for new members.',
    'welcome.series-on': 'A lead let emails of the first month go to those who join.',
    'welcome.series-off': 'A lead stopped the emails of the first month.',
    'welcome.buddies-on': 'A lead let members be buddies of new ones.',
    'welcome.buddies-off': 'A lead stopped buddies.',
    'welcome.buddy-proposed': 'A lead proposed a buddy to someone who had asked for one.',
  },
  details: {
    'welcome.written': dayNoted,
    'welcome.reset': dayNoted,
  },
  sealed: { 'welcome.letter.content_sealed': 'network' },
  holds,
}

function dayNoted({ day }: Readonly<Record<string, string | number | boolean>>): string {
  const step = stepNamed(String(day))
  return step === undefined ? '' : steps[step].title
}

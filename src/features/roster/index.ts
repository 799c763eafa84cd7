import type { Feature } from '#kernel/feature.ts'
import { activeCount, questionsOf } from '#features/members/index.ts'
import { memberRoutes } from './member-routes.ts'
import { membersRoutes } from './members-routes.ts'
import { mineRoutes } from './mine-routes.ts'
import { hasTerm, waitingForLeads } from './queries.ts'
import { questionsRoutes } from './questions-routes.ts'
import { requestsRoutes } from './requests-routes.ts'
import { rolesRoutes } from './roles-routes.ts'
import { howMany, roleNoted } from './words.ts'

/** The pages about a network's people: who is in it, who asks to be, who does what; one's own membership; leaving. */
export const roster: Feature = {
  name: 'roster',
  folder: import.meta.dirname,
  routes: [
    ...membersRoutes,
    ...memberRoutes,
    ...requestsRoutes,
    ...rolesRoutes,
    ...mineRoutes,
    ...questionsRoutes,
  ],
  tabs: [
    {
      key: 'members',
      text: 'Members',
      order: 10,
      href: (slug) => `/networks/${slug}/members`,
      for: 'members',
    },
    {
      key: 'roles',
      text: 'Roles',
      order: 20,
      href: (slug) => `/networks/${slug}/roles`,
      for: 'members',
    },
  ],
  tools: [
    {
      part: 'people',
      order: 30,
      text: 'Joining questions',
      hint: 'What you ask people who join. As little as you can.',
      href: (slug) => `/networks/${slug}/questions`,
    },
  ],
  tasks: [
    {
      key: 'roles',
      step: 3,
      title: 'Give roles a start and an end',
      hint: 'At least one lead has a term with an end, so that nobody leads for ever and handing over is planned.',
      required: true,
      href: (slug) => `/networks/${slug}/roles`,
      done: (tx, network) => hasTerm(tx, network.id),
    },
    {
      key: 'questions',
      step: 4,
      title: 'Choose what to ask people who join',
      hint: 'As little as you can. Never proof of who they are.',
      required: false,
      href: (slug) => `/networks/${slug}/questions`,
      done: async (tx, network) => (await questionsOf(tx, network.id)).length > 0,
    },
    {
      key: 'members',
      step: 4,
      title: 'Bring your first members',
      hint: 'Three people are a start. Ask them yourself.',
      required: false,
      href: (slug) => `/networks/${slug}/members`,
      done: async (tx, network) => (await activeCount(tx, network.id)) >= 3,
    },
  ],
  waiting: (tx) => waitingForLeads(tx),
  events: {},
  // Of the events of members, whose words are here.
  details: {
    'members.appointed': roleNoted,
    'members.role-ended': roleNoted,
    'members.term-changed': roleNoted,
    'members.downloaded': ({ rows }) => howMany(Number(rows)),
  },
  holds: [],
}

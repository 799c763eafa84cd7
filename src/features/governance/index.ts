import { dateOf } from '#kernel/clock.ts'
import type { Feature } from '#kernel/feature.ts'
import { asked } from './asked.ts'
import { charterRoutes } from './charter-routes.ts'
import { charterInForce } from './charter.ts'
import { goalRoutes } from './goal-routes.ts'
import { outcomes } from './goal-words.ts'
import { hasGoal, type Outcome } from './goals.ts'
import { panels } from './panels.ts'
import { sponsorRoutes } from './sponsor-routes.ts'
import { sponsorHolding } from './sponsor-holding.ts'
import { askedSponsors, hasLapsed, sponsorsOf } from './sponsors.ts'

export { charterInForce, draftOrCurrentCharter, type Charter, type Clauses } from './charter.ts'
export { setGoal, type Aim, type Goal } from './goals.ts'
export { adoptDraft, writeCharter, type WholeCharter } from './many.ts'
export { mailInvitation as mailSponsor } from './sponsor-emails.ts'
export { answerAsSponsor, askSponsor, findSponsor, type PublicSponsor } from './sponsors.ts'

export const governance: Feature = {
  name: 'governance',
  folder: import.meta.dirname,
  routes: [...goalRoutes, ...charterRoutes, ...sponsorRoutes],
  tabs: [
    {
      key: 'charter',
      text: 'Charter',
      order: 30,
      href: (slug) => `/networks/${slug}/charter`,
      for: 'everyone',
    },
    {
      key: 'goals',
      text: 'Goals',
      order: 40,
      href: (slug) => `/networks/${slug}/goals`,
      for: 'everyone',
    },
  ],
  panels,
  tools: [
    {
      part: 'working-together',
      order: 10,
      text: 'Sponsor',
      hint: 'Ask a senior person to speak up for the network, and see what they said.',
      href: (slug) => `/networks/${slug}/sponsor`,
    },
    {
      part: 'working-together',
      order: 20,
      text: 'Write or change the charter',
      hint: 'Who can join and why, how you decide, and how you treat each other.',
      href: (slug) => `/networks/${slug}/charter/draft`,
    },
  ],
  tasks: [
    {
      key: 'goals',
      step: 1,
      title: 'Set your goals',
      hint: 'Two or three, each with a number and a date.',
      required: true,
      href: (slug) => `/networks/${slug}/goals`,
      done: (tx, network) => hasGoal(tx, network.id),
    },
    {
      key: 'sponsor',
      step: 2,
      title: 'Find a sponsor',
      hint: 'A senior person who speaks up for you. We email them, and they accept.',
      required: false,
      href: (slug) => `/networks/${slug}/sponsor`,
      done: async (tx, network) => (await sponsorsOf(tx, network.id)).length > 0,
      note: async (tx, network) => {
        const waiting = (await askedSponsors(tx, network.id)).some(
          (sponsor) => sponsor.status === 'invited' && !hasLapsed(sponsor, dateOf(tx.now)),
        )
        return waiting ? 'Waiting for an answer' : undefined
      },
    },
    {
      key: 'charter',
      step: 3,
      title: 'Write and adopt your charter',
      hint: 'Who can join and why, allies, how you decide, ground rules.',
      required: true,
      href: (slug) => `/networks/${slug}/charter/draft`,
      done: async (tx, network) => (await charterInForce(tx, network.id)) !== undefined,
    },
  ],
  asked,
  events: {
    'governance.goal-set': 'A lead added a goal.',
    'governance.goal-changed': 'A lead changed a goal.',
    'governance.goal-ended': 'A lead ended a goal.',
    'governance.charter-drafted': 'A lead began a draft of the charter.',
    'governance.charter-adopted': 'A lead adopted a version of the charter.',
    'governance.charter-draft-dropped': 'A lead threw away a draft of the charter.',
    'governance.sponsor-asked': 'A lead asked someone to be the sponsor.',
    'governance.sponsor-asked-again': 'A lead sent the invitation to a sponsor again.',
    'governance.sponsor-accepted': 'Someone accepted to be the sponsor.',
    'governance.sponsor-declined': 'Someone declined to be the sponsor.',
    'governance.sponsor-withdrew': 'A sponsor stepped down.',
    'governance.sponsor-ended': 'A lead ended a sponsorship, or took back an invitation.',
  },
  details: {
    'governance.goal-ended': ({ outcome }) => outcomes[outcome as Outcome]?.past ?? '',
    'governance.charter-adopted': ({ version }) => `Version ${version}`,
    'governance.charter-drafted': ({ version }) => `Version ${version}`,
  },
  sealed: { 'governance.sponsor.content_sealed': 'network' },
  holds: [sponsorHolding],
}

import type { SampleNetwork } from './network.ts'
import { craft, nudge, offer } from './questions.ts'

const hub = {
  type: 'profession',
  theme: 'policy',
  parent: 'Policy Profession Community',
  kind: 'regional-hub',
  charter: {
    reason: 'Anyone may join who works on policy here, or wants to.',
    allies: 'none',
    decides: 'consensus',
    rules: ['respect', 'take-part', 'impartial'],
  },
} as const

/** Profession communities, with an umbrella and its regional hubs. */
export const professions: readonly SampleNetwork[] = [
  {
    name: 'Policy Profession Community',
    type: 'profession',
    theme: 'policy',
    purpose:
      'Everyone who makes policy, in one place: to test ideas before they cost money, and to learn from those who tried before.',
    audience: 'People who work on policy at any grade in any public body.',
    mission:
      'We are the community of policy people. We test ideas and share skills, so that policy works where people live.',
    priorities:
      'A hub in every region and nation.\n\nA clinic each week where anyone can bring a draft.\n\nPolicy made with the people whom it touches.',
    founded: 18,
    size: 784,
    cast: { grace: 'co-chair' },
    charter: {
      reason: 'Anyone may join who does this work, or wants to.',
      allies: 'none',
      decides: 'majority',
      rules: ['respect', 'take-part', 'impartial', 'conflicts'],
    },
    goals: [
      ['Have a hub in every region and nation', 'Hubs', 12, 'hubs', 12],
      ['Help with 150 drafts', 'Drafts brought to the clinic', 150, 'drafts', 4],
    ],
    asks: [craft],
    sponsor: { name: 'Angharad Larkspur', position: 'Head of Policy, a made-up department' },
  },
  {
    ...hub,
    name: 'Policy Profession North East',
    purpose:
      'Policy people between the Tees and the Tweed. We meet in Newcastle, Durham and Darlington.',
    audience: 'Anyone who works on policy in the North East.',
    mission:
      'We are the community of policy people in the North East, so that good ideas do not have to move to London.',
    priorities: 'A walk and a problem, on the last Friday of the month.',
    founded: 14,
    size: 64,
    settled: true,
    region: 'north-east',
    goals: [['Meet in person every three months', 'Meet-ups held', 4, 'meet-ups', 8]],
  },
  {
    ...hub,
    name: 'Policy Profession North West',
    purpose: 'Policy people in Manchester, Liverpool, Preston, Carlisle and all between.',
    audience: 'Anyone who works on policy in the North West.',
    mission:
      'We are the community of policy people in the North West. We learn from each other and from those we serve.',
    priorities: 'Shadowing a council for a day.',
    founded: 11,
    size: 88,
    region: 'north-west',
    goals: [['Send 40 people to shadow a council', 'People', 40, 'people', 6]],
  },
  {
    ...hub,
    name: 'Policy Profession Wales',
    purpose: 'Policy people in Wales, in Welsh and in English.',
    audience: 'Anyone who works on policy in Wales.',
    mission:
      'We are the community of policy people in Wales. We think of those who are not born yet.',
    priorities: 'A reading group on the wellbeing of future generations.',
    founded: 9,
    size: 57,
    region: 'wales',
    goals: [['Hold a webinar every three months', 'Webinars held', 4, 'webinars', 9]],
  },
  {
    ...hub,
    name: 'Policy Profession Scotland',
    purpose:
      'Policy people in Scotland, from the Borders to Shetland. Mostly online, sometimes over soup.',
    audience: 'Anyone who works on policy in Scotland.',
    mission:
      'We are the community of policy people in Scotland. We share skills, so that policy works on an island, too.',
    priorities: 'Island proofing, explained.',
    founded: 7,
    size: 71,
    region: 'scotland',
    goals: [['Write one guide together', 'Guides published', 1, 'guide', 4]],
  },
  {
    name: 'Project Delivery Community',
    type: 'profession',
    theme: 'project-delivery',
    purpose:
      'For those who turn plans into things that work. Bring your risks; we have probably had them.',
    audience:
      'Project managers, delivery managers and everyone who is asked “when will it be done?”',
    mission:
      'We are the community of people who deliver. We share what went wrong as gladly as what went right.',
    priorities: 'A library of honest lessons.\n\nPeer reviews before the gate, not after.',
    founded: 15,
    size: 517,
    charter: {
      reason: 'Anyone may join who delivers something.',
      allies: 'none',
      decides: 'leads',
      rules: ['respect', 'confidentiality', 'conflicts'],
    },
    goals: [['Do 30 peer reviews', 'Reviews done', 30, 'reviews', 5]],
    asks: [craft, offer],
    sponsor: { name: 'Delroy Thornapple', position: 'Chief Operating Officer, a made-up agency' },
  },
  {
    name: 'Engineers in Public Service',
    type: 'profession',
    theme: 'science-and-engineering',
    purpose:
      'Bridges, boilers, broadband, beams of particles: if you engineer for the public, this is your bench.',
    audience: 'Engineers and technicians of every kind.',
    mission:
      'We are the community of public engineers. We keep skills alive, so that things stay up.',
    priorities: 'Site visits.\n\nSupport on the way to chartered status.',
    founded: 10,
    size: 132,
    settled: true,
    charter: {
      reason: 'Anyone may join who engineers for the public.',
      allies: 'none',
      decides: 'consensus',
      rules: ['respect', 'take-part'],
    },
    goals: [['Visit ten sites', 'Sites visited', 10, 'sites', 7]],
  },
  {
    name: 'Commercial Early Careers',
    type: 'profession',
    theme: 'commercial',
    purpose:
      'Your first contract, your first negotiation, your first audit. We have been there, last year.',
    audience: 'People in their first five years of commercial work.',
    mission:
      'We help people who are new to buying for the public to learn fast, so that public money is well spent.',
    priorities: 'Study groups before exams.',
    founded: 6,
    size: 74,
    grades: ['civil-service/eo', 'civil-service/heo', 'civil-service/seo'],
    charter: {
      reason: 'Anyone may join in the first five years of this work.',
      allies: 'none',
      decides: 'majority',
      rules: ['respect', 'conflicts'],
    },
    goals: [['See 25 people pass their exam', 'People who passed', 25, 'people', 5]],
    asks: [nudge],
  },
]

import type { SampleNetwork } from './network.ts'
import { hopes, nudge } from './questions.ts'

/** Staff and diversity networks that anyone can find. */
export const staffNetworks: readonly SampleNetwork[] = [
  {
    name: 'Carers Network',
    type: 'staff-and-diversity',
    theme: 'carers-and-parents',
    purpose:
      'For everyone in public service who looks after someone: a parent, a partner, a child, a friend. You do not have to do it alone, and you do not have to explain yourself here.',
    audience:
      'Anyone who cares for someone, has done, or soon will. You need not call yourself a carer.',
    mission:
      'We are a safe place where carers can share what helps, so that no one has to choose between work and family.',
    priorities:
      'A carer’s passport that moves with you when you change jobs.\n\nA phone call with another carer within a week of joining.\n\nManagers who know what carer’s leave is before anyone has to ask.',
    founded: 18,
    size: 530,
    invited: 9,
    hasOldList: true,
    cast: { grace: 'chair', mei: 'member' },
    charter: {
      reason:
        'Anyone may join. The more of us there are, the easier it is to say “I have to go, Mum needs me”.',
      allies: 'welcome',
      cap: 25,
      decides: 'consensus',
      rules: ['confidentiality', 'respect', 'own-experience', 'take-part', 'access'],
      conduct: true,
    },
    goals: [
      ['Welcome 600 carers by the summer', 'People in the network', 600, 'people', 5],
      ['Give 100 carers a buddy', 'Carers with a buddy', 100, 'carers', 3],
      ['Train 40 managers in what caring means', 'Managers trained', 40, 'managers', 8],
    ],
    asks: [hopes, nudge],
    sponsor: { name: 'Sylvia Sponsor', position: 'Director of a made-up programme' },
  },
  {
    name: 'Race Equality Network',
    type: 'staff-and-diversity',
    theme: 'race-and-ethnicity',
    purpose:
      'We bring together colleagues of every ethnic background who want work to be fair. We support each other, and we help employers to see what they do not see.',
    audience:
      'Black, Asian and other ethnic minority staff in any public body, and allies who want to help.',
    mission:
      'We give ethnic minority staff a voice. Together we find what gets in the way, so that talent is all that counts.',
    priorities:
      'Fair shortlists and mixed interview panels.\n\nReverse mentoring with senior leaders.\n\nA listening circle each month, only for those with lived experience.',
    founded: 17,
    size: 352,
    joining: 'request',
    requests: 5,
    cast: { carlos: 'co-chair', alan: 'ally', ravi: 'requested' },
    charter: {
      reason:
        'People ask to join, so that members know a lead has said hello to each person in the room. We never ask for proof of who you are.',
      allies: 'welcome',
      cap: 15,
      decides: 'majority',
      rules: ['confidentiality', 'chatham-house', 'respect', 'own-experience', 'uninterrupted'],
      conduct: true,
    },
    goals: [
      ['Match 50 pairs for reverse mentoring', 'Pairs that have met', 50, 'pairs', 4],
      ['Be of value to 80% of members', 'Members who say we are of value', 80, '%', 7],
    ],
    asks: [
      {
        text: 'Why would you like to join?',
        hint: 'A sentence or two is plenty. Only the leads read this.',
        kind: 'long-text',
        required: true,
        answers: [
          'I am the only person of colour in my team and would like to talk to others.',
          'A colleague told me about the mentoring, and I would like to take part.',
          'I sit on interview panels and want to do it better.',
          'I came to your talk in Black History Month, and it stayed with me.',
          'I have just moved from another part of government, and I miss my old network.',
          'I would like to help to organise events in my region.',
        ],
      },
    ],
    sponsor: { name: 'Adaeze Lanternby', position: 'Director General, a made-up department' },
  },
  {
    name: 'Disability Network',
    type: 'staff-and-diversity',
    theme: 'disability',
    purpose:
      'Disabled people in public service, together: to swap what works, to get adjustments sorted, and to change the things that disable us.',
    audience:
      'Anyone who is disabled or has a long-term health condition, whether or not it shows.',
    mission:
      'We give disabled staff a voice. Together we find what gets in the way, so that everyone can do their best work.',
    priorities:
      'Adjustments within ten working days.\n\nMeetings that everyone can take part in.\n\nA helpline run by members, for members.',
    founded: 18,
    size: 418,
    cast: { alan: 'ally' },
    charter: {
      reason:
        'Anyone may join. We do not ask for a diagnosis, and nobody has to say what their condition is.',
      allies: 'welcome',
      cap: 15,
      decides: 'consensus',
      rules: ['confidentiality', 'respect', 'take-part', 'access'],
      conduct: true,
    },
    goals: [
      ['Answer 200 calls to the helpline', 'Calls answered', 200, 'calls', 6],
      ['Write one guide to adjustments together', 'Guides published', 1, 'guide', 2],
    ],
    asks: [nudge],
    sponsor: { name: 'Tomos Bracken', position: 'Chief Executive, a made-up agency' },
  },
  {
    name: 'Deaf and Hard of Hearing Network',
    type: 'staff-and-diversity',
    theme: 'disability',
    purpose:
      'Deaf, deafened and hard of hearing colleagues who share tips, technology and good humour.',
    audience: 'Anyone who is Deaf, deafened, hard of hearing or has tinnitus.',
    mission:
      'We are a place where Deaf people meet in our own way, so that no one misses what is said at work.',
    priorities: 'Captions on every call.\n\nBSL interpreters who know our jobs.',
    founded: 13,
    size: 38,
    settled: true,
    parent: 'Disability Network',
    kind: 'sub-network',
    charter: {
      reason: 'Anyone may join who lives with hearing loss.',
      allies: 'events-only',
      decides: 'consensus',
      rules: ['respect', 'access', 'take-part'],
    },
    goals: [
      ['See captions on 90% of all-staff calls', 'All-staff calls with captions', 90, '%', 9],
    ],
  },
  {
    name: 'Neurodiversity Network',
    type: 'staff-and-diversity',
    theme: 'neurodiversity',
    purpose:
      'For people whose minds work differently: autistic, ADHD, dyslexic, dyspraxic and more. Come as you are. Cameras off is fine, fidgeting is fine, leaving early is fine.',
    audience: 'Neurodivergent people, those who think they may be, and their managers.',
    mission:
      'We are a safe place where different minds can share what helps, so that work fits people.',
    priorities:
      'Interview questions sent in advance.\n\nQuiet rooms in every hub.\n\nA buddy for anyone who has just been diagnosed.',
    founded: 12,
    size: 264,
    names: 'leads',
    parent: 'Disability Network',
    kind: 'sub-network',
    charter: {
      reason: 'Anyone may join. Members do not see each other’s names, so you choose whom to tell.',
      allies: 'welcome',
      cap: 30,
      decides: 'leads',
      rules: ['membership-private', 'respect', 'own-experience', 'take-part', 'access'],
    },
    goals: [
      ['Hold a webinar every three months', 'Webinars held', 4, 'webinars', 6],
      ['See 20 teams try interview questions in advance', 'Teams', 20, 'teams', 10],
    ],
    sponsor: { name: 'Esme Foxglove', position: 'Director of People, a made-up department' },
  },
]

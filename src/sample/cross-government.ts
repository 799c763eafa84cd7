import type { SampleNetwork } from './network.ts'
import { hopes, nudge, offer } from './questions.ts'

/** Cross-government networks. */
export const crossGovernment: readonly SampleNetwork[] = [
  {
    name: 'Green Futures Network',
    type: 'cross-government',
    theme: 'sustainability',
    purpose:
      'People from hundreds of public bodies who want to cut carbon, save nature and be ready for a hotter world.',
    audience:
      'Anyone in public service, whatever your job. Cooks and drivers have changed as much as directors.',
    mission:
      'We bring together people across government to share what cuts carbon, so that every public body reaches net zero sooner.',
    priorities:
      'Heat pumps that work in old buildings.\n\nFewer flights, better trains.\n\nA wild corner in every car park.',
    founded: 18,
    size: 642,
    cast: { ravi: 'member' },
    charter: {
      reason: 'Anyone may join. The climate is a matter for all of us.',
      allies: 'none',
      decides: 'majority',
      rules: ['respect', 'impartial', 'take-part'],
    },
    goals: [
      ['Help 50 buildings to cut a tenth of their energy', 'Buildings', 50, 'buildings', 9],
      ['Plant 1,000 trees', 'Trees planted', 1000, 'trees', 4],
    ],
    asks: [hopes, offer],
    sponsor: {
      name: 'Idris Saltmarsh',
      position: 'Director of Sustainability, a made-up department',
    },
  },
  {
    name: 'Apprentices Community',
    type: 'cross-government',
    theme: 'leadership',
    purpose:
      'Earning while you learn can be lonely. Meet others who have a portfolio due on Friday.',
    audience: 'Apprentices in any public body, and those who finished not long ago.',
    mission:
      'We bring apprentices together to help each other, so that more of us finish and stay.',
    priorities: 'Study groups.\n\nA line manager’s guide, written by apprentices.',
    founded: 15,
    size: 396,
    charter: {
      reason: 'Anyone may join who is or was an apprentice.',
      allies: 'none',
      decides: 'majority',
      rules: ['respect', 'take-part'],
    },
    goals: [['Run 20 study groups', 'Groups', 20, 'groups', 6]],
    asks: [nudge],
    sponsor: { name: 'Beatriz Fennel', position: 'Chief People Officer, a made-up agency' },
  },
  {
    name: 'Returners Network',
    type: 'cross-government',
    theme: 'other',
    purpose: 'Coming back after a year, or ten? So did we. The jargon has changed; you have not.',
    audience: 'People who come back to work after a long break: children, illness, travel, life.',
    mission:
      'We bring together people who come back to work, so that a gap is a story and not a stain.',
    priorities: 'A friendly face in the first week.',
    founded: 8,
    size: 58,
    settled: true,
    charter: {
      reason: 'Anyone may join who has come back, or is about to.',
      allies: 'none',
      decides: 'consensus',
      rules: ['confidentiality', 'respect'],
    },
    goals: [['Meet 40 returners in their first week', 'Returners met', 40, 'people', 7]],
  },
  {
    name: 'Rural Services Network',
    type: 'cross-government',
    theme: 'policy',
    purpose:
      'For services that must work where the bus does not go. We compare notes between coast, fell and island.',
    audience: 'People who plan or run services in rural places.',
    mission:
      'No public body can do this alone. We help people who plan services to compare what they learn, so that a postcode is not a fate.',
    priorities: 'Mobile clinics.\n\nBroadband as a basic need.',
    founded: 9,
    size: 104,
    settled: true,
    regions: ['wales', 'scotland', 'south-west', 'north-west', 'east-of-england'],
    charter: {
      reason: 'Anyone may join who serves people in the countryside.',
      allies: 'none',
      decides: 'consensus',
      rules: ['respect', 'take-part'],
    },
    goals: [['Write one guide to rural proofing together', 'Guides published', 1, 'guide', 5]],
  },
  {
    name: 'Four Nations Exchange',
    type: 'cross-government',
    theme: 'leadership',
    purpose: 'A handful of people who swap notes between Belfast, Cardiff, Edinburgh and London.',
    audience: 'Officials who work with another nation’s government.',
    mission:
      'We bring together people in four governments to understand each other before it matters.',
    priorities: 'A call each month.',
    founded: 5,
    size: 5,
    charter: {
      reason: 'Anyone may join who works across borders.',
      allies: 'none',
      decides: 'consensus',
      rules: ['chatham-house', 'impartial'],
    },
    goals: [['Hold twelve calls', 'Calls held', 12, 'calls', 7]],
  },
]

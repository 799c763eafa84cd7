import type { SampleNetwork } from './network.ts'

/** Networks that rest, have closed, or are being set up. */
export const pastAndFutureNetworks: readonly SampleNetwork[] = [
  {
    name: 'Cross-Government Book Club',
    type: 'cross-government',
    theme: 'other',
    purpose: 'One book a month, on a train or in the bath, and an hour to talk about it.',
    audience: 'Anyone in public service who likes to read.',
    mission: 'We bring together people who read to talk about something other than work.',
    priorities: 'Ten books a year.',
    founded: 16,
    size: 86,
    charter: {
      reason: 'Anyone may join, whether or not they finish the book.',
      allies: 'none',
      decides: 'majority',
      rules: ['respect', 'take-part'],
    },
    goals: [['Read ten books', 'Books read', 10, 'books', 6]],
    now: {
      status: 'dormant',
      months: 3,
      reason:
        'Both our leads have new jobs. If you would like to take over, write to us and we will hand you the book list.',
    },
  },
  {
    name: 'Paper to Digital Network',
    type: 'community-of-practice',
    theme: 'digital-and-data',
    purpose:
      'Teams that were moving their last paper forms online helped each other to get it done.',
    audience: 'People who were replacing paper forms.',
    mission:
      'We helped people who move forms online to learn from each other, so that nobody made the same mistake twice.',
    priorities: 'The last hundred paper forms.',
    founded: 18,
    size: 48,
    charter: {
      reason: 'Anyone may join who has a paper form to replace.',
      allies: 'none',
      decides: 'leads',
      rules: ['respect'],
    },
    goals: [],
    now: {
      status: 'closed',
      months: 2,
      reason:
        'We did what we came for: all hundred forms are online. What we learned lives on in the Digital Accessibility Community.',
    },
  },
  {
    name: 'Menopause at Work Network',
    type: 'staff-and-diversity',
    theme: 'gender',
    purpose: 'Plain talk about the menopause, so that no one leaves a job they love because of it.',
    audience: 'Anyone who goes through the menopause, will, or works beside someone who does.',
    mission:
      'We help people to talk about the menopause at work, so that nobody suffers in silence.',
    priorities: '',
    founded: 1,
    size: 4,
    invited: 6,
    cast: { sofia: 'chair' },
    charter: {
      reason: 'Anyone may join. This touches all of us, sooner or later.',
      allies: 'welcome',
      cap: 40,
      decides: 'consensus',
      rules: ['confidentiality', 'respect', 'take-part'],
    },
    goals: [['Welcome 100 new members in six months', 'New members', 100, 'people', 6]],
    sponsor: { name: 'Sylvia Sponsor', position: 'Director of a made-up programme', asked: true },
    now: { status: 'setting-up' },
  },
  {
    name: 'Policy Profession South West',
    type: 'profession',
    theme: 'policy',
    purpose: 'Policy people from Bristol to Penzance, meeting half-way.',
    audience: 'Anyone who works on policy in the South West.',
    mission: '',
    priorities: '',
    founded: 1,
    size: 5,
    parent: 'Policy Profession Community',
    kind: 'regional-hub',
    region: 'south-west',
    charter: {
      reason: 'Anyone may join who works on policy in the South West.',
      allies: 'none',
      decides: 'consensus',
      rules: ['respect'],
    },
    goals: [],
    now: { status: 'setting-up' },
  },
]

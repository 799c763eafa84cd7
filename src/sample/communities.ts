import type { SampleNetwork } from './network.ts'
import { craft, nudge, offer } from './questions.ts'

/** Communities of practice. */
export const communities: readonly SampleNetwork[] = [
  {
    name: 'Data Science Community',
    type: 'community-of-practice',
    theme: 'digital-and-data',
    purpose:
      'People who make sense of data for the public good show each other their code, their charts and their mistakes.',
    audience: 'Data scientists, analysts, engineers, and anyone who is learning.',
    mission:
      'We help people who work with data to show each other how it is done, so that good ideas travel.',
    priorities:
      'A show-and-tell each month.\n\nCode that others can run.\n\nModels that can be explained to those whom they judge.',
    founded: 18,
    size: 900,
    cast: { mei: 'member' },
    charter: {
      reason: 'Anyone may join. The best questions come from people who are new.',
      allies: 'none',
      decides: 'consensus',
      rules: ['respect', 'take-part', 'access'],
    },
    goals: [
      ['Hold a show-and-tell every month', 'Show-and-tells held', 12, 'sessions', 9],
      ['Publish 20 projects as open source', 'Projects published', 20, 'projects', 6],
    ],
    asks: [craft, offer],
    sponsor: { name: 'Kavita Gossamer', position: 'Chief Data Officer, a made-up department' },
  },
  {
    name: 'Digital Accessibility Community',
    type: 'community-of-practice',
    theme: 'digital-and-data',
    purpose:
      'Making websites, documents and meetings that everyone can use. No question is too small.',
    audience: 'Designers, developers, writers, testers, and anyone who publishes something.',
    mission:
      'Anyone can learn this. We practise together, so that nobody is locked out of a public service.',
    priorities:
      'Fixing one PDF at a time.\n\nTesting with real people.\n\nAccessibility as part of done.',
    founded: 16,
    size: 333,
    charter: {
      reason: 'Anyone may join. Accessibility is everyone’s job.',
      allies: 'none',
      decides: 'consensus',
      rules: ['respect', 'access', 'take-part'],
    },
    goals: [
      ['Fix 500 documents', 'Documents fixed', 500, 'documents', 6],
      ['Train 60 people to test with a screen reader', 'People trained', 60, 'people', 3],
    ],
    asks: [craft],
    sponsor: { name: 'Wanjiru Dovetail', position: 'Director of Digital, a made-up agency' },
  },
  {
    name: 'User Research Exchange',
    type: 'community-of-practice',
    theme: 'digital-and-data',
    purpose: 'We listen to people for a living. Here we listen to each other.',
    audience: 'User researchers, service designers and those who lend a hand with research.',
    mission:
      'We help people who do research to compare what they learn, so that nobody has to tell their story twice.',
    priorities:
      'A shared library of findings.\n\nFair thanks for people who take part in research.',
    founded: 13,
    size: 207,
    settled: true,
    charter: {
      reason: 'Anyone may join who does research, or has to act on it.',
      allies: 'none',
      decides: 'consensus',
      rules: ['confidentiality', 'respect'],
    },
    goals: [['Share 80 findings', 'Findings in the library', 80, 'findings', 7]],
    asks: [offer],
  },
  {
    name: 'Cross-Government Public Speaking',
    type: 'community-of-practice',
    theme: 'public-speaking',
    purpose:
      'We meet at lunch to practise speaking, with kind feedback and a clock. Shaking knees are welcome.',
    audience: 'Anyone who has to speak in front of others, or would like to dare.',
    mission:
      'We welcome people who dread speaking in public, and we practise together, so that every voice is heard.',
    priorities:
      'Six groups, so that one meets on a day that suits you.\n\nA speaker from among us at every all-staff call.',
    founded: 17,
    size: 412,
    invited: 4,
    cast: { mei: 'member', grace: 'member' },
    charter: {
      reason: 'Anyone may join. Friends too: an audience helps.',
      allies: 'none',
      decides: 'majority',
      rules: ['respect', 'uninterrupted', 'take-part'],
    },
    goals: [
      ['Hear 300 first speeches', 'First speeches given', 300, 'speeches', 5],
      ['Hold a contest in every nation', 'Contests held', 4, 'contests', 8],
    ],
    asks: [nudge],
  },
  {
    name: 'Wellbeing Champions',
    type: 'community-of-practice',
    theme: 'mental-health-and-wellbeing',
    purpose:
      'People in every team who notice when someone is not all right, and know what to do next.',
    audience:
      'Wellbeing champions, mental health first aiders and those who think about becoming one.',
    mission:
      'We help people who look out for others to look after themselves, so that help is never far away.',
    priorities:
      'A call each month to put down what we carry.\n\nA list of who to call, kept up to date.',
    founded: 12,
    size: 226,
    charter: {
      reason: 'Anyone may join who looks out for others at work.',
      allies: 'none',
      decides: 'leads',
      rules: ['confidentiality', 'respect', 'own-experience'],
    },
    goals: [['Have a champion in 200 teams', 'Teams with a champion', 200, 'teams', 6]],
    sponsor: { name: 'Siobhan Snowberry', position: 'Director of Nursing, a made-up trust' },
  },
  {
    name: 'Frontline Services Community',
    type: 'community-of-practice',
    theme: 'operational-delivery',
    purpose:
      'Counter, phone, doorstep, ward: we who meet the public know things that nobody wrote down.',
    audience: 'People who serve the public face to face or by phone.',
    mission:
      'We help people on the front line to share what works, so that the public is met with kindness and skill.',
    priorities: 'A script that sounds like a human.\n\nWhat to do when someone cries.',
    founded: 11,
    size: 181,
    settled: true,
    charter: {
      reason: 'Anyone may join who meets the public.',
      allies: 'none',
      decides: 'consensus',
      rules: ['confidentiality', 'respect'],
    },
    goals: [['Collect 100 tips from the front line', 'Tips collected', 100, 'tips', 4]],
  },
  {
    name: 'Sign Language Learners',
    type: 'community-of-practice',
    theme: 'disability',
    purpose: 'We learn British Sign Language together, half an hour a week, hands first.',
    audience: 'Beginners. Truly.',
    mission:
      'We welcome people who want to sign, and we practise together, so that Deaf colleagues are greeted in their language.',
    priorities: 'A sign of the week.',
    founded: 3,
    size: 8,
    charter: {
      reason: 'Anyone may join who would like to learn.',
      allies: 'none',
      decides: 'leads',
      rules: ['respect', 'take-part'],
    },
    goals: [['Learn 100 signs', 'Signs learned', 100, 'signs', 5]],
  },
]

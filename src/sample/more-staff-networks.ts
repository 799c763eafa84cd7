import type { SampleNetwork } from './network.ts'
import { hopes, nudge } from './questions.ts'

/** Smaller staff and diversity networks. */
export const moreStaffNetworks: readonly SampleNetwork[] = [
  {
    name: 'Women’s Network',
    type: 'staff-and-diversity',
    theme: 'gender',
    purpose:
      'Women and men who want a public service in which women get on, get paid fairly and are listened to.',
    audience: 'Women in any public body, and everyone who wants to help.',
    mission:
      'We help women across public service to lift each other up, so that half of every top table is women.',
    priorities:
      'Sponsorship for women who want a more senior job.\n\nA fair deal for part-time workers.\n\nSafe journeys home from late shifts.',
    founded: 16,
    size: 468,
    charter: {
      reason: 'Anyone may join. Fairness is everybody’s business.',
      allies: 'welcome',
      cap: 40,
      decides: 'majority',
      rules: ['respect', 'take-part', 'own-experience'],
      conduct: true,
    },
    goals: [
      ['Run six career workshops', 'Workshops held', 6, 'workshops', 6],
      ['See 20% more people take part', 'Rise in people taking part', 20, '%', 9],
    ],
    asks: [hopes],
    sponsor: { name: 'Marisol Candlemoor', position: 'Permanent Secretary, a made-up department' },
  },
  {
    name: 'Parents Network',
    type: 'staff-and-diversity',
    theme: 'carers-and-parents',
    purpose:
      'Swaps, sympathy and sound advice for working parents, from the scan picture to the driving test.',
    audience:
      'Parents, parents-to-be, adopters, foster carers, step-parents and grandparents who bring up children.',
    mission:
      'We help working parents to share what gets them through, so that nobody burns out in silence.',
    priorities:
      'Keeping-in-touch days that are worth the journey.\n\nShared parental leave without raised eyebrows.',
    founded: 11,
    size: 296,
    charter: {
      reason: 'Anyone may join who has a child in their life.',
      allies: 'none',
      decides: 'consensus',
      rules: ['confidentiality', 'respect'],
    },
    goals: [['Pair 60 new parents with someone who has been there', 'Pairs', 60, 'pairs', 5]],
  },
  {
    name: 'Faith and Belief Network',
    type: 'staff-and-diversity',
    theme: 'faith-and-belief',
    purpose: 'A place to talk about faith, and about having none, with curiosity and good manners.',
    audience: 'People of any faith or belief, or of none.',
    mission:
      'We bring together people of every belief to listen to each other, so that all of us can be whole at work.',
    priorities:
      'A quiet room in every building.\n\nRotas that know when Ramadan, Diwali, Yom Kippur and Easter fall.\n\nA shared meal each season.',
    founded: 15,
    size: 147,
    settled: true,
    names: 'leads',
    charter: {
      reason:
        'Anyone may join. Only the leads see names, since a belief is for each of us to share or to keep.',
      allies: 'none',
      decides: 'consensus',
      rules: ['membership-private', 'respect', 'own-experience', 'uninterrupted'],
      conduct: true,
    },
    goals: [['Hold a shared meal every three months', 'Meals held', 4, 'meals', 7]],
    sponsor: { name: 'Yusuf Kestrelby', position: 'Director, a made-up agency' },
  },
  {
    name: 'Social Mobility Network',
    type: 'staff-and-diversity',
    theme: 'social-mobility',
    purpose:
      'Where you start should not decide where you finish. We open doors, and hold them open.',
    audience:
      'People from working-class backgrounds, the first in the family to work in an office, and anyone who wants to help.',
    mission:
      'We help people from every background to find their way, so that public service looks like the public.',
    priorities:
      'Job adverts that anyone can understand.\n\nSchool visits by people who went to that school.\n\nTalking about money without shame.',
    founded: 14,
    size: 241,
    charter: {
      reason: 'Anyone may join. Background is not something you should have to prove.',
      allies: 'welcome',
      cap: 50,
      decides: 'majority',
      rules: ['respect', 'own-experience', 'take-part'],
    },
    goals: [
      ['Visit 40 schools', 'Schools visited', 40, 'schools', 8],
      ['Rewrite 25 job adverts', 'Adverts rewritten', 25, 'adverts', 2],
    ],
    asks: [hopes],
  },
  {
    name: 'Armed Forces Community Network',
    type: 'staff-and-diversity',
    theme: 'armed-forces-community',
    purpose:
      'For those who served, those who still do at weekends, and the families who serve with them.',
    audience:
      'Veterans, reservists, cadet volunteers, and partners and children of people who serve.',
    mission:
      'We bring together the armed forces community in public service, so that skills are seen and service is understood.',
    priorities: 'Time off for reservists without a fuss.\n\nA phone tree for hard days.',
    founded: 13,
    size: 93,
    settled: true,
    joining: 'request',
    requests: 3,
    charter: {
      reason: 'People ask to join, so that we stay useful to those whom the network is for.',
      allies: 'events-only',
      decides: 'leads',
      rules: ['confidentiality', 'respect', 'impartial'],
    },
    goals: [
      ['Help 30 service leavers to find their first job here', 'Jobs found', 30, 'people', 9],
    ],
    asks: [nudge],
  },
  {
    name: 'Bereavement Circle',
    type: 'staff-and-diversity',
    theme: 'mental-health-and-wellbeing',
    purpose:
      'Grief does not end with the leave you are given. We meet each fortnight to listen. You need not say a word.',
    audience: 'Anyone who has lost someone, lately or long ago.',
    mission: 'We are a gentle place where people who grieve can be with others who understand.',
    priorities:
      'A meeting every other Thursday.\n\nA letter to managers: what to say, and what not to.',
    founded: 10,
    size: 41,
    names: 'nobody',
    charter: {
      reason: 'Anyone may join, and no one sees a list of who has.',
      allies: 'none',
      decides: 'consensus',
      rules: ['confidentiality', 'membership-private', 'no-recording', 'uninterrupted'],
    },
    goals: [['Be there every other week', 'Meetings held', 24, 'meetings', 10]],
  },
  {
    name: 'Welsh Speakers Network',
    type: 'staff-and-diversity',
    theme: 'other',
    purpose: 'We speak, learn and joke in Welsh at work. Everyone is welcome, beginners above all.',
    audience: 'Welsh speakers and learners, wherever they work.',
    mission:
      'We bring together people who speak Welsh or want to, so that the language is heard in every office.',
    priorities: 'A lunch each week in Welsh.\n\nA lanyard that says: I speak Welsh.',
    founded: 9,
    size: 34,
    settled: true,
    region: 'wales',
    charter: {
      reason: 'Anyone may join. Mistakes are how we learn.',
      allies: 'none',
      decides: 'consensus',
      rules: ['respect', 'take-part'],
    },
    goals: [['Share 50 lunches in Welsh', 'Lunches held', 50, 'lunches', 11]],
  },
  {
    name: 'Night Shift Network',
    type: 'staff-and-diversity',
    theme: 'operational-delivery',
    purpose:
      'For those who work while others sleep. We look out for each other at four in the morning.',
    audience: 'Anyone who works nights: wards, control rooms, prisons, ports, depots.',
    mission: 'We help people who work nights to stay well, so that nobody is forgotten after dark.',
    priorities: 'Hot food after midnight.\n\nTraining at hours when we are awake.',
    founded: 4,
    size: 12,
    charter: {
      reason: 'Anyone may join who works nights, even now and then.',
      allies: 'none',
      decides: 'leads',
      rules: ['respect'],
    },
    goals: [['Find 50 people who work nights', 'People in the network', 50, 'people', 8]],
    asks: [nudge],
  },
]

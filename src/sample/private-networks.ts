import type { SampleNetwork } from './network.ts'

/** Networks that are sensitive, hidden, for some organisations, or by invitation. */
export const privateNetworks: readonly SampleNetwork[] = [
  {
    name: 'LGBT+ Network',
    type: 'staff-and-diversity',
    theme: 'lgbt',
    purpose:
      'A place where lesbian, gay, bisexual, trans and queer colleagues can breathe out. What you share, and with whom, is always up to you.',
    audience: 'LGBT+ people in public service, out at work or not.',
    mission:
      'We are a safe place where LGBT+ people can be who they are, so that nobody has to hide to get on.',
    priorities:
      'Someone to talk to, from the first day.\n\nPolicies that work for trans colleagues.\n\nPride, together, in ten cities.',
    founded: 17,
    size: 184,
    joining: 'request',
    names: 'leads',
    sensitive: true,
    requests: 3,
    cast: { lena: 'chair', sam: 'member' },
    charter: {
      reason:
        'People ask to join, because some of us could be harmed if others knew that we are members. A lead says hello to each of you. We never ask for proof of who you are.',
      allies: 'events-only',
      decides: 'consensus',
      rules: [
        'confidentiality',
        'chatham-house',
        'membership-private',
        'no-recording',
        'uninterrupted',
      ],
      conduct: true,
    },
    goals: [
      [
        'Answer everyone who asks to join within two days',
        'Requests answered in two days',
        95,
        '%',
        4,
      ],
      ['Be of value to 90% of members', 'Members who say we are of value', 90, '%', 7],
    ],
    asks: [
      {
        text: 'Is there anything that would make it easier to take part?',
        hint: 'Only the leads read this. Leave it empty if you like.',
        kind: 'long-text',
        answers: [
          'I am not out at work. Please do not call my desk phone.',
          'Evenings are best for me.',
          'I would rather write than talk at first.',
          'I would like to meet other trans people if there are any.',
          'Please use they and them for me.',
        ],
      },
    ],
    sponsor: { name: 'Rhodri Springtide', position: 'Director General, a made-up department' },
  },
  {
    name: 'The Quiet Room',
    type: 'staff-and-diversity',
    theme: 'mental-health-and-wellbeing',
    purpose:
      'A small group of people who live with a serious mental illness and hold down a demanding job.',
    audience: 'Those whom one of us has invited.',
    mission:
      'We are a safe place where people with a mental illness can speak freely, so that nobody carries it alone.',
    priorities: 'Meeting every week.\n\nKnowing whom to call at night.',
    founded: 12,
    size: 26,
    findable: 'invited',
    joining: 'invitation',
    names: 'nobody',
    sensitive: true,
    invited: 2,
    cast: { sam: 'member' },
    charter: {
      reason:
        'People join by invitation, because some of us could be harmed if others knew that we are members.',
      allies: 'none',
      decides: 'consensus',
      rules: [
        'confidentiality',
        'chatham-house',
        'membership-private',
        'no-recording',
        'uninterrupted',
      ],
    },
    goals: [['Meet every week', 'Meetings held', 48, 'meetings', 9]],
  },
  {
    name: 'Chiefs of Staff Circle',
    type: 'cross-government',
    theme: 'leadership',
    purpose: 'People who run the office of someone senior, and need somewhere to think out loud.',
    audience: 'Chiefs of staff and heads of office in any public body.',
    mission:
      'We help heads of office to compare what they learn, so that good government does not depend on luck.',
    priorities: 'Breakfast on the first Tuesday.\n\nA handover pack for whoever comes next.',
    founded: 14,
    size: 23,
    findable: 'signed-in',
    joining: 'invitation',
    invited: 3,
    cast: { mei: 'invited' },
    charter: {
      reason: 'People join by invitation, because a small group can speak more freely.',
      allies: 'none',
      decides: 'leads',
      rules: ['chatham-house', 'no-recording', 'impartial'],
    },
    goals: [['Write one handover pack together', 'Packs published', 1, 'pack', 3]],
  },
  {
    name: 'Estates and Facilities Exchange',
    type: 'cross-government',
    theme: 'operational-delivery',
    purpose: 'People who keep buildings warm, safe and open swap suppliers, snags and solutions.',
    audience: 'Estates and facilities teams in the bodies that share our buildings.',
    mission:
      'We bring together people who look after public buildings to share what works, so that every building welcomes people.',
    priorities: 'One list of step-free entrances.\n\nHeating that is on when people are in.',
    founded: 8,
    size: 43,
    findable: 'organisations',
    organisations: [
      'Department for Work and Pensions',
      'HM Revenue and Customs',
      'Ministry of Justice',
      'Home Office',
    ],
    charter: {
      reason: 'Anyone may join who works in one of the bodies that share our buildings.',
      allies: 'none',
      decides: 'majority',
      rules: ['respect', 'conflicts'],
    },
    goals: [['Check 120 entrances', 'Entrances checked', 120, 'entrances', 5]],
  },
  {
    name: 'Fraud Analysts Forum',
    type: 'community-of-practice',
    theme: 'analysis',
    purpose: 'Analysts who look for fraud and error share methods, never cases.',
    audience: 'Analysts who work on fraud and error in a public body.',
    mission:
      'We help people who look for fraud to learn from each other, so that public money goes where it should.',
    priorities: 'A shared set of test data.\n\nA review by peers of every new model.',
    founded: 10,
    size: 67,
    findable: 'signed-in',
    joining: 'request',
    names: 'leads',
    requests: 2,
    charter: {
      reason: 'People ask to join, so that we keep to the subject.',
      allies: 'none',
      decides: 'leads',
      rules: ['confidentiality', 'impartial', 'conflicts'],
    },
    goals: [['Review 12 models', 'Models reviewed', 12, 'models', 8]],
  },
]

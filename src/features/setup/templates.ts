/**
 * What a founder says about the network, each in a few words of their own; any may be empty.
 * who: “carers who work shifts”. what: “share what helps”. outcome: “no one has to choose between
 * work and family”. where: “across the NHS in Wales”.
 */
export type MissionAnswers = { who: string; what: string; outcome: string; where: string }

export type MissionTemplate = {
  key: string
  label: string
  /** The types of network that this template suits best. */
  for: readonly (
    | 'cross-government'
    | 'staff-and-diversity'
    | 'community-of-practice'
    | 'profession'
  )[]
  /** A finished mission of this shape. */
  example: string
  /** A mission statement from the answers: “…” stands where one that is needed is missing. */
  fill: (answers: MissionAnswers) => string
}

/** Mission statements that write themselves from four answers, two or more for each type of network. */
export const missionTemplates: readonly MissionTemplate[] = [
  {
    key: 'joined-up',
    label: 'Join people up around one aim',
    for: ['cross-government'],
    example:
      'We bring together people who look after public buildings across government to share what cuts carbon, so that every public body reaches net zero sooner.',
    fill: from((a) => `We bring together ${a.who}${a.where} to ${a.what}${a.soThat}`),
  },
  {
    key: 'too-large-for-one',
    label: 'Tackle something too large for one body',
    for: ['cross-government'],
    example:
      'No public body can do this alone. We help people who plan services to compare what they learn, so that fewer families have to tell their story twice.',
    fill: from(
      (a) => `No public body can do this alone. We help ${a.who}${a.where} to ${a.what}${a.soThat}`,
    ),
  },
  {
    key: 'safe-place',
    label: 'Offer a safe place',
    for: ['staff-and-diversity'],
    example:
      'We are a safe place where carers can share what helps, so that no one has to choose between work and family.',
    fill: from((a) => `We are a safe place where ${a.who}${a.where} can ${a.what}${a.soThat}`),
  },
  {
    key: 'voice',
    label: 'Give people a voice',
    for: ['staff-and-diversity'],
    example:
      'We give disabled staff across the council a voice. Together we find what gets in the way, so that everyone can do their best work.',
    fill: from((a) => `We give ${a.who}${a.where} a voice. Together we ${a.what}${a.soThat}`),
  },
  {
    key: 'learn-together',
    label: 'Learn from each other',
    for: ['community-of-practice'],
    example:
      'We help people who work with data in local government to show each other how it is done, so that good ideas travel.',
    fill: from((a) => `We help ${a.who}${a.where} to ${a.what}${a.soThat}`),
  },
  {
    key: 'open-door',
    label: 'Open the door to a skill',
    for: ['community-of-practice'],
    example:
      'Anyone can learn this. We welcome people who dread speaking in public, and we practise together, so that every voice is heard.',
    fill: from(
      (a) => `Anyone can learn this. We welcome ${a.who}${a.where}, and we ${a.what}${a.soThat}`,
    ),
  },
  {
    key: 'one-profession',
    label: 'Bring a profession together',
    for: ['profession'],
    example:
      'We are the community of policy people in the North East. We test ideas and share skills, so that policy works where people live.',
    fill: from((a) => `We are the community of ${a.who}${a.where}. We ${a.what}${a.soThat}`),
  },
  {
    key: 'better-work',
    label: 'Make the work better',
    for: ['profession', 'cross-government'],
    example:
      'We connect people who buy for councils to swap what works, so that each contract is better than the last.',
    fill: from((a) => `We connect ${a.who}${a.where} to ${a.what}${a.soThat}`),
  },
]

type Clean = { who: string; what: string; soThat: string; where: string }

function from(write: (answers: Clean) => string): (answers: MissionAnswers) => string {
  return (answers) => `${write(clean(answers))}.`.replace('….', '…')
}

function clean({ who, what, outcome, where }: MissionAnswers): Clean {
  const aim = softened(tidy(outcome).replace(/^so that\s+/i, ''))
  const place = softened(tidy(where))
  return {
    who: softened(tidy(who)) || '…',
    what: lowered(tidy(what).replace(/^(?:we|to)\s+/i, '')) || '…',
    soThat: aim && `, so that ${aim}`,
    where: place && ` ${place}`,
  }
}

function tidy(answer: string): string {
  return answer
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/[\s.,;:!]+$/, '')
}

/** “Share” becomes “share”; a short form such as “GOV.UK” stays. */
function lowered(text: string): string {
  return /^[A-Z][A-Z0-9]/.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1)
}

/** Only words that never are names lose their capital, so that “Black staff” keeps its own. */
function softened(text: string): string {
  const first = text.split(' ', 1)[0]!
  return neverNames.includes(first.toLowerCase()) ? lowered(text) : text
}

const neverNames =
  'a across all any anyone at carers colleagues disabled every everyone fewer from in inside leaders managers members men more new no officers our parents people staff the their they those we within women work young'.split(
    ' ',
  )

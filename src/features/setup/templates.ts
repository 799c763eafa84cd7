// The same keys as the types of network; templates only suggest, so they do not depend on them.
type NetworkType =
  | 'cross-government'
  | 'staff-and-diversity'
  | 'community-of-practice'
  | 'profession'

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
  for: readonly NetworkType[]
  /** The template filled in, to show what it makes. */
  example: string
  /** A mission statement from the answers: “…” stands where one that is needed is missing. */
  fill: (answers: MissionAnswers) => string
}

export type GoalPreset = {
  key: string
  statement: string
  /** What is counted, in words. */
  measure: string
  unit: string
  target: number
  /** By when, counted from today. */
  months: number
}

/** Mission statements that write themselves from four answers, two for each type of network. */
export const missionTemplates: readonly MissionTemplate[] = [
  template('joined-up', 'Join people up around one aim', ['cross-government'], sustainability, (a) =>
    sentence(`We bring together ${a.who}${a.where} to ${a.what}${a.soThat}`),
  ),
  template('too-large', 'Tackle something too large for one body', ['cross-government'], inclusion, (a) =>
    sentence(`No public body can do this alone. We help ${a.who}${a.where} to ${a.what}${a.soThat}`),
  ),
  template('safe-place', 'Offer a safe place', ['staff-and-diversity'], carers, (a) =>
    sentence(`We are a safe place where ${a.who}${a.where} can ${a.what}${a.soThat}`),
  ),
  template('voice', 'Give people a voice', ['staff-and-diversity'], disabled, (a) =>
    sentence(`We give ${a.who}${a.where} a voice. Together we ${a.what}${a.soThat}`),
  ),
  template('learn-together', 'Learn from each other', ['community-of-practice'], data, (a) =>
    sentence(`We help ${a.who}${a.where} to ${a.what}${a.soThat}`),
  ),
  template('open-door', 'Open the door to a skill', ['community-of-practice'], speaking, (a) =>
    sentence(`Anyone can learn this. We welcome ${a.who}${a.where}, and we ${a.what}${a.soThat}`),
  ),
  template('one-profession', 'Bring a profession together', ['profession'], policy, (a) =>
    sentence(`We are the community of ${a.who}${a.where}. We ${a.what}${a.soThat}`),
  ),
  template('better-work', 'Make the work better', ['profession', 'cross-government'], buyers, (a) =>
    sentence(`We connect ${a.who}${a.where} to ${a.what}${a.soThat}`),
  ),
]

/** Goals to start from, with the numbers that other networks have used. */
export const goalPresets: readonly GoalPreset[] = [
  { key: 'new-members', statement: 'Welcome 100 new members in six months', measure: 'New members', unit: 'people', target: 100, months: 6 },
  { key: 'weekly-posts', statement: 'See 20 posts a week in our channels', measure: 'Posts each week', unit: 'posts', target: 20, months: 6 },
  { key: 'link-clicks', statement: 'Get 30 clicks on a link that we share', measure: 'Clicks on a shared link', unit: 'clicks', target: 30, months: 3 },
  { key: 'valued', statement: 'Have 80% of members say that the network is of value to them', measure: 'Members who say that the network is of value', unit: '%', target: 80, months: 12 },
  { key: 'webinars', statement: 'Hold a webinar every three months', measure: 'Webinars held', unit: 'webinars', target: 4, months: 12 },
  { key: 'engagement', statement: 'Have 20% more people take part than last year', measure: 'Rise in people taking part', unit: '%', target: 20, months: 12 },
  { key: 'meet-ups', statement: 'Meet in person every three months', measure: 'Meet-ups in person', unit: 'meet-ups', target: 4, months: 12 },
  { key: 'joint-guidance', statement: 'Write one piece of guidance together', measure: 'Guidance published', unit: 'pieces', target: 1, months: 12 },
]

type Clean = { who: string; what: string; soThat: string; where: string }

function template(
  key: string,
  label: string,
  suits: readonly NetworkType[],
  sample: () => MissionAnswers,
  write: (answers: Clean) => string,
): MissionTemplate {
  const fill = (answers: MissionAnswers) => write(clean(answers))
  return { key, label, for: suits, example: fill(sample()), fill }
}

function clean({ who, what, outcome, where }: MissionAnswers): Clean {
  const aim = softened(tidy(outcome).replace(/^so that\s+/i, ''))
  const place = softened(tidy(where))
  const action = tidy(what).replace(/^(?:we|to)\s+/i, '')
  return {
    who: softened(tidy(who)) || '…',
    what: startsWithShortForm(action) ? action : action.charAt(0).toLowerCase() + action.slice(1) || '…',
    soThat: aim && `, so that ${aim}`,
    where: place && ` ${place}`,
  }
}

function tidy(answer: string): string {
  return answer.trim().replace(/\s+/g, ' ').replace(/[\s.,;:!]+$/, '')
}

/** Names such as “Black staff” keep their capital; only words that never are names lose it. */
function softened(text: string): string {
  const first = text.split(' ', 1)[0]!.toLowerCase()
  return plainWords.has(first) ? first + text.slice(first.length) : text
}

function startsWithShortForm(text: string): boolean {
  return /^[A-Z][A-Z0-9]/.test(text)
}

function sentence(text: string): string {
  return `${text}.`.replace('….', '…')
}

const plainWords = new Set(
  'a across all any anyone at carers colleagues council disabled every everyone from in inside leads managers members men more new no officers our parents people staff the their they those we within women work young'.split(
    ' ',
  ),
)

function sustainability(): MissionAnswers {
  return {
    who: 'people who look after public buildings',
    what: 'share what cuts carbon',
    outcome: 'every public body reaches net zero sooner',
    where: 'across government',
  }
}

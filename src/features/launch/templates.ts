import { longDate } from '#kernel/clock.ts'
import type { Network, NetworkType } from '#features/networks/index.ts'
import { timeWords } from './clock-times.ts'
import type { Format, Plan } from './plan.ts'
import type { Line } from './run-sheet.ts'

type Named = Pick<Network, 'name' | 'type' | 'sensitive' | 'purpose' | 'audience'>

/** A run sheet to begin with: an hour in which people do something together. */
export function usualRunSheet({ type, sensitive }: Named, format: Format): Line[] {
  const line = (minute: number, what: string, who: string): Line => ({ minute, what, who })
  return [
    ...before(format, sensitive).map(([minute, what, who]) => line(minute, what, who)),
    line(
      0,
      sensitive
        ? 'Welcome. Say what the hour is for, when it ends, and that anyone may leave at any time without a word.'
        : 'Welcome. Say why you are here, in three sentences, and what the hour is for.',
      'Host',
    ),
    line(
      3,
      sensitive
        ? 'Agree how you treat each other: what is said here stays here, nobody takes pictures, nobody has to speak or to give a name.'
        : 'Agree how you treat each other, and say what is recorded. Best is nothing.',
      'Host',
    ),
    sensitive
      ? line(6, 'Say what the network offers, and who can see what.', 'Host')
      : line(6, 'Say in a few words why this matters to the organisation.', 'Sponsor'),
    line(12, opening[type], sensitive ? 'Host' : 'Host and two members'),
    line(
      20,
      'Challenge swap: everyone writes down one thing that they find hard at work, and one thing that they can help with. No names are needed.',
      'Host',
    ),
    line(
      25,
      format === 'online'
        ? 'In rooms of three: each reads out a challenge, the others offer what they can. Seven minutes each.'
        : 'In threes: each reads out a challenge, the others offer what they can. Seven minutes each.',
      'Everyone',
    ),
    line(
      46,
      'Together again: three people say what they take away. Nobody is asked by name.',
      'Host',
    ),
    line(
      52,
      'Say what comes next: the date of the next meeting, how to join, and where the cards go: onto the board of the network.',
      'Second lead',
    ),
    line(58, 'Thank people, and end on time.', 'Host'),
    ...after(format, sensitive).map(([minute, what, who]) => line(minute, what, who)),
  ]
}

/** What happens in the middle, by what brings people together. */
const opening: Record<NetworkType, string> = {
  'cross-government':
    'A word from each: where you work, and what brought you here. A sentence is enough.',
  'staff-and-diversity':
    'Two people, asked well before, tell what would have helped them when they started here.',
  'community-of-practice':
    'Show and tell: two people show a piece of work in four minutes each, with what went wrong.',
  profession:
    'Two people at different grades tell how they came into the profession, in four minutes each.',
}

type Row = readonly [minute: number, what: string, who: string]

function before(format: Format, sensitive: boolean): Row[] {
  const room: Row[] = [
    [
      -45,
      sensitive
        ? 'Set up the room. The sign on the door says “Meeting” and a time, nothing else. Check that nobody can look in.'
        : 'Set up the room: chairs in a circle, signs from the entrance, pens and cards. Check the lift, the hearing loop and the way to the toilets.',
      'Two helpers',
    ],
    [
      -15,
      sensitive
        ? 'Someone stands at the door. No badges, no list of names.'
        : 'Someone stands at the door and greets everyone. Badges with first names, for those who want one.',
      'Helper',
    ],
  ]
  const call: Row[] = [
    [
      -30,
      'Open the call. Captions on, recording off. A second person looks after the chat and lets people in.',
      'Host and helper',
    ],
    [
      -5,
      sensitive
        ? 'Let people in. They can change the name that is shown and keep the camera off: say so in the chat.'
        : 'Let people in, with a question in the chat: what would make this hour worth it for you?',
      'Helper',
    ],
  ]
  if (format === 'in-person') return room
  if (format === 'online') return call
  return [
    room[0]!,
    call[0]!,
    room[1]!,
    [
      -5,
      'Test that the people in the call hear the room and can be heard. One person in the room speaks for them all the time.',
      'Helper for the call',
    ],
  ]
}

function after(format: Format, sensitive: boolean): Row[] {
  const stay: Row[] =
    format === 'online'
      ? [[60, 'Leave the call open for a quarter of an hour for those who want to talk.', 'Host']]
      : [[60, 'Stay for a chat. Tidy up together.', 'Everyone']]
  return [
    ...stay,
    [
      75,
      sensitive
        ? 'Collect every card and leave nothing in the room. Put them onto the board without names.'
        : 'Put the cards onto the board of the network, and note who offered to help.',
      'Second lead',
    ],
    [1440, 'Thank everyone, and say again what comes next.', 'Leads'],
  ]
}

/** The text of the invitation, ready to copy. Of a sensitive network it says nothing that tells what it is. */
export function invitationText(network: Named, plan: Plan, link: string | undefined): string {
  const when = `${longDate(plan.on_date)}, ${timeWords(plan.starts)} to ${timeWords(plan.starts + 60)}`
  const where = {
    online: plan.place || 'Online. You get the link when you say that you come.',
    'in-person': plan.place || 'We tell you the place when you say that you come.',
    hybrid:
      plan.place ||
      'In person and online. We tell you the place, or send the link, when you say that you come.',
  }[plan.format]
  if (network.sensitive)
    return [
      'You are invited to a meeting',
      `When: ${when}`,
      `Where: ${where}`,
      'It is an hour in a small, friendly circle. You need not prepare anything, give your name or speak. You can come late, leave early and keep your camera off.',
      'Please do not pass this on. If you know someone who might like to come, ask the person who sent you this.',
      'If you need something to be able to take part, tell the person who sent you this. They need not know why.',
    ].join('\n\n')
  return [
    `You are invited: ${network.name} begins`,
    network.purpose,
    `When: ${when}`,
    `Where: ${where}`,
    network.audience && `For: ${network.audience}`,
    'Bring one thing that you find hard at work, and one thing that you can help others with. In an hour you will have met people who know the one and need the other. There is nothing else to prepare.',
    'Answer this message to say that you come. If you need something to be able to take part, say so in your answer. You need not say why.',
    link ? `Join the network, or read more first: ${link}` : '',
  ]
    .filter(Boolean)
    .join('\n\n')
}

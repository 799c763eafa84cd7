export type Step = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8

/** What a step of starting a network says at its top; `guide` is its chapter: `/guide/<guide>`. */
export type Guidance = { title: string; why: string; do: readonly string[]; guide: string }

/** The eight steps. In each, what is done with people comes before what is done on a screen. */
export const stepGuidance: Record<Step, Guidance> = {
  1: {
    title: 'Purpose and scope',
    why: 'People join a network when they see at once what it is for.',
    do: [
      'Ask five people what they find hard, and who else to ask.',
      'Say who the network is for, and what it leaves to others.',
      'Write your mission in one sentence. Read it to someone new.',
      'Choose two or three goals with a number and a date.',
    ],
    guide: 'purpose',
  },
  2: {
    title: 'Stakeholders',
    why: 'With a sponsor and a few keen people, doors open that you could not open alone.',
    do: [
      'Ask a senior person to be your sponsor. Be clear about what you ask.',
      'Talk to people who might join, one by one or in a small group.',
      'List partners outside: charities, universities, industry, other networks.',
      'Ask HR what help there is: time, money, a page on the intranet.',
    ],
    guide: 'people',
  },
  3: {
    title: 'Governance and leadership',
    why: 'It is easier to agree how to decide before you have something to disagree about.',
    do: [
      'Choose a chair and a coordinator, and say when each role ends.',
      'Find five to eight different people for a steering group.',
      'Agree how you decide.',
      'Write your charter from the parts that we suggest. Check it against your employer’s rules.',
    ],
    guide: 'governance',
  },
  4: {
    title: 'Recruiting members',
    why: 'Few people come because of one email. They come because someone asked them.',
    do: [
      'Decide who can find the network, who can join, and who sees names.',
      'Each of you invites three people in person.',
      'Share your sign-up link and put up posters.',
      'Plan a launch where people do something together.',
      'Look at which grades and regions are missing.',
    ],
    guide: 'recruiting',
  },
  5: {
    title: 'Activities',
    why: 'What you do together is the reason to stay.',
    do: [
      'Ask members what would help them most.',
      'Plan three months: something to learn, something social, something to get done.',
      'Let members offer to lead.',
      'Meet in person every three months if you can.',
    ],
    guide: 'activities',
  },
  6: {
    title: 'Tools',
    why: 'The right few tools save you time. Too many send people away.',
    do: [
      'Ask members what they use already.',
      'Turn on only what you need now. You can add more later.',
      'Check that everyone can use it, with a screen reader or a keyboard too.',
      'Check who can see what.',
    ],
    guide: 'tools',
  },
  7: {
    title: 'Measuring',
    why: 'Numbers and stories show your worth, and tell you what to change.',
    do: [
      'Choose a few things to count.',
      'Ask members five questions every three months, and tell them what you heard.',
      'Look at the numbers together four times a year.',
      'Share what you did, and what comes next.',
    ],
    guide: 'measuring',
  },
  8: {
    title: 'Sustaining and growing',
    why: 'A network lives on when more than one person can carry it.',
    do: [
      'Ask who would like to lead next, well before a role ends.',
      'Give people a way to be honest without their name.',
      'Add a group or a region only when someone wants to lead it.',
      'Show how you help with what matters now, and ask for what you need.',
    ],
    guide: 'sustaining',
  },
}

import { type Chapter, example, list, section, text } from './chapter.ts'

export const pitfalls: Chapter = {
  slug: 'pitfalls',
  title: 'Avoid these mistakes',
  promise: 'Learn from the three things that sink most networks.',
  time: 'About 10 minutes',
  sections: [
    section(
      'Starting with the technology',
      text(
        'It is tempting to build a site first. It feels like getting on.',
        'But a site with no one in it is an empty room. Platforms matter, and people come first.',
      ),
      list(
        'Do this in its place:',
        'talk to five people this week',
        'hold one small meeting before you set up any channel',
        'turn on a tool only when someone asks for what it does',
      ),
    ),
    section(
      'Thinking that people will just come',
      text(
        'You open the doors, send one email, and wait. Very few come.',
        'It does not mean that no one cares. They are busy, and no one asked them in person.',
      ),
      list(
        'Do this in its place:',
        'ask people one by one, and say why',
        'make joining quick',
        'offer something that they want in the first month',
        'welcome each person by name, and give them a small thing to do',
      ),
      example(
        'The same event, twice',
        'An email to 2,000 staff: nine people came.',
        'Ten members each asked three people: 24 people came, and six of them helped.',
        'The figures are made up. The pattern is not.',
      ),
    ),
    section(
      'Letting it run by itself',
      text(
        'The launch went well, and everyone goes back to their desks. Three months later it is silent.',
        'A network is like a garden. It needs a little care, often.',
      ),
      list(
        'Do this in its place:',
        'put an hour a week in the calendar, and share it between you',
        'always have the next date fixed before this one ends',
        'tell people what is new, and thank someone each time',
        'look at what works every three months, and change what does not',
      ),
    ),
    section(
      'If you are stuck',
      text(
        'Go back to the people. Ring three members and ask what they would miss.',
        'If they would miss nothing, change the purpose, or close with thanks.',
        'To end a network well is no failure.',
      ),
    ),
  ],
  tryIt: [
    { text: 'Go back to your purpose', place: '/guide/purpose' },
    { text: 'Invite someone by name', place: 'network:invitations' },
    { text: 'Plan three months of activities', place: '/guide/activities' },
  ],
}

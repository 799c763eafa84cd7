import { type Chapter, example, list, note, section, steps, text } from './chapter.ts'

export const activities: Chapter = {
  slug: 'activities',
  title: 'Activities',
  promise: 'Plan three months of things that people want to come to.',
  time: 'About 30 minutes',
  sections: [
    section(
      'Plan from what people need',
      text(
        'What you do together is the heart of your network.',
        'Go back to what members told you. Pick what would help most, and start there.',
      ),
      list(
        'Mix things that are:',
        'about learning, such as workshops, webinars and training',
        'about people, such as coffee mornings and social events',
        'about getting something done, such as a project or joint guidance',
      ),
      text(
        'Link each event to one of your goals. If you cannot, ask why you are holding it.',
        'Put three months in a calendar and share it, so that people can save the dates.',
      ),
    ),
    section(
      'Ideas to borrow',
      list(
        'From small to large:',
        'a tip a day, in two lines',
        'coffee roulette: once a month, each person meets someone new for half an hour',
        'a monthly lunch and learn, where a member teaches something',
        'a training workshop',
        'a mentoring scheme',
        'a summit once a year, all about new skills',
      ),
      example(
        'A first three months',
        'Month one: a launch with a challenge swap, online, at noon.',
        'Month two: a lunch and learn, and the first coffee roulette.',
        'Month three: a meet-up in person, and five questions on how it is going.',
      ),
    ),
    section(
      'Let members lead',
      text(
        'The best ideas come from members, and so do the people to carry them out.',
        'Ask anyone to put an idea forward. Let members vote, and let them say “I will help”.',
        'Then help the person who asked to make it happen.',
      ),
      list(
        'Members can:',
        'run a session on something they know',
        'start a mentoring scheme',
        'write for the newsletter or the library',
      ),
    ),
    section(
      'Balance online and in person',
      text(
        'If members are spread out, most things will be online. That is fair, and it costs little.',
        'Still, try to meet in person every three months. People learn and make friends there.',
      ),
      text(
        'At a hybrid event some people are in the room and some are online.',
        'Ask one person to look after those online. Take their questions first.',
      ),
    ),
    section(
      'Make it easy to come',
      steps(
        'For each event:',
        'Send the invitation three weeks before, with a calendar file and the link to join.',
        'Ask what people need: a sign language interpreter, captions, a step-free room, a quiet space.',
        'Remind people the day before.',
        'Put the slides and any recording in one place afterwards.',
        'Ask two questions: was it worth your time, and what next?',
      ),
      text(
        'Vary the day and the time. Think of people on shifts, people who work part time, and carers.',
        'Look out for clashes with religious days and school holidays.',
      ),
    ),
    section(
      'Know the rules on time',
      text('Rules about work time are not the same for all employers. Ask before you plan.'),
      list(
        'Three examples:',
        'many NHS bodies give leads and members time for networks in working hours',
        'the Civil Service asks a senior civil servant to agree to each event before you prepare it',
        'most Civil Service network events are outside working hours, unless they help its work',
      ),
      text(
        'Training is a good example of an event that helps work. Your manager still has to agree that you go.',
      ),
      note(
        'No one should have to tell a manager which network they belong to.',
        'Use a neutral title in the calendar where that could be a worry.',
      ),
    ),
  ],
  tryIt: [
    { text: 'Plan your first three months', place: 'setup:activities' },
    { text: 'Check your goals before you plan', place: 'network:goals' },
    { text: 'Look at what other networks do', place: '/networks' },
  ],
}

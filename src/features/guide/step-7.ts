import { type Chapter, example, list, note, section, steps, text } from './chapter.ts'

export const measuring: Chapter = {
  slug: 'measuring',
  title: 'Measuring success',
  promise: 'Show what your network changes, in a few numbers and true stories.',
  time: 'About 25 minutes',
  sections: [
    section(
      'Choose a few things to count',
      text('Count what helps you decide. Four kinds of number give a fair picture.'),
      list(
        'With a target that you can borrow:',
        'growth: 100 new members in six months',
        'life: 20 posts each week',
        'use: 30 clicks on a link you share',
        'worth: 80% of members say that the network is of value to them',
      ),
      text('A small network will need smaller targets. What counts is which way they move.'),
    ),
    section(
      'Let the numbers come to you',
      text(
        'Good tools can show how many take part, how many come to events and which links are used.',
        'Let them do the counting. Your time is for people.',
        'Once a week, send the leads a short email: what changed, and what to do about it.',
      ),
      note(
        'Numbers must never point at a person. Where a group is very small, hide its count.',
        'Count clicks, not who clicked.',
      ),
    ),
    section(
      'Ask members every three months',
      text(
        'A pulse survey is five short questions or fewer. Ask the same ones each time.',
        'Then you can see a change.',
      ),
      example(
        'A pulse in four questions',
        'Is the network of value to you? Do you feel welcome here?',
        'What should we do more of? What should we stop?',
      ),
      text(
        'Tell members what they said, and what you will now do. If you do not, they will stop answering.',
      ),
    ),
    section(
      'Fill in a health scorecard',
      text('Four times a year, put it all on one page.'),
      steps(
        'Then sit down together:',
        'Look at each number. Is it better, worse or the same?',
        'Ask why. A number is a question, not an answer.',
        'Choose one thing to change in the next three months.',
        'Write down who will do it.',
      ),
      text('Your steering group looks at the page first, and your sponsor after that.'),
    ),
    section(
      'Tell people about it',
      text(
        'Share what you achieved and what comes next with members, your sponsor and your employer.',
        'Use more than one way: a page, a newsletter, five minutes at a meeting.',
      ),
      list(
        'A good report says:',
        'what we said we would do',
        'what we did, and what we did not',
        'what is now different, and for whom',
        'what we need next',
      ),
      text('One true story says more than ten charts. Ask before you share it.'),
    ),
  ],
  tryIt: [
    { text: 'Choose what to measure', place: 'setup:measuring' },
    { text: 'Set goals with a number and a date', place: 'network:goals' },
    { text: 'See how many members you have', place: 'network:members' },
  ],
}

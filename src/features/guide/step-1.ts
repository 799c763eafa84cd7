import { type Chapter, example, list, note, section, steps, text } from './chapter.ts'

export const purpose: Chapter = {
  slug: 'purpose',
  title: 'Purpose and scope',
  promise:
    'Say in one sentence what your network is for, and know how you will tell that it works.',
  time: 'About 30 minutes',
  sections: [
    section(
      'Start with the need',
      text(
        'Good networks begin with something that is missing.',
        'Perhaps no one talks about mental health where you work.',
        'Perhaps one group of staff is rarely heard.',
        'Perhaps ten teams work on net zero and none of them knows the others.',
      ),
      steps(
        'Before you write anything, talk to people:',
        'Ask five people who you think would join what they find hard at work.',
        'Ask what they would come to, and when they could come.',
        'Ask who else you should talk to.',
        'Write down the words they use. You will need them later.',
      ),
      text(
        'Do not skip this. A staff network does not suit every workplace, or every group.',
        'If only two people are keen, you may want a coffee group, or to join a network that exists.',
        'You can propose a network here before you set it up. People say if they would join.',
        'When there are enough of them, you start it, and each of them is invited.',
      ),
      note(
        'Pick your moment. A day such as International Women’s Day gets people talking.',
        'Use it to ask if a network is wanted, and who would help to start one.',
      ),
    ),
    section(
      'Choose what you will do for members',
      text('Most staff networks aim for one of two things. Many do both.'),
      list(
        'Ask yourselves if you want to:',
        'share and support: a safe and private space to talk, and to give and get advice',
        'change things together: raise what worries members, be asked about plans, offer ideas',
      ),
      text(
        'The first aim often means that only people who share the same experience join.',
        'It needs care over how, when and where you meet.',
        'Leave room for hard stories, and leave time to agree what to do next.',
      ),
      text(
        'The second aim works only if your employer listens.',
        'Agree early on how it will ask you, and how it will answer.',
      ),
    ),
    section(
      'Draw the edges',
      text('A network for everyone about all things soon runs out of breath.'),
      list(
        'Decide and write down:',
        'who it is for: all staff, some grades, one department, or people from many bodies',
        'what you will work on this year',
        'what you will leave to others, such as trade unions, HR or another network',
      ),
      text('When a new idea comes, look at your list. If it does not fit, pass it on kindly.'),
    ),
    section(
      'Write your mission in one sentence',
      text(
        'A mission says who you bring together, what you do, and why it matters.',
        'Keep it short enough to say in a lift.',
      ),
      example(
        'From a long mission to a short one',
        'First try: “We aim to support and promote good work across all areas of buying.”',
        'Second try: “We connect people who buy for councils, so that each contract is better than the last.”',
        'The second one says who, what and why. You can picture it.',
      ),
      text(
        'Read it to someone who knows nothing about it. If they ask what you mean, try again.',
        'Choose your name with the same care. Words decide who feels that this is for them.',
      ),
    ),
    section(
      'Set goals that you can count',
      text('Choose two or three goals for the first year. Give each a number and a date.'),
      list(
        'Goals that other networks use:',
        'a webinar every three months',
        'guidance that members write together',
        'a fifth (20%) more people taking part than last year',
        '100 new members in six months',
      ),
      text('Say who looks after each goal. A goal that is no one’s job is only a wish.'),
    ),
  ],
  tryIt: [
    { text: 'Start a network and find out who is interested', place: '/networks/new' },
    { text: 'Write your mission from a template', place: 'setup:purpose' },
    { text: 'Set your goals', place: 'network:goals' },
    { text: 'See if there is already a network to join', place: '/networks' },
  ],
}

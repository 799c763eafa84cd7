import { type Chapter, example, list, section, steps, text } from './chapter.ts'

export const sensitiveMeetings: Chapter = {
  slug: 'sensitive-meetings',
  title: 'Leading a sensitive meeting',
  promise: 'Hold a meeting on a hard subject so that people leave it feeling heard and safe.',
  time: 'About 15 minutes',
  sections: [
    section(
      'Before the meeting',
      steps(
        'Prepare for care:',
        'Agree a code of conduct: be polite, show respect, be kind.',
        'Ask everyone to agree that nothing leaves the meeting unless the person it is about says yes.',
        'Ask a second person to watch the chat and to look out for anyone who goes quiet.',
        'Know where people can turn for help, and have the numbers ready.',
        'Decide how you would stop the meeting if you had to.',
      ),
    ),
    section(
      'At the start',
      text('Say the rules out loud, even if everyone knows them. It makes them real.'),
      example(
        'Words to open with',
        '“Welcome. What is said here stays here, and we are not recording.”',
        '“Each person speaks without being cut off. You may pass, and you may step out at any time.”',
        '“If it gets too much, tell me or Sam in the chat. We will pause.”',
      ),
    ),
    section(
      'While people speak',
      list(
        'Your job is to keep the space:',
        'let each person finish their story, with no one breaking in',
        'thank them before anyone replies',
        'do not fix, compare or judge',
        'bring in people who have not spoken, if they wish to',
      ),
      text('Silence is fine. Count to ten before you fill it.'),
    ),
    section(
      'When someone is upset',
      text(
        'Slow down. Offer a break, a glass of water, a tissue.',
        'Online, turn to a quiet screen for five minutes, and let cameras go off.',
        'Ask what they would like: to go on, to stop, or to talk with you alone.',
        'Everyone else may need the break as much.',
      ),
    ),
    section(
      'When it heats up',
      text('Step in early. It is easier to cool a meeting than to put out a fire.'),
      list(
        'Do not let it turn into:',
        'a loud quarrel',
        'blame aimed at someone in the room',
        'words that make another person’s life seem small',
      ),
      example(
        'Words to step in with',
        '“I am going to stop us there. This matters, and I want to do it well.”',
        '“Let us take five minutes. I would like to talk with you both afterwards, in private.”',
      ),
    ),
    section(
      'When it is time to close',
      text(
        'You are allowed to end it. If the talk leaves the subject, or no longer helps anyone, act.',
      ),
      steps(
        'Go one step at a time:',
        'Close the questions.',
        'Turn off the chat.',
        'End the meeting, kindly, and say when you will be in touch.',
      ),
    ),
    section(
      'Afterwards',
      text(
        'Check on anyone who was upset, the same day. Check on yourself as well.',
        'Write notes without names. Tell people what happens next.',
      ),
    ),
  ],
  tryIt: [
    { text: 'Put a code of conduct in your charter', place: 'network:charter' },
    { text: 'Choose who sees members’ names', place: 'network:settings' },
    { text: 'Read about sensitive networks', place: '/guide/sensitive-networks' },
  ],
}

import { type Chapter, example, list, note, section, steps, text } from './chapter.ts'

export const sensitiveNetworks: Chapter = {
  slug: 'sensitive-networks',
  title: 'Sensitive networks',
  promise: 'Protect people who could be harmed if others knew that they had joined.',
  time: 'About 25 minutes',
  sections: [
    section(
      'What is a sensitive network?',
      text(
        'For some people, being known as a member is a risk.',
        'Think of LGBT+ staff, people with a mental illness, a small faith, or a minority group.',
        'A list of members says something private about each person on it. The law guards that too.',
        'If you are not sure, treat your network as sensitive.',
      ),
    ),
    section(
      'Choose who can see what',
      text('There are three choices. Each one stands alone.'),
      list(
        'Decide with your members:',
        'who can find the network: everyone, or only people who are invited',
        'how people join: freely, by asking, or by invitation',
        'who sees names: members, only the leads, or no one',
      ),
      text(
        'A hidden network looks to others as if it were not there at all.',
        'We keep names and addresses scrambled (encrypted), and we do not keep a plain list of who is in what.',
        'Mark a network as sensitive, and our emails say “Your network” and leave out its name.',
      ),
      note(
        'Work email is not private. A manager, an assistant or IT staff may be able to read it.',
        'Write as if someone might see it over a shoulder.',
      ),
    ),
    section(
      'Make the rules of privacy clear',
      text('Put them in your charter, and read them out when you meet.'),
      example(
        'The Chatham House Rule in our words',
        'You may use what you learn here. You may not say who told you, or who else was there.',
        'That covers their name, and where they work.',
      ),
      list(
        'Add what fits you:',
        'no recording, and no list of who came',
        'no one is named in notes',
        'no one tells others that a person is a member, not even a friend',
        'what happens if someone breaks a rule',
      ),
    ),
    section(
      'Build a safe place',
      text('Trust grows slowly. Give people ways to take part that cost them little.'),
      list(
        'Try:',
        'a session with no judgement, where people only listen',
        'questions asked without a name, which a lead answers',
        'a talk with one other person before the first meeting',
        'peer support, where people in the same place help each other',
        'a workshop on wellbeing',
      ),
      text(
        'Think hard about how, when and where you meet.',
        'A glass room next to the boss is no safe place. A lunch hour may be, and so may an evening.',
        'Some networks meet in work time, and some do not, so that no one must tell a manager.',
      ),
      text(
        'Leave room for pain, and leave time for hope: what could get better, and the first step.',
      ),
    ),
    section(
      'When someone is not safe',
      steps(
        'If a member tells you that they are in danger, or may harm themselves:',
        'Listen. Stay calm. Thank them for telling you.',
        'If there is danger now, ring 999.',
        'Tell them about the Samaritans, free at any time on 116 123, and about help at your work.',
        'Do not carry it alone. Talk to your safeguarding lead, without a name if you can.',
      ),
      text('You are a colleague, not a counsellor. Knowing whom to turn to is enough.'),
    ),
  ],
  tryIt: [
    { text: 'Set who can find, join and see', place: 'network:settings' },
    { text: 'Add privacy rules to your charter', place: 'network:charter' },
    { text: 'Read how we protect people', place: '/privacy' },
    { text: 'Learn to lead a sensitive meeting', place: '/guide/sensitive-meetings' },
  ],
}

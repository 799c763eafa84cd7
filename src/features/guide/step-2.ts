import { type Chapter, example, list, note, section, steps, text } from './chapter.ts'

export const people: Chapter = {
  slug: 'people',
  title: 'Stakeholders',
  promise: 'Find the people whose help you need: a sponsor, first members and partners.',
  time: 'About 25 minutes',
  sections: [
    section(
      'Find a senior sponsor',
      text(
        'A sponsor is a senior person who is on your side.',
        'With a sponsor, what members say can reach the board and shape what it decides.',
        'In the Civil Service that might be a director general.',
        'In a council it might be an executive director.',
        'A non-executive director can be a good choice too.',
      ),
      list(
        'A good sponsor will:',
        'lend you their good name',
        'speak up for money and time',
        'help to set your direction',
        'clear things that get stuck',
        'make sure that people know about you',
      ),
      steps(
        'To ask someone:',
        'Choose a person who cares about your purpose. Rank alone is not enough.',
        'Ask for 20 minutes. Bring your mission and one true story.',
        'Ask for something small and clear, such as an hour every three months.',
        'Agree when you will both look at how it is going.',
      ),
      example(
        'A note to a possible sponsor',
        '“Twelve of us want to start a network for carers. Some have gone part time because they saw no other way.”',
        '“Would you be our sponsor for a year? We ask for four meetings, and your voice at the board when we need it.”',
      ),
      note(
        'A sponsor does not run the network, and does not see who has joined.',
        'They see what it does.',
      ),
    ),
    section(
      'Listen to the people who might join',
      text('Talk to people who would gain from the network, and people who have much to give.'),
      list(
        'Use what suits them:',
        'a chat over a drink',
        'a small group of six or seven people',
        'a short survey of five questions at most',
      ),
      text(
        'Tell them what you heard and what you will do. That is the first thing you do for them.',
      ),
    ),
    section(
      'Make joining easy from the first day',
      text(
        'When someone says yes, they should be able to join in a minute.',
        'Share one sign-up link at events, in articles, on the intranet and in newsletters.',
        'Each link can say where it was seen, so you learn which ones work.',
      ),
    ),
    section(
      'Look for partners outside',
      text('You do not need to know it all. Others have years of practice.'),
      list(
        'Think about:',
        'charities that know your subject',
        'bodies that speak for an industry',
        'universities and researchers',
        'networks like yours in other public bodies',
      ),
      text(
        'Write down who they are, what they care about, who knows them, and when you will talk next.',
      ),
    ),
    section(
      'What to ask of your employer',
      text(
        'Staff lead a staff network. Your employer can still do a lot to help it grow.',
        'Show this list to HR or to your sponsor.',
      ),
      list(
        'A good employer will:',
        'ask staff if networks are wanted, and help them to start',
        'give a budget of any size, for drinks, an event or training',
        'have senior people who are ready to talk, and who mean it when they ask for views',
        'tell all staff about its networks on the intranet, and new staff when they start',
        'make it normal to take part, and ask managers to make time for it',
      ),
      text(
        'Some people fear that joining marks them as a troublemaker.',
        'A kind word from the top helps more than any poster.',
      ),
    ),
  ],
  tryIt: [
    { text: 'Add your sponsor', place: 'setup:people' },
    { text: 'Invite people whom you have talked to', place: 'network:invitations' },
    { text: 'See the form that people join with', place: '/join' },
  ],
}

import { type Chapter, example, list, note, section, text } from './chapter.ts'

export const recruiting: Chapter = {
  slug: 'recruiting',
  title: 'Recruiting members',
  promise: 'Bring in people from every grade and place, and make the first minute easy.',
  time: 'About 30 minutes',
  sections: [
    section(
      'Decide who can join',
      text('Choose this with care, because it shapes what your network can be.'),
      list(
        'An open network, which friends and allies can join as well:',
        'is easy to see, and helps more people to understand',
        'can meet the needs of a larger group',
        'turns many eyes to one subject, with more points of view',
      ),
      list(
        'A closed network, for people who share the same experience:',
        'is a safe place to give and get support',
        'lets people talk freely about what they have in common',
        'makes it easier to sort out what is wrong',
      ),
      note(
        'If your network is closed, say why, in kind words, where people join.',
        'Never ask anyone to prove who they are.',
      ),
    ),
    section(
      'Keep the heart of the network strong',
      text(
        'Allies help. But if they become the larger part, the people whom the network is for may go quiet.',
        'Many networks keep allies and others who are curious to 15% of all members.',
        'When the limit is reached, new allies wait in line. No one is sent away.',
      ),
      example(
        'What 15% means',
        'A network has 85 members whom it is for. It has room for 15 allies, which makes 100 people.',
      ),
    ),
    section(
      'Ask people one by one',
      text(
        'A personal word brings in more people than any mass email.',
        'Write, ring, or sit down with someone. Say why you thought of what they could bring.',
      ),
      text(
        'Be careful with networks about who people are.',
        'Never tell someone that you think they are gay, disabled, or of a faith.',
        'Say what the network does, and leave the door open.',
      ),
      example(
        'An invitation',
        '“I help to run a network for people who care for someone. We meet once a month over lunch.”',
        '“You are welcome to join, and so is anyone you know. No need to reply.”',
      ),
    ),
    section(
      'Let everyone know',
      list(
        'Use more than one way:',
        'the staff newsletter and the intranet',
        'screens in the office',
        'posters with a QR code, which a phone camera turns into a link',
        'social media, where that is right for your subject',
        'the welcome pack for new staff',
      ),
      text(
        'Use one sign-up form for several networks. People tick the ones they want, and fill it in once.',
        'That way networks help each other to grow. Each answer goes only to its own network.',
        'Someone who signs up is a member at once, unless you chose to say yes to each one.',
      ),
      text(
        'Do you have a list in Microsoft Lists, Forms or a spreadsheet already?',
        'You can bring it in. Each person gets a message and chooses to join. No one is added in silence.',
      ),
    ),
    section(
      'Launch with something people do',
      text(
        'A launch where people only listen is soon forgotten. Try a challenge swap.',
        'Each person brings one thing they are stuck on. In pairs, they trade ideas.',
        'After a month, ask what came of it. Your network has a board for the cards, and asks by itself.',
      ),
      text(
        'Hold it online, in a room, or both.',
        'For a very large online event, ask your IT team about Microsoft’s help for live events, called LEAP.',
      ),
    ),
    section(
      'Make the first month count',
      text(
        'People decide early whether they stay. Say hello to each new person yourself, if you can.',
        'Everyone who joins gets a welcome by email. Write it as you would say it, with one small thing to do.',
        'Two more short emails can follow, after a week and after a month. Each person can stop them.',
      ),
      text(
        'A buddy helps most of all: someone who has been here for a while, and whom one can ask anything.',
        'Members ask and offer. You bring them together, and nobody learns a name before both have said yes.',
      ),
    ),
    section(
      'Look at who is missing',
      text(
        'Compare your members with the staff you are there for: grades, places, and groups that are seldom heard.',
        'If everyone works in London, hold the next event in Leeds, or hold it online.',
        'Look at groups, never at single people. Small numbers stay hidden.',
      ),
    ),
  ],
  tryIt: [
    { text: 'Choose who can join', place: 'setup:recruiting' },
    { text: 'Invite someone by name', place: 'network:invitations' },
    { text: 'Bring in a list that you have', place: 'network:import' },
    { text: 'Get links for posters and your intranet', place: 'network:promote' },
    { text: 'Plan your launch', place: 'network:launch' },
    { text: 'Write the welcome', place: 'network:welcome/settings' },
    { text: 'See the form that people join with', place: '/join' },
  ],
}

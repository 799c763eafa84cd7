import { type Chapter, list, note, section, text } from './chapter.ts'

export const kindsOfNetwork: Chapter = {
  slug: 'kinds-of-network',
  title: 'Kinds of network',
  promise: 'Find out what networks are, what they give, and which kind yours is.',
  time: 'About 10 minutes',
  sections: [
    section(
      'What a network is',
      text(
        'A network is a group of people across public service who have something in common.',
        'It may be a goal, a part of who they are, or a skill.',
        'Some have a board and a budget. Others are a few friends with a calendar.',
        'They reach across councils, the Civil Service, the NHS, the police, schools and universities.',
      ),
      list(
        'People in networks:',
        'work together on big tasks, such as climate change, digital services and fairness',
        'support each other',
        'learn and get on at work',
        'bring what they have lived through to the people who decide',
      ),
      text(
        'Employers gain as well. People who feel that they belong stay longer and think more freely.',
        'The NHS has its staff networks. Firms such as Deloitte have them too.',
      ),
    ),
    section(
      'Cross-government networks',
      text(
        'These bring people from many public bodies together for one aim they share.',
        'It may be a greener estate, cybersecurity or social mobility.',
        'They often work with universities, industry and charities, and swap what works.',
        'Many have “XGov” in their name, such as the XGov Sustainability Network and XGov Toastmasters.',
      ),
    ),
    section(
      'Staff and diversity networks',
      text(
        'These bring together people who share part of who they are, such as race, gender, disability or sexual orientation.',
        'They make work fairer and kinder. In the Civil Service they are called staff networks.',
        'You may also hear affinity network, or employee resource group (ERG).',
        'The Civil Service Race Forum is one.',
      ),
      text(
        'They work in one place or in many. Some have a senior sponsor, who makes them stronger.',
        'Some are an umbrella, with smaller groups for a theme or a region.',
        'The Civil Service LGBT+ Network is like that.',
      ),
      note(
        'A minoritised group is one that has been treated unfairly for something its people share.',
        'It need not be small. Women are more than half of the country.',
      ),
    ),
    section(
      'Communities of practice',
      text(
        'Here people share a skill or an interest. They show each other how it is done.',
        'Think of data science, artificial intelligence (AI), or making apps with little or no code.',
        'They cross the walls between departments, and new ideas come from that.',
        'The AI Community of Practice is one.',
      ),
    ),
    section(
      'Profession communities',
      text(
        'These are for people in one profession, such as policy, digital, project delivery or operational delivery.',
        'They build skills, agree standards, and pass on what the profession knows.',
        'The North East Policy Network and the Local Government Digital Network are two.',
      ),
    ),
    section(
      'If yours is two of these',
      text(
        'Many are. Pick the one that says most about who should join.',
        'It only sets where we start you off, and you can change it.',
      ),
    ),
  ],
  tryIt: [
    { text: 'Look at networks of each kind', place: '/networks' },
    { text: 'Start a network', place: '/networks/new' },
    { text: 'Read the first step: purpose and scope', place: '/guide/purpose' },
  ],
}

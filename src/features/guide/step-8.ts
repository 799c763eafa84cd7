import { type Chapter, example, list, note, section, steps, text } from './chapter.ts'

export const sustaining: Chapter = {
  slug: 'sustaining',
  title: 'Sustaining and growing',
  promise: 'Keep the network alive when the people who began it move on.',
  time: 'About 25 minutes',
  sections: [
    section(
      'Pass the lead on in good time',
      text(
        'Most networks that end do so because one tired person held it all.',
        'Change roles from time to time, before anyone burns out.',
      ),
      steps(
        'A handover that works:',
        'Four months before a role ends, ask who would like it next.',
        'Let members choose, by a vote or by consent.',
        'Let the old lead and the new one share the role for a month.',
        'Hand over what is open: actions, dates, people to know, money left, lessons.',
        'Say thank you, where everyone can hear it.',
      ),
      text('Do not let all the roles end at the same time. Someone must know where the keys are.'),
    ),
    section(
      'Grow with care',
      text(
        'You can add a regional hub, a new theme or a smaller group within the network.',
        'Let the numbers guide you. Thirty members in Wales and no one to lead there? That is a sign.',
        'Each new part needs a person who wants to lead it. Without one, wait.',
      ),
      note('Growth means more to look after. It is fine to stay small and be good.'),
    ),
    section(
      'Find money and time',
      text(
        'Ask HR first, then outside partners. Bring your impact report.',
        'Say what it costs, what it brings, and what will not happen without it.',
      ),
      example(
        'A request in four lines',
        'Last year 60 carers used our guide, and eight told us that they stayed in their job because of it.',
        'We ask for £900: two meet-ups and a sign language interpreter.',
        'With £450 we can hold one. With nothing, we stay online.',
        'We will report back in six months.',
      ),
    ),
    section(
      'Stay close to what matters now',
      text(
        'Look once a year at what your employer and the government want to achieve.',
        'Where your work helps, say so.',
      ),
      list(
        'Examples from recent years:',
        'net zero',
        'places for growth, which moves jobs out of London',
        'One Big Thing, a yearly drive for learning in the Civil Service',
        'better digital services',
      ),
      text('Do not bend your mission to fit. Show where the two already meet.'),
    ),
    section(
      'Keep listening, and change',
      text(
        'Give people a way to tell you the truth without their name.',
        'Answer in the open: you said this, we did that, and here is what we could not do.',
        'Then people keep talking to you, and the network keeps fitting them.',
      ),
    ),
    section(
      'Be recognised for good work',
      text(
        'When you are ready, ask others to look at how you run. Four headings help you to check.',
      ),
      list(
        'The four:',
        'people: who is here, and how they are looked after',
        'purpose: what you are for, and if you keep to it',
        'progress: what you do, and how you learn',
        'performance: what is better because of you',
      ),
      text(
        'XGov, a non-profit body that supports networks, has a Gold Standard framework with these headings.',
        'You can apply to XGov to be accredited. We have no part in what it decides.',
      ),
    ),
  ],
  tryIt: [
    { text: 'Plan how the network goes on', place: 'setup:sustaining' },
    { text: 'See which roles end soon', place: 'network:roles' },
    { text: 'Look again at your goals', place: 'network:goals' },
  ],
}

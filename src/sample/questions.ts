import type { SampleQuestion } from './network.ts'

/** What several networks ask. */
export const hopes: SampleQuestion = {
  text: 'What would help you most?',
  hint: 'Choose all that fit. It helps us to plan.',
  kind: 'choices',
  choices: [
    'Meeting others like me',
    'Advice and information',
    'Events and talks',
    'Changing things for the better',
  ],
}

export const nudge: SampleQuestion = {
  text: 'How did you hear about us?',
  kind: 'choice',
  choices: ['A colleague told me', 'A poster', 'The intranet', 'An event', 'Somewhere else'],
}

export const craft: SampleQuestion = {
  text: 'How long have you done this kind of work?',
  kind: 'choice',
  choices: ['I am new to it', 'One to three years', 'More than three years', 'I am just curious'],
}

export const offer: SampleQuestion = {
  text: 'Is there something that you could show others?',
  hint: 'A talk, a tool, a story of what went wrong. Leave it empty if not.',
  kind: 'text',
  answers: [
    'How we cut a form from nine pages to two',
    'A spreadsheet that does the boring part',
    'What I learned from a launch that failed',
    'Drawing as a way to think',
    'How to say no kindly',
    'Not yet, but I would love to watch',
  ],
}

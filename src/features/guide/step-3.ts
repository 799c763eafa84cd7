import { type Chapter, example, list, note, section, text } from './chapter.ts'

export const governance: Chapter = {
  slug: 'governance',
  title: 'Governance and leadership',
  promise: 'Know who leads, who decides, and what you have all agreed to.',
  time: 'About 40 minutes',
  sections: [
    section(
      'Why bother',
      text(
        'Governance is a big word for a simple thing: who does what, and how you decide.',
        'Settle it while everyone gets on. It is much harder in the middle of a row.',
      ),
    ),
    section(
      'Share out the roles',
      list(
        'Most networks need two roles from the start:',
        'a chair or lead, who sets the direction with members',
        'a coordinator, who keeps things running from week to week',
      ),
      text(
        'A large network does well with two co-chairs. They can share the load and cover for each other.',
        'You may also want a secretary, a treasurer, and someone who looks after news.',
      ),
      text(
        'Write a few lines on each role: what it does, how many hours it takes, and when it ends.',
        'Do the same for what you ask of members, and of any small group, such as one that looks at policies.',
        'Keep a list of who holds each role in a safe place that leads can reach.',
      ),
      note(
        'Give every role an end date on the day it begins. One or two years is common.',
        'It is kinder to plan a goodbye than to wait for someone to wear out.',
      ),
    ),
    section(
      'Form a steering group',
      text(
        'Find five to eight people who will guide what you do.',
        'Choose people who differ: grade, place, job, and life.',
        'If they all sit in one office, you will plan for one office.',
      ),
    ),
    section(
      'Agree how you decide',
      list(
        'Three ways that work:',
        'consensus: talk until everyone can live with it',
        'a vote: more than half of those who vote say yes',
        'the lead decides, after asking the others and giving reasons',
      ),
      text(
        'Choose one for daily things and one for large ones, such as money or a new charter.',
        'Say how many people must be there for a decision to count.',
        'Many NHS networks ask for five members or a quarter of them, whichever is more, and a chair.',
      ),
    ),
    section(
      'Write your charter',
      text(
        'A charter is the page that says how your network works.',
        'You may know it as terms of reference. Two pages are enough.',
      ),
      list(
        'It says:',
        'what the network is for',
        'who can join, and why',
        'who leads, for how long, and how they are chosen',
        'how you decide',
        'your ground rules, such as keeping what is said private',
        'when you will look at it again',
      ),
      example(
        'A ground rule in plain words',
        '“What is said here stays here. You may share what you learn, but never who said it.”',
      ),
      text(
        'Every network’s charter is its own, and it will change as the network grows.',
        'Read it together once a year.',
      ),
    ),
    section(
      'Stay within the rules of your work',
      text(
        'A network is part of working life, so the rules of work still count.',
        'In the Civil Service that means the [Civil Service Code](https://www.gov.uk/government/publications/civil-service-code).',
        'Councils, the NHS, the police and universities have codes of their own.',
      ),
      text(
        'Since September 2025 the Civil Service has had a policy for its staff networks.',
        'A senior civil servant must agree to each event before you start to plan it.',
        'Networks must be impartial, and must not try to sway government policy.',
        'Your own department may ask for more, so check with HR.',
      ),
    ),
  ],
  tryIt: [
    { text: 'Set up your roles and decision rule', place: 'setup:governance' },
    { text: 'Write your charter from ready-made parts', place: 'network:charter' },
    { text: 'See who holds each role, and until when', place: 'network:roles' },
  ],
}

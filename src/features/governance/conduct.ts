import type { Part } from './charter-parts.ts'

/** Ground rules to choose from; those with `sensitive` are ticked at first for a sensitive network. */
export const groundRules: readonly (Part & { sensitive: boolean })[] = [
  rule(
    'confidentiality',
    'What is said here stays here',
    'We do not pass on what a member says, unless that member agrees.',
    true,
  ),
  rule(
    'chatham-house',
    'The Chatham House Rule',
    'We may use what we learn in a meeting. We do not say who said it, who was there, or where they work.',
    true,
  ),
  rule(
    'membership-private',
    'Who belongs is private',
    'We never tell anyone that a person is a member. Not even a friend, and not even in praise.',
    true,
  ),
  rule(
    'no-recording',
    'No recording',
    'We do not record meetings or take pictures, unless everyone there agrees first.',
    true,
  ),
  rule(
    'uninterrupted',
    'One at a time',
    'When someone tells their story, we let them finish.',
    true,
  ),
  rule(
    'respect',
    'Respect',
    'We are polite and kind, above all when we do not agree. We speak about ideas, not about people’s worth.',
    false,
  ),
  rule(
    'own-experience',
    'Speak for yourself',
    'We say “I”. We do not speak for all who are like us, or ask others to.',
    false,
  ),
  rule(
    'take-part',
    'Room for everyone',
    'We make space for people who have not spoken. No one has to speak.',
    false,
  ),
  rule(
    'access',
    'Access for everyone',
    'We ask what people need in order to take part, and we plan for it from the start.',
    false,
  ),
  rule(
    'impartial',
    'Stay impartial',
    'We follow the code of our employer. We take no side in party politics.',
    false,
  ),
  rule(
    'conflicts',
    'Say if you have an interest',
    'If we could gain from a decision, we say so and leave the room while it is made.',
    false,
  ),
]

/** A short code of conduct to start from. */
export const codeOfConduct: { opening: string; promises: readonly string[]; closing: string } = {
  opening: 'We come here to help each other. Each of us promises to:',
  promises: [
    'be kind and polite, in person and in writing',
    'listen, and let others finish',
    'believe people when they tell us how something felt',
    'keep private what we are told in private',
    'ask before we share a name, a picture or a story',
    'say sorry when we get it wrong, and learn',
    'tell a lead if someone is hurt or left out',
  ],
  closing:
    'If someone breaks a promise, a lead talks with them in private. If it goes on, or does real harm, they may be asked to leave. Bullying and harassment are also a matter for your employer.',
}

function rule(key: string, label: string, text: string, sensitive: boolean) {
  return { key, label, text, sensitive }
}

import type { Feature } from '#kernel/feature.ts'
import { moments } from './moments.ts'

export { appoint, appointments, mayStopLeading, type Appointment } from './appointments.ts'
export { membershipOf, personBehind } from './bond.ts'
export { openCard, putCard, type Card } from './card.ts'
export { activeCount } from './counts.ts'
export { mailLeads, mailMember, type Letter } from './letters.ts'
export { myMembership, refreshCards, type MyMembership } from './mine.ts'
export { questionsOf, type Question, type QuestionKind } from './questions.ts'
export { admit, leave, remove, type Admission, type Admitted, type Answer } from './joining.ts'

export const members: Feature = { name: 'members', folder: import.meta.dirname, moments, events: {}, holds: [] }

import type { Feature } from '#kernel/feature.ts'
import { jobs } from './allies.ts'
import { holds } from './holdings.ts'
import { moments } from './moments.ts'

export {
  allyPlaces,
  makeRoomForAllies,
  myPlace,
  placeOf,
  waitingAllies,
  type AllyPlaces,
  type WaitingAlly,
} from './allies.ts'
export { answersOf, changeAnswers, type GivenAnswer } from './answers.ts'
export {
  appoint,
  appointments,
  endRole,
  findRole,
  isOnlyLead,
  mayStopLeading,
  rolesEnded,
  rolesHeld,
  setTermEnd,
  type Appointment,
  type HeldRole,
} from './appointments.ts'
export { answerField, answerFields, readAnswers, typedAnswers } from './asking.ts'
export { insideAmong, membershipOf, personBehind } from './bond.ts'
export { capRule, capWorkedOut, whatMakesRoom } from './cap-words.ts'
export { openCard, type Card } from './card.ts'
export { activeCount } from './counts.ts'
export { approve, decisionOn, decline, type Decision } from './deciding.ts'
export { LeadsAlone } from './holdings.ts'
export { admit, remove, type Admission, type Admitted, type Answer } from './joining.ts'
export { changeCategory, leaveNetwork, ledAlone, removeMember } from './leaving.ts'
export { mailEach, mailLeads, mailMember, type Letter, unreachableMembers } from './letters.ts'
export {
  findMember,
  memberList,
  offers,
  requestList,
  seesNames,
  type Category,
  type Member,
  type OneMember,
  type Request,
  type Wanted,
} from './list.ts'
export {
  mergeMemberships,
  planMerge,
  type Meeting,
  type MergePlan,
  type Removal,
} from './merging.ts'
export { givePlaceUp, placeWords } from './place-words.ts'
export { admitMany, type ManyAdmitted } from './many.ts'
export {
  agreeToBeNamed,
  changeDisplayName,
  chooseCategory,
  myCard,
  myMembership,
  myMembershipAndCard,
  offerForRoles,
  refreshCards,
  type MyMembership,
} from './mine.ts'
export {
  addQuestion,
  changeQuestion,
  mostQuestions,
  moveQuestion,
  questionsOf,
  retireQuestion,
  type Question,
  type QuestionKind,
} from './questions.ts'

/** Who is in a network, under what name, with which role; what networks ask and were answered. */
export const members: Feature = {
  name: 'members',
  folder: import.meta.dirname,
  moments,
  jobs,
  events: {
    'members.joined': 'Someone joined.',
    'members.requested': 'Someone asked to join.',
    'members.approved': 'A lead let someone in who had asked.',
    'members.declined': 'A lead turned down a request to join.',
    'members.let-in': 'An ally who had waited got a place.',
    'members.left': 'Someone left.',
    'members.removed': 'A lead removed a member.',
    'members.category-changed': 'A lead changed whether someone is a member or an ally.',
    'members.category-chosen': 'Someone changed whether they are a member or an ally.',
    'members.appointed': 'Someone was given a role.',
    'members.term-changed': 'The end of a role’s term was changed.',
    'members.role-ended': 'A role ended.',
    'members.named': 'Someone agreed to be named in public for a role.',
    'members.unnamed': 'Someone took back that they are named in public for a role.',
    'members.question-added': 'A question to those who join was added.',
    'members.question-changed': 'A question to those who join was changed.',
    'members.question-retired': 'A question to those who join is asked no longer.',
    'members.downloaded': 'A lead downloaded the list of members.',
  },
  sealed: {
    'members.bond.person_sealed': 'network',
    'members.card.sealed': 'network',
    'members.answer.sealed': 'network',
    'members.decision.reason_sealed': 'network',
  },
  holds,
}

import type { Feature } from '#kernel/feature.ts'
import { holds } from './holdings.ts'

export {
  administratorsOf,
  endAdministrating,
  isAdministrator,
  isOnlyAdministrator,
  makeAdministrator,
  stopAdministrating,
  type Administrator,
} from './administrators.ts'
export { gradeLabel, gradeSchemes, regionLabel, regions, type Scheme } from './lists.ts'
export { addRings, registerMany } from './many.ts'
export { changeEmail, holdAccounts, keepAccount, register } from './addresses.ts'
export {
  addSecondAddress,
  dropSecondAddress,
  mostSecondAddresses,
  mySecondAddresses,
  personByAnyAddress,
  withAddresses,
  type SecondAddress,
} from './second.ts'
export {
  addRing,
  allDetailsOf,
  changeDetails,
  detailsOf,
  dropRing,
  emailTag,
  myDetails,
  openDetails,
  personByEmail,
  ringsOf,
  viewerOf,
  viewerWith,
  type Details,
  type Ring,
} from './queries.ts'

const sealed = {
  'people.person.details_sealed': 'people',
  'people.second_address.address_sealed': 'people',
  'people.ring.membership_sealed': 'keyring',
}

/** People with an account: what they tell about themselves, and the keyring of their memberships. */
export const people: Feature = {
  name: 'people',
  folder: import.meta.dirname,
  events: {},
  sealed,
  holds,
}

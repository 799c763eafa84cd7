import type { Feature } from '#kernel/feature.ts'

export { addRing, allDetailsOf, changeDetails, detailsOf, dropRing, emailTag, makeAdministrator, myDetails, openDetails, personByEmail, register, viewerOf, type Details } from './queries.ts'

export const people: Feature = {
  name: 'people',
  folder: import.meta.dirname,
  events: {},
  holds: [],
}

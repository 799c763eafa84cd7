import type { Feature } from '#kernel/feature.ts'
import { addFirstList } from './import.ts'

export { allOrganisations, askForDomain, isAllowedDomain, letDomainIn, organisationByDomain, organisationById, organisationsMatching, type Organisation } from './queries.ts'

export const organisations: Feature = { name: 'organisations', folder: import.meta.dirname, prepare: addFirstList, events: {}, holds: [] }

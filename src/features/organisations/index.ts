import type { Feature } from '#kernel/feature.ts'

export { allOrganisations, askForDomain, isAllowedDomain, letDomainIn, organisationByDomain, organisationById, organisationsMatching, type Organisation } from './queries.ts'

export const organisations: Feature = { name: 'organisations', folder: import.meta.dirname, events: {}, holds: [] }

/** The people of every test, seed and picture: made up, one sentence each. */
export type CastMember = { name: string; email: string }

/** Runs the installation; leads nothing. */
export const ada: CastMember = {
  name: 'Ada Installer',
  email: 'ada.installer@cabinetoffice.gov.uk',
}
/** Founds networks and leads them. */
export const grace: CastMember = { name: 'Grace Founder', email: 'grace.founder@dwp.gov.uk' }
/** Co-chairs beside Grace. */
export const carlos: CastMember = { name: 'Carlos Cochair', email: 'carlos.cochair@leeds.gov.uk' }
/** A member, and nothing more. */
export const mei: CastMember = { name: 'Mei Member', email: 'mei.member@hmrc.gov.uk' }
/** An ally. */
export const alan: CastMember = { name: 'Alan Ally', email: 'alan.ally@nhs.net' }
/** Asks to join, and waits. */
export const ravi: CastMember = { name: 'Ravi Requester', email: 'ravi.requester@defra.gov.uk' }
/** A member of a sensitive network, who must not be found out. */
export const sam: CastMember = { name: 'Sam Secret', email: 'sam.secret@justice.gov.uk' }
/** Signed in, in no network at all. */
export const olu: CastMember = { name: 'Olu Outsider', email: 'olu.outsider@gchq.gov.uk' }
/** Senior, asked to sponsor. */
export const sylvia: CastMember = {
  name: 'Sylvia Sponsor',
  email: 'sylvia.sponsor@hmtreasury.gov.uk',
}
/** Has no public-sector address. */
export const eve: CastMember = { name: 'Eve Elsewhere', email: 'eve@elsewhere.example' }

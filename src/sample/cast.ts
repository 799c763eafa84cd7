import {
  ada,
  alan,
  carlos,
  eve,
  grace,
  mei,
  olu,
  ravi,
  sam,
  sylvia,
  type CastMember,
} from '../testing/cast.ts'

/** Someone of the cast in the sample: who they are, where they work, and what to try as them. */
export type Cast = CastMember & { organisation: string | null; who: string; tryThis: string }

export type CastKey = keyof typeof cast

/** Leads the sensitive network. */
const lena: CastMember = { name: 'Lena Lead', email: 'lena.lead@gov.wales' }
/** Is setting a network up. */
const sofia: CastMember = { name: 'Sofia Starter', email: 'sofia.starter@nhsbsa.nhs.uk' }

/** The cast of the sample: a dozen people to sign in as, and one who cannot. */
export const cast = {
  ada: part(
    ada,
    'Cabinet Office',
    'administrator',
    'Look at Admin: organisations, domains, emails, health. See that no network shows you its members.',
  ),
  grace: part(
    grace,
    'Department for Work and Pensions',
    'founder and chair of the Carers Network',
    'Look through its members, goals and roles; invite someone; start another network.',
  ),
  carlos: part(
    carlos,
    'Leeds City Council',
    'co-chair of the Race Equality Network, which people ask to join',
    'Say yes or no to those who wait. Your term ends soon.',
  ),
  mei: part(
    mei,
    'HM Revenue and Customs',
    'member of three networks',
    'See who else is a member, answer an invitation, leave a network with one click.',
  ),
  alan: part(
    alan,
    'Leeds Teaching Hospitals NHS Trust',
    'ally in two networks',
    'See what an ally sees, and change what you are.',
  ),
  lena: part(
    lena,
    'Welsh Government',
    'chair of the LGBT+ Network, which is sensitive',
    'See how names stay with leads, and emails do not say what they are about.',
  ),
  sam: part(
    sam,
    'Ministry of Justice',
    'member of a sensitive network and of a hidden one',
    'See the hidden network. Then look for it as anyone else.',
  ),
  ravi: part(
    ravi,
    'Department for Environment, Food and Rural Affairs',
    'waits for an answer from the Race Equality Network',
    'See what waits, then sign in as Carlos and decide.',
  ),
  sylvia: part(
    sylvia,
    'HM Treasury',
    'sponsor of the Carers Network',
    'Her public name is on its page. Another network has asked her, too: the email is in the outbox.',
  ),
  sofia: part(
    sofia,
    'NHS Business Services Authority',
    'is setting up the Menopause at Work Network',
    'Go on with the eight steps, and go live.',
  ),
  olu: part(
    olu,
    null,
    'signed in, in no network',
    'Join several networks with one form, or start one.',
  ),
  eve: part(
    eve,
    null,
    'has no public-sector address',
    'See how she is turned away, and how she can ask to be let in.',
  ),
} satisfies Record<string, Cast>

/** Whom to sign in as and what to try, for start-up and for the docs. */
export function signInAddresses(baseUrl: string): string {
  const people = Object.values(cast).map(
    ({ email, who, tryThis }) => `  ${email}\n    ${who}. ${tryThis}`,
  )
  return `Everyone and everything is made up. Sign in at ${baseUrl}/sign-in with one of these addresses:\n\n${people.join('\n')}\n\nCodes, and all other emails, appear at ${baseUrl}/outbox`
}

function part(who: CastMember, organisation: string | null, is: string, tryThis: string): Cast {
  return { ...who, organisation, who: is, tryThis }
}

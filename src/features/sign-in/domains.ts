import { domainToASCII } from 'node:url'

/**
 * How far an address says where someone works.
 * 1: a public body, known by its domain. 2: public service, but the domain is shared by many bodies
 * or holds students too, so ask. 3: unknown, and not let in unless an administrator added the domain.
 */
export type Tier = 1 | 2 | 3

/** An address fit to keep and send to, or a message for the person who typed it. */
export type Normalised =
  | { address: string; domain: string; key: string; error?: undefined }
  | { error: string; address?: undefined; domain?: undefined; key?: undefined }

/** Domains of public bodies: an address here, or at any sub-domain, is let in. */
const tierOne: readonly string[] = [
  'gov.uk',
  'nhs.uk',
  'police.uk',
  'mod.uk',
  'parliament.uk',
  'judiciary.uk',
  'gov.scot',
  'nhs.scot',
  'gov.wales',
  'llyw.cymru',
  'nhs.wales',
  'hscni.net',
]

/** Domains that many bodies share, or that students have too: let in, and ask where they work. */
const tierTwo: readonly string[] = ['nhs.net', 'cjsm.net', 'sch.uk', 'ac.uk']

/**
 * Whether the domain is the allowed one or inside it.
 * In: two domains, lower case. `leeds.gov.uk` is inside `gov.uk`; `evilgov.uk` is not.
 */
export function matchesDomain(domain: string, allowed: string): boolean {
  return allowed !== '' && (domain === allowed || domain.endsWith(`.${allowed}`))
}

/**
 * How far to trust an address as work email in the public sector.
 * In: an address as typed or as kept. Out: the tier and the domain, which is empty when the address
 * cannot be read.
 */
export function tierOf(address: string): { tier: Tier; domain: string } {
  const { domain = '' } = normaliseAddress(address)
  if (tierTwo.some((allowed) => matchesDomain(domain, allowed))) return { tier: 2, domain }
  if (tierOne.some((allowed) => matchesDomain(domain, allowed))) return { tier: 1, domain }
  return { tier: 3, domain }
}

/**
 * Whether a domain is shared by many employers, so that no one of them may own it.
 * In: a domain, lower case. `nhs.net` and `gov.uk` are shared; `leeds.gov.uk` is not.
 */
export function isSharedDomain(domain: string): boolean {
  return shared.includes(domain)
}

/**
 * Makes a typed email address fit to compare, keep and send to.
 * In: what someone typed. Out: `address` to send to, its `domain` in plain letters, and `key`, the
 * address without a +tag, for telling whether two addresses are one person's; or an `error` to show.
 */
export function normaliseAddress(typed: string): Normalised {
  const text = typed.slice(0, 1000).replace(edges, '')
  if (text === '') return { error: 'Enter your work email address' }
  if (typed.length > 1000 || text.length > longest) return { error: tooLong }
  if (breaks.test(text)) return { error: 'Enter one email address, on one line' }
  if (/\s/.test(text)) return { error: 'Enter an email address without spaces' }
  if (/[<>"“”]/.test(text)) return { error: 'Enter only the email address, without quotes or <>' }
  if (text.split('@').length > 2) return { error: 'Enter one email address, with one @ sign' }

  const at = text.indexOf('@')
  if (at < 1 || at === text.length - 1) return { error: format }
  // Phones and Word turn the ' in o'neill into ’.
  const local = text.slice(0, at).replace(/’/g, "'").toLowerCase()
  if (/[^\x21-\x7e]/.test(local)) {
    return { error: 'Enter an email address that has only English letters before the @ sign' }
  }
  if (local.length > 64 || !localPart.test(local)) return { error: format }

  const domain = plainDomain(text.slice(at + 1))
  if (domain === undefined) return { error: format }
  const address = `${local}@${domain}`
  if (address.length > longest) return { error: tooLong }
  return { address, domain, key: `${withoutTag(local)}@${domain}` }
}

const longest = 254
const shared = ['gov.uk', 'nhs.uk', 'police.uk', 'nhs.scot', 'nhs.wales', 'hscni.net', ...tierTwo]
const format = 'Enter an email address like name@example.gov.uk'
const tooLong = `Enter an email address of ${longest} characters or fewer`

// White space, and the invisible characters that come with an address copied from Outlook or Word.
const unseen = String.raw`[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+`
const edges = new RegExp(`^${unseen}|${unseen}$`, 'g')

// Line breaks and control characters: with them an address could add headers to an email.
const breaks = /[\u0000-\u0008\u000a-\u001f\u007f-\u009f\u2028\u2029]/

// The dot-atom of RFC 5321 without %, ! and ?: the first two once routed mail through other hosts,
// the third starts the encoded words that some mail software unwraps into another address.
const localPart = /^[a-z0-9#$&'*+/=^_`{|}~-]+(\.[a-z0-9#$&'*+/=^_`{|}~-]+)*$/

const hostCharacters = /^[a-z0-9.\u{80}-\u{10ffff}-]+$/iu
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

function plainDomain(typed: string): string | undefined {
  // domainToASCII reads a host as a browser would: it decodes %67 and turns 0x7f.1 into 127.0.0.1.
  if (!hostCharacters.test(typed)) return undefined
  const domain = domainToASCII(typed).toLowerCase().replace(/\.$/, '')
  const labels = domain.split('.')
  if (labels.length < 2 || !labels.every((part) => label.test(part))) return undefined
  if (/^[0-9]+$/.test(labels.at(-1)!)) return undefined
  return domain
}

function withoutTag(local: string): string {
  const plus = local.indexOf('+')
  return plus > 0 ? local.slice(0, plus) : local
}

import { domainToASCII } from 'node:url'

/** A domain as it is compared: lower case, plain letters. Undefined when it is none. */
export function normaliseDomain(typed: string): string | undefined {
  const domain = domainToASCII(typed.trim().replace(/^@/, '').replace(/\.$/, '')).toLowerCase()
  return /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])$/.test(
    domain,
  )
    ? domain
    : undefined
}

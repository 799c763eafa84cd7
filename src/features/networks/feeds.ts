import { escape } from '#kernel/html.ts'
import { addressWith, type Asked } from './filters.ts'
import type { Listed, Listing } from './listing.ts'

/** A page of the directory as JSON, for other programs. */
export function jsonList(baseUrl: string, asked: Asked, listing: Listing): string {
  const networks = listing.networks.map((each) => ({
    name: each.name,
    address: `${baseUrl}/networks/${each.slug}`,
    type: each.type,
    status: each.status,
    purpose: each.purpose,
    audience: each.audience,
    joining: each.joining,
    theme: each.theme,
    region: each.region,
    liveSince: each.live_on,
    /** Rounded; null where it is withheld. */
    members: each.figure?.members ?? null,
  }))
  const page = (more: Record<string, string | undefined>) =>
    baseUrl + addressWith('/networks.json', asked, more)
  return JSON.stringify({
    networks,
    count: listing.count,
    countIsMore: listing.more,
    next: listing.next ? page({ after: listing.next }) : null,
    previous: listing.previous ? page({ before: listing.previous }) : null,
  })
}

/** The newest networks as an Atom feed (RFC 4287). */
export function atomFeed(baseUrl: string, asked: Asked, networks: readonly Listed[]): string {
  const self = baseUrl + addressWith('/networks.atom', asked)
  const entries = networks.map((each) => {
    const address = `${baseUrl}/networks/${each.slug}`
    return `<entry><id>${xml(address)}</id><title>${xml(each.name)}</title><updated>${moment(each)}</updated><link href="${xml(address)}"/><summary>${xml(each.purpose)}</summary></entry>`
  })
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB"><id>${xml(self)}</id><title>Networks - Guildhall</title><updated>${moment(networks[0])}</updated><author><name>Guildhall</name></author><link rel="self" type="application/atom+xml" href="${xml(self)}"/><link rel="alternate" type="text/html" href="${xml(baseUrl + addressWith('/networks', asked))}"/>
${entries.join('\n')}
</feed>
`
}

const moment = (of: Listed | undefined) => `${of?.live_on ?? '2026-01-01'}T00:00:00Z`

/** Escaped, and without the characters that XML has no place for. */
// oxlint-disable-next-line no-control-regex
const xml = (text: string) =>
  escape(text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, ''))

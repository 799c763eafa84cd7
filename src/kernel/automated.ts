import type { IncomingHttpHeaders } from 'node:http'

/**
 * Whether a page was asked for by a machine of its own accord: to look ahead, to draw a preview, to check what a
 * link leads to. As far as it says so itself; for counts that are about people.
 */
export function isAutomated(method: string, headers: IncomingHttpHeaders): boolean {
  if (method !== 'GET') return true
  const ahead = [headers['purpose'], headers['sec-purpose'], headers['x-purpose'], headers['x-moz']]
  if (ahead.some((value) => /prefetch|prerender|preview/i.test(String(value ?? '')))) return true
  // A browser that shows a page says that it goes to one, and asks for HTML.
  const mode = headers['sec-fetch-mode']
  if (mode !== undefined && mode !== 'navigate') return true
  if (!/text\/html|application\/xhtml/i.test(headers.accept ?? '')) return true
  const agent = headers['user-agent'] ?? ''
  return agent.length < 20 || robots.test(agent)
}

/** What programs that open links by themselves call themselves. */
const robots = new RegExp(
  [
    '(?<!cu)bots?\\b|crawl|spider|slurp|linkscan|urlscan|virus|monitor|fetch|link ?check|checker|preview|unfurl|archiver|validator|headless',
    'facebookexternalhit|whatsapp|skypeuripreview|embedly|pinterest|quora|vkshare|google-(safety|read-aloud)',
    'barracuda|mimecast|proofpoint|symantec|trend ?micro|forcepoint|ironport|zscaler|fireeye|trellix|sophos|messagelabs|safelinks|microsoft office|ms-?office|bingpreview',
    'curl|wget|python|\\bjava/|go-http|okhttp|libwww|\\blwp|httpclient|axios|undici|\\bruby|\\bphp|\\bperl|postman|insomnia',
  ].join('|'),
  'i',
)

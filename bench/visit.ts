import { request } from 'node:http'

/** Bytes over the wire of a page: with all that it loads (first), and with only what is not kept (second). */
export async function visit(
  base: string,
  path: string,
): Promise<{ first: number; second: number }> {
  const page = await fetched(base + path)
  const text = await (await fetch(base + path)).text()
  const addresses = new Set(
    [...text.matchAll(/(?:href|src)="(\/assets\/[^"]+)"/g)].map((match) => match[1]!),
  )
  for (const address of addresses) {
    if (!/\.(css|js)$/.test(address)) continue
    const body = await (await fetch(base + address)).text()
    for (const match of body.matchAll(/\/assets\/[\w.-]+/g))
      if (!match[0].includes('latin-ext')) addresses.add(match[0])
  }
  let all = page
  for (const address of addresses)
    if (!/touch|social/.test(address)) all += await fetched(base + address)
  return { first: all, second: page }
}

/** Header and body bytes of one answer, compressed as a browser would ask. */
function fetched(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { 'accept-encoding': 'br, gzip' } }, (answer) => {
      let bytes = answer.rawHeaders.join('  ').length
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length))
      answer.on('end', () => resolve(bytes))
    })
    sent.on('error', reject)
    sent.end()
  })
}

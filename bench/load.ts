import autocannon from 'autocannon'

export type Measured = { perSecond: number; p50: number; p99: number; failed: number }

/** Asks a server for addresses in turn, from twenty connections, for some seconds after a warm-up. */
export async function load(
  base: string,
  paths: readonly string[],
  cookies: readonly string[] = [],
  seconds = 5,
): Promise<Measured> {
  await shoot(base, paths, cookies, 2)
  return shoot(base, paths, cookies, seconds)
}

async function shoot(
  base: string,
  paths: readonly string[],
  cookies: readonly string[],
  duration: number,
): Promise<Measured> {
  // Every address of a page is asked for from a machine of its own, so that limits meet nobody.
  const requests = paths.map((path, i) => ({
    path,
    headers: {
      'x-forwarded-for': `10.1.${(i >> 8) & 255}.${i & 255}`,
      ...(cookies.length && { cookie: `session=${cookies[i % cookies.length]}` }),
    },
  }))
  let next = 0
  const result = await autocannon({
    url: base,
    connections: 20,
    duration,
    setupClient(client) {
      // Each connection begins elsewhere in the list, so that they do not ask for the same at once.
      const start = Math.floor((next++ * requests.length) / 20)
      client.setRequests([...requests.slice(start), ...requests.slice(0, start)])
    },
  })
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    failed: result.non2xx + result.errors,
  }
}

declare module 'autocannon' {
  /** What the bench uses of autocannon, which comes without types. */
  export default function autocannon(options: {
    url: string
    connections: number
    duration: number
    setupClient(client: {
      setRequests(requests: { path: string; headers: Record<string, string> }[]): void
    }): void
  }): Promise<{
    requests: { average: number }
    latency: { p50: number; p99: number }
    non2xx: number
    errors: number
  }>
}

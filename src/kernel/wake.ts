/** Work that goes on for ever: what was queued, and emails. */
export type Ongoing = 'jobs' | 'mail'

/** Says that there is work of a kind: it begins at once, where this process works. */
export function wake(kind: Ongoing): void {
  for (const each of resting[kind]) each()
}

const resting: Record<Ongoing, Set<() => void>> = { jobs: new Set(), mail: new Set() }

/**
 * Does work as long as there is some; looks for more each second, and at once when woken. `work` says how much
 * it did. Out: how to stop it, once it is done with what it does.
 */
export function goOnForEver(
  kind: Ongoing,
  work: () => Promise<number>,
  failed: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false
  let nudged = false
  let rest: NodeJS.Timeout | undefined
  let goOn = () => {}
  const nudge = () => {
    nudged = true
    goOn()
  }
  resting[kind].add(nudge)
  const run = async () => {
    while (!stopped) {
      nudged = false
      const done = await work().catch((error: unknown) => (failed(error), 0))
      if (done > 0 || nudged || stopped) continue
      await new Promise<void>((resolve) => {
        goOn = resolve
        rest = setTimeout(resolve, 1000)
      })
      clearTimeout(rest)
    }
  }
  const running = run()
  return async () => {
    stopped = true
    resting[kind].delete(nudge)
    goOn()
    await running
  }
}

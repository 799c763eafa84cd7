/** Says that there is work: it begins at once, where this process works. */
export function wake(): void {
  for (const each of resting) each()
}

const resting = new Set<() => void>()

/**
 * Does work as long as there is some; looks for more each second, and at once when woken. `work` says how much
 * it did. Out: how to stop it, once it is done with what it does.
 */
export function goOnForEver(
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
  resting.add(nudge)
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
    resting.delete(nudge)
    goOn()
    await running
  }
}

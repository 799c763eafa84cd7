import { setTimeout } from 'node:timers/promises'

/**
 * Rests for a moment between two parts of long work. The embedded database answers within this process,
 * so that work which only waits for it would keep everyone else's requests from being heard.
 */
export async function letOthersIn(): Promise<void> {
  await setTimeout(10)
}

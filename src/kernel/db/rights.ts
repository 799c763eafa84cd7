import type { Keys } from '../keys.ts'
import { settingNames, settingsOf, type Viewer } from '../viewer.ts'
import type { Result, Run } from './engine.ts'

/** A transaction that is open. Its connection has the rights of whoever spoke last. */
export type Open = {
  run: Run
  speaker: Viewer | undefined
  readonly keys: Keys
  readonly now: Date
  readonly later: (() => void)[]
  readonly count: (reason: string) => void
  readonly statements: { count: number }
}

/**
 * Runs a statement with a viewer's rights, whoever spoke before. Both are given at once: a change of
 * rights costs no wait, and work of two viewers side by side cannot take each other's rights.
 */
export async function say(
  open: Open,
  viewer: Viewer,
  text: string,
  values: readonly unknown[],
): Promise<Result> {
  const { kind } = viewer
  open.statements.count++
  if (open.speaker && hasSameRights(open.speaker, viewer)) return open.run(text, values, kind)
  open.speaker = viewer
  const [, result] = await Promise.all([
    open.run(...become(viewer, open.keys)),
    open.run(text, values, kind),
  ])
  return result
}

const hasSameRights = (one: Viewer, other: Viewer) =>
  one === other || (one.kind === 'system' && other.kind === 'system')

/** What stands in the place of `run` once the transaction is over. */
export const tooLate: Run = () => Promise.reject(new Error('The transaction is over.'))

function become(viewer: Viewer, keys: Keys): [string, readonly string[]] {
  const settings = settingsOf(viewer, keys)
  return [becoming, settingNames.map((name) => settings[name])]
}

const becoming = `select ${settingNames.map((name, i) => `set_config('${name}', $${i + 1}, true)`).join(', ')}`

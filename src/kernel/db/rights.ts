import type { Keys } from '../keys.ts'
import { settingsOf, strangersSettings, type Settings, type Viewer } from '../viewer.ts'
import type { Result, Run } from './engine.ts'

/** A transaction that is open. Its connection has the rights of whoever spoke last. */
export type Open = {
  run: Run
  /** Whoever spoke last; and whose settings stand, which the application leaves as they are. */
  speaker: Viewer | undefined
  settled: Viewer | undefined
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
  const change = open.speaker === viewer ? undefined : become(open, viewer)
  if (!change) return open.run(text, values, kind)
  const [, result] = await Promise.all([open.run(...change), open.run(text, values, kind)])
  return result
}

/** What stands in the place of `run` once the transaction is over. */
export const tooLate: Run = () => Promise.reject(new Error('The transaction is over.'))

/** The statement that gives a viewer their rights, or nothing where they have them. */
function become(open: Open, viewer: Viewer): [string, readonly string[]] | undefined {
  const role = roleOf(viewer)
  const same = open.speaker && roleOf(open.speaker) === role
  open.speaker = viewer
  // The application, in the midst of someone's work, is not stopped by rules that ask who they are; what
  // was found out about them need not be found again when they go on.
  if (open.settled && (open.settled === viewer || viewer.kind === 'system'))
    return same ? undefined : [changeOfRole, [role]]
  open.settled = viewer
  const settings = settingsOf(viewer, open.keys)
  return [changeOfAll, [role, ...settingNames.map((name) => settings[name])]]
}

const roleOf = (viewer: Viewer) =>
  viewer.kind === 'system' ? 'guildhall_system' : 'guildhall_viewer'

const settingNames = Object.keys(strangersSettings) as (keyof Settings)[]
const changeOfRole = `select set_config('role', $1, true)`
const changeOfAll = `select ${['role', ...settingNames].map((name, i) => `set_config('${name}', $${i + 1}, true)`).join(', ')}`

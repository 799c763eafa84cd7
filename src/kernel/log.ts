import type { App } from './app.ts'

/** `error`: an answer failed. `warn`: something failed that is tried again. `info`: a request was answered. */
export type Level = 'error' | 'warn' | 'info'

const levels: readonly Level[] = ['error', 'warn', 'info']

/** Says something to whoever runs the installation, if the settings want to hear of its kind. */
export function log(app: Pick<App, 'config'>, level: Level, words: string, error?: unknown): void {
  if (levels.indexOf(level) > levels.indexOf(app.config.log)) return
  const line = error === undefined ? words : `${words} ${said(error)}`
  if (level === 'info') console.log(line)
  else console.error(line)
}

/**
 * An error as it may be written down: its name, code, message and stack, without the values that it
 * was met with. Errors of the database carry the parameters of the query, and messages quote what
 * they could not read: what stands in quotation marks or looks like an address is left out.
 */
export function said(error: unknown, depth = 0): string {
  if (!(error instanceof Error)) return `Something that is no error was thrown: ${typeof error}`
  const { code, constraint, table, cause } = error as Error & Record<string, unknown>
  const facts = Object.entries({ code, constraint, table })
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => `${name} ${String(value)}`)
  const first = [`${error.name}: ${withoutValues(error.message)}`, ...facts].join(', ')
  const why = cause !== undefined && depth < 3 ? [`because of ${said(cause, depth + 1)}`] : []
  return [first, ...placesOf(error), ...why].join('\n')
}

/** From the first quotation mark to the last: a value may itself hold some. One that is cut off ends where it is cut. */
function withoutValues(message: string): string {
  const short = message.length > longest ? `${message.slice(0, longest)}"` : message
  return short
    .replace(/["'‘“`<][^]*["'’”`>]/, '…')
    .replace(/\S+@\S+/g, '…')
    .slice(0, 300)
}

/** Looking through text without end would take too long. */
const longest = 2000

/** Where it was thrown. The message stands before that in the stack, and may run over several lines. */
function placesOf({ stack = '', message }: Error): string[] {
  const start = stack.indexOf(message)
  if (start < 0) return []
  const lines = stack.slice(start + message.length).split('\n')
  return lines.filter((line) => line.startsWith('    at '))
}

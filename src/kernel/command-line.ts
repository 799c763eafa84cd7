import { ConfigError, settings } from './config.ts'

/** How a command may be called. `--help` is always known. */
export type Command = {
  /** What people type, such as `npm run keys`. */
  typed: string
  options?: readonly string[]
  /** The words that may follow, as help names them: `<folder>`. */
  words?: readonly string[]
  /** What `--help` prints. */
  help: () => string
}

/**
 * Reads what follows the command of this process. Prints help, and ends, when asked to; says what it does not
 * know, and ends, rather than do something that nobody asked for.
 */
export function commandLine(command: Command): { options: Set<string>; words: string[] } {
  const given = process.argv.slice(2)
  if (given.includes('--help') || given.includes('-h')) {
    console.log(command.help())
    process.exit(0)
  }
  try {
    return readCommand(given, command)
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    console.error(error.message)
    process.exit(1)
  }
}

/** The options and words among what was given. Throws a ConfigError that names what comes near to a wrong one. */
export function readCommand(
  given: readonly string[],
  { typed, options = [], words: known = [] }: Command,
): { options: Set<string>; words: string[] } {
  const help = `\`${typed} -- --help\` says what there is.`
  const unknown = given.find((each) => each.startsWith('-') && !options.includes(each))
  if (unknown !== undefined)
    throw new ConfigError(
      `${typed} knows no option ${unknown}.${near(unknown, typed, [...options, ...known])} ${help}`,
    )
  const words = given.filter((each) => !each.startsWith('-'))
  const extra = words[known.length]
  if (extra !== undefined) throw new ConfigError(`${typed} does not know “${extra}”. ${help}`)
  return { options: new Set(given.filter((each) => each.startsWith('-'))), words }
}

/** What somebody may have meant: an option or a word of this command, or a setting, which is no option. */
function near(unknown: string, typed: string, known: readonly string[]): string {
  const meant = bare(unknown.split('=')[0]!)
  const isNear = (each: string) => {
    const other = bare(each.split('=')[0]!)
    return distance(meant, other) <= (other.length > 3 ? 2 : 1)
  }
  const options = ['--help', ...known].filter(isNear)
  const setting = Object.keys(settings).find(isNear)
  return [
    options.length > 0 ? ` Did you mean ${options.join(' or ')}?` : '',
    setting ? ` ${setting} is a setting, and goes before the command: ${setting}=… ${typed}.` : '',
  ].join('')
}

const bare = (text: string): string => text.replace(/^-+/, '').replaceAll('-', '_').toUpperCase()

/** How many letters have to be changed, added, left out or swapped with the next to make one word of another. */
function distance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const ways = [row[j - 1]! + 1, rows[i - 1]![j]! + 1, rows[i - 1]![j - 1]! + same]
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        ways.push(rows[i - 2]![j - 2]! + 1)
      row.push(Math.min(...ways))
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}

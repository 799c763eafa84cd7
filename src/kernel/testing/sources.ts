import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path/posix'

/** A source file: where it is (`src/…`), what it says, and what it imports. */
export type Source = { path: string; text: string; imports: Import[] }

/** An import: the path of a file of ours (`src/…`), or the name of a package. */
export type Import = { of: string; typeOnly: boolean }

/** Reads every source file of ours under `src/`. Throws when there is none: then nothing was checked. */
export function readSources(): Source[] {
  const root = join(import.meta.dirname, '../../..')
  const paths = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((path) => join('src', path.replaceAll('\\', '/')))
    .filter((path) => /\.(ts|js)$/.test(path))
    .sort()
  if (paths.length === 0) throw new Error('There is no source file to read.')
  return paths.map((path) => source(path, readFileSync(join(root, path), 'utf8')))
}

/** Makes a Source of a path and a text. */
export function source(path: string, text: string): Source {
  const imports = [...text.matchAll(anImport)].map(({ groups }) => ({
    of: resolve(path, groups!.from ?? groups!.alone ?? groups!.later ?? ''),
    typeOnly: Boolean(groups!.type),
  }))
  return { path, text, imports }
}

// import … from 'x', export … from 'x', import 'x' and import('x').
const anImport =
  /^(?:import|export)(?<type> type)?\b[^'"`;=]*?\bfrom\s*['"](?<from>[^'"]+)['"]|^import\s*['"](?<alone>[^'"]+)['"]|\bimport\(\s*['"](?<later>[^'"]+)['"]/gm

function resolve(from: string, name: string): string {
  if (name.startsWith('.')) return join(dirname(from), name)
  return name.replace(/^#(kernel|features)\//, 'src/$1/')
}

import assert from 'node:assert/strict'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { settings } from '#kernel/config.ts'
import { features } from './app.ts'

const docs = globSync(['*.md', 'docs/**/*.md']).map((path) => ({
  path,
  text: readFileSync(path, 'utf8'),
}))
const readme = docs.find(({ path }) => path === 'README.md')!.text

test('the README tells every setting as --help does, and no other', () => {
  const rows = Object.entries(settings).map(
    ([name, [preset, meaning]]) => `| \`${name}\` | ${preset} | ${meaning} |`,
  )
  assert.deepEqual(
    [...readme.matchAll(/^\| `[A-Z].*$/gm)].map(([row]) => row),
    rows,
  )
})

test('every link in the docs leads to a file that is there, and to a heading in it', () => {
  let links = 0
  for (const { path, text } of docs) {
    for (const [, to] of text.matchAll(/\]\((?!https?:)([^)]+)\)/g)) {
      const [file = '', heading] = to!.split('#')
      const target = file ? join(dirname(path), file) : path
      assert.ok(existsSync(target), `${path} links to ${to}`)
      if (heading)
        assert.ok(
          headings(readFileSync(target, 'utf8')).includes(heading),
          `${path} links to ${to}`,
        )
      links++
    }
  }
  assert.ok(links > 40)
})

test('every dependency is in the record of dependencies', () => {
  const record = readFileSync('docs/decisions/0011-dependencies.md', 'utf8')
  const { dependencies, devDependencies } = JSON.parse(
    readFileSync('package.json', 'utf8'),
  ) as Record<string, Record<string, string>>
  for (const name of Object.keys({ ...dependencies, ...devDependencies }))
    assert.ok(
      record.includes(name.replace(/^@types\/.*/, '@types/').replace(/^@fastify\//, '')),
      name,
    )
})

test('every command that the docs name is one of ours', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    scripts: Record<string, string>
  }
  for (const { path, text } of docs)
    for (const [, name] of text.matchAll(/npm run ([a-z]+)/g))
      assert.ok(name! in scripts, `${path}: npm run ${name}`)
})

test('all that comes round by itself is in the guide to operating, with its time', () => {
  const guide = docs.find(({ path }) => path.endsWith('operating.md'))!.text
  const rounds = features.flatMap(({ jobs = [] }) => jobs.flatMap(({ every }) => every ?? []))
  assert.ok(rounds.length > 10)
  for (const every of rounds) assert.ok(guide.includes(`\n| ${inWords(every)} |`), every)
})

/** When a schedule comes round, as the guide says it. */
function inWords(every: string): string {
  const [minute = '', hour = '', , , weekday] = every.split(' ')
  if (every === '* * * * *') return 'each minute'
  if (minute.startsWith('*/')) return `every ${minute.slice(2)} minutes`
  const time = `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`
  return weekday === '1' ? `Monday ${time}` : time
}

/** The names by which headings are linked to, as code hosts make them. */
function headings(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading!
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  )
}

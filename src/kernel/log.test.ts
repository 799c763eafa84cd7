import assert from 'node:assert/strict'
import { mock, test } from 'node:test'
import { inspect } from 'node:util'
import type { App } from '#kernel/app.ts'
import { sql, type Tx } from '#kernel/db.ts'
import type { Feature } from '#kernel/feature.ts'
import { open } from '#kernel/http.ts'
import { enqueue, startWorker } from '#kernel/jobs.ts'
import { log, said } from '#kernel/log.ts'
import { makeServer } from '#kernel/server.ts'
import { testApp } from '../testing/app.ts'
import { grace } from '../testing/cast.ts'

const app = await testApp()
const typed = `"${grace.name}" <${grace.email}>\n    at home`

/** A query that fails over what somebody typed: the database quotes it, or the driver carries it. */
const failing = (tx: Tx) => tx.run(sql`select ${typed}::date`)

/** A feature whose page and whose work fail. */
const clumsy: Feature = {
  name: 'clumsy',
  folder: import.meta.dirname,
  routes: [open.get('/clumsy/:id', async (tx) => (await failing(tx), { redirect: '/' }))],
  jobs: [
    {
      name: 'clumsy.work',
      run: async ({ db }) => void (await db.asSystem('fail in a test', failing)),
    },
  ],
  events: {},
  holds: [],
}
const broken: App = { ...app, features: [clumsy] }

/** What is printed while something is done, up to the first line. */
async function printed(work: () => Promise<unknown>): Promise<string> {
  const first = Promise.withResolvers<string>()
  const spy = mock.method(console, 'error', (line: string) => first.resolve(line))
  try {
    await work()
    return await first.promise
  } finally {
    spy.mock.restore()
  }
}

function tellsNothing(text: string) {
  for (const part of ['Grace', 'dwp.gov.uk', 'at home']) assert.ok(!text.includes(part), text)
}

test('an error of the database is told by its code and its place, and not by what somebody typed', async () => {
  const error = await app.db.asSystem('fail in a test', failing).catch((each: unknown) => each)
  assert.match(inspect(error), /Grace Founder/)
  tellsNothing(said(error))
  assert.match(said(error), /: invalid input syntax for type date: …, code 22007\n {4}at /)
})

test('a cause is told as its error is; what is no error is not told', () => {
  const cause = new SyntaxError(`Unexpected token in "${typed}"`)
  const text = said(new Error(`550 ${grace.email} is unknown`, { cause }))
  assert.match(text, /Error: 550 … is unknown\n[^]*because of SyntaxError: Unexpected token in …/)
  tellsNothing(text)
  tellsNothing(said({ typed }))
})

test('a message without end is soon read, and tells nothing where it is cut', () => {
  tellsNothing(said(new Error(`Cannot read “${grace.name} ${'x'.repeat(5_000_000)}”`)))
  assert.match(said(new Error('x'.repeat(5_000_000))), /^Error: x{300}\n/)
})

test('a page that fails prints the pattern of its address and no value', async () => {
  const server = await makeServer(broken)
  const text = await printed(() => server.inject(`/clumsy/${encodeURIComponent(grace.email)}`))
  await server.close()
  assert.match(text, /^GET \/clumsy\/:id failed. \w*[eE]rror: /)
  tellsNothing(text)
})

test('work that fails prints its name and no value', async () => {
  const worker = await startWorker(broken)
  const text = await printed(() =>
    app.db.asSystem('fail in a test', (tx) => enqueue(tx, 'clumsy.work', { typed })),
  )
  await worker.stop()
  assert.match(text, /^The work called clumsy\.work failed and will be tried again\. /)
  tellsNothing(text)
})

test('the settings say of what there is to hear', async () => {
  const at = (level: 'error' | 'warn') => ({ config: { ...app.config, log: level } })
  const text = await printed(async () => {
    log(at('error'), 'warn', 'not this')
    log(at('warn'), 'warn', 'but this')
  })
  assert.equal(text, 'but this')
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import type { Id } from '#kernel/viewer.ts'
import { firstAdministratorLink } from '#features/sign-in/index.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn } from '../../testing/client.ts'
import { crowd, propose, run } from '../../testing/demand.ts'
import { noteMany } from './interest.ts'
import { shown } from './figures.ts'

const app = await testApp()
const ada = client(app)
await ada.post(new URL((await firstAdministratorLink(app))!).pathname, {
  name: cast.ada.name,
  email: cast.ada.email,
})

const themed = (network: Id, theme: string) =>
  app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(sql`update networks.network set theme = ${theme} where id = ${network}`),
  )
const organisation = async (name: string) =>
  (await app.db.asSystem('look in a test', (tx) =>
    tx.row<{ id: Id }>(sql`select id from organisations.organisation where name = ${name}`),
  ))!.id

/** What the page shows, as `Gardening About 25`. */
async function rows(): Promise<string[]> {
  await run(app, 'demand.figures')
  const page = (await ada.get('/admin/demand')).text
  return [...page.matchAll(/<th scope="row"[^>]*>([^<]+)<\/th><td[^>]*>About (\d+)/g)].map(
    (row) => `${row[1]} ${row[2]}`,
  )
}

test('fewer than ten are left out, others rounded to five; one left out takes the smallest other with it', () => {
  const of = (...people: number[]) =>
    shown(people.map((each, i) => ({ key: String(i), people: each }))).map((each) => each.people)
  assert.deepEqual(of(), [])
  assert.deepEqual(of(9), [])
  assert.deepEqual(of(10, 22, 48), [50, 20, 10])
  assert.deepEqual(of(3, 12, 48), [50])
  assert.deepEqual(of(3, 4, 12, 48), [50, 10])
  assert.deepEqual(of(0, 12), [10])
})

test('Ada sees about how many would join by theme and kind of employer, each person once; a figure moves by five', async () => {
  const council = await organisation('Leeds City Council')
  const [green, green2] = [await propose(app, 'green', []), await propose(app, 'green2', [])]
  const people = await crowd(app, green, 23, council)
  await app.db.asSystem('set the stage for a test', (tx) => noteMany(tx, green2, people))
  assert.deepEqual(await rows(), ['Sustainability 25', 'Metropolitan borough 25'])
  await crowd(app, green, 4, council)
  assert.deepEqual(await rows(), ['Sustainability 25', 'Metropolitan borough 25'])
  await crowd(app, green, 1, council)
  assert.deepEqual(await rows(), ['Sustainability 30', 'Metropolitan borough 30'])
})

test('a sensitive network counts only where it could stand by itself; hidden ones and those of some organisations never', async () => {
  const treasury = await organisation('HM Treasury')
  const faith = await propose(app, 'faith', [])
  const quiet = await propose(app, 'quiet', [], { sensitive: true, joining: 'request' })
  const hidden = await propose(app, 'n-hidden', [], { findable: 'invited' })
  for (const network of [faith, quiet, hidden]) await themed(network, 'faith-and-belief')
  await crowd(app, faith, 20, treasury)
  await crowd(app, quiet, 8, treasury)
  await crowd(app, hidden, 50, treasury)
  const faithRow = async () => (await rows()).find((row) => row.startsWith('Faith'))
  assert.equal(await faithRow(), 'Faith and belief 20')
  await crowd(app, quiet, 4, treasury)
  assert.equal(await faithRow(), 'Faith and belief 30')
})

test('nobody but administrators sees it, and an empty page says what will be there', async () => {
  const grace = await signedIn(app, cast.grace)
  assert.equal((await grace.get('/admin/demand')).status, 403)
  await app.db.asSystem('take all back in a test', (tx) => tx.run(sql`delete from demand.interest`))
  assert.deepEqual(await rows(), [])
  assert.match((await ada.get('/admin/demand')).text, /There is nothing to show yet/)
})

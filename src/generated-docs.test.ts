import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { accessDoc, eventsDoc } from './generated-docs.ts'
import { testApp } from './testing/app.ts'

const app = await testApp()

test('docs/access.md says what the rules in the database say', async () => {
  assert.equal(
    readFileSync('docs/access.md', 'utf8'),
    await accessDoc(app.db.engine),
    'Run npm run docs',
  )
})

test('docs/events.md names every event that a capability declares', () => {
  assert.equal(readFileSync('docs/events.md', 'utf8'), eventsDoc(app.features), 'Run npm run docs')
})

test('every table has row-level security and at least the rule for the application', async () => {
  const { rows } = await app.db.engine.root(`
    select schemaname || '.' || tablename as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema', 'migration', 'pgboss') and (not rowsecurity
      or not exists (select from pg_policies p where p.schemaname = pg_tables.schemaname and p.tablename = pg_tables.tablename))`)
  assert.deepEqual(rows, [])
})

test('every audited event is declared, and every declared name has its feature in front', () => {
  for (const feature of app.features)
    for (const event of Object.keys(feature.events)) assert.match(event, /^[a-z-]+\.[a-z-]+$/)
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { sectors } from './sectors.ts'

type Row = { name: string; sector: string; domains: string }

const rows: Row[] = parse(readFileSync(new URL('organisations.csv', import.meta.url)), {
  columns: true,
})
const domains = rows.flatMap((row) => row.domains.split(' '))

test('the list names at least 160 public bodies, each once', () => {
  assert.ok(rows.length >= 160)
  assert.equal(new Set(rows.map((row) => row.name)).size, rows.length)
})

test('every sector has a label, and at least one body in it', () => {
  const used = new Set(rows.map((row) => row.sector))
  assert.deepEqual([...used].toSorted(), Object.keys(sectors).toSorted())
})

test('each domain is written as it is compared: lower case, plain letters, no full stop at an end', () => {
  for (const domain of domains) assert.match(domain, /^[a-z0-9-]+(\.[a-z0-9-]+)+$/)
})

test('a domain belongs to one body only', () => {
  assert.deepEqual(
    domains.filter((domain, i) => domains.indexOf(domain) !== i),
    [],
  )
})

test('a domain that many bodies share is nobody’s', () => {
  const shared = ['gov.uk', 'nhs.uk', 'nhs.net', 'police.uk', 'sch.uk', 'ac.uk', 'cjsm.net']
  assert.deepEqual(
    domains.filter((domain) => [...shared, 'nhs.scot', 'nhs.wales', 'hscni.net'].includes(domain)),
    [],
  )
})

test('names have no stray spaces', () => {
  for (const { name } of rows) assert.equal(name, name.trim().replace(/\s+/g, ' '))
})

import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { readList } from './import.ts'
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

test('of a list that is brought, each line has the number it has in the file', () => {
  const brought = '\uFEFFName,Sector,Domains\r\n"Made-up\r\nOffice",nothing,\r\n\r\n,council,\r\n'
  assert.deepEqual(
    readList(brought).problems.map(({ line }) => line),
    [2, 5],
  )
})

test('a quotation mark that is never closed is pointed at, and no line is taken', () => {
  const broken = 'name,sector\nA,nhs\n"B,nhs\n"C",nhs\n'
  assert.deepEqual(readList(broken), {
    rows: [],
    problems: [{ line: 3, problem: 'A quotation mark is out of place, or never closed' }],
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyMapping, isPerson } from './candidates.ts'
import type { Options } from './candidates.ts'
import { fields } from './mapping.ts'
import type { Field, Mapping } from './mapping.ts'

/** Stands for the reading of addresses, which belongs to sign-in: lower case, and a key without +tag. */
const address: Options['address'] = (typed) => {
  const found = /^([^\s@+]+)(?:\+[^\s@]*)?@([^\s@]+\.[^\s@]+)$/.exec(typed.toLowerCase())
  return found
    ? { address: typed.toLowerCase(), key: `${found[1]}@${found[2]}` }
    : { error: 'Enter an email address like this' }
}

function apply(columns: Field[], rows: string[][], options: Partial<Options> = {}) {
  const mapping = Object.fromEntries(fields.map((field) => [field, null])) as Mapping
  for (const [i, field] of columns.entries()) mapping[field] = i
  const sheet = {
    columns,
    rows,
    kind: 'csv' as const,
    rowCount: rows.length,
    firstRow: 2,
    notes: [],
  }
  return applyMapping(sheet, mapping, { address, today: '2026-11-21', ...options })
}

test('a row becomes a person with everything it says', () => {
  const columns: Field[] = [
    'name',
    'email',
    'category',
    'organisation',
    'region',
    'grade',
    'joinedOn',
  ]
  const row = [
    'Jo  Bloggs',
    'Jo@Example.gov.uk',
    '["Ally"]',
    'Example Office;',
    'Wales',
    'SEO',
    '14/3/2025 09:30',
  ]
  assert.deepEqual(apply(columns, [row]), [
    {
      line: 2,
      name: 'Jo Bloggs',
      email: 'jo@example.gov.uk',
      key: 'jo@example.gov.uk',
      category: 'ally',
      organisation: 'Example Office',
      region: 'Wales',
      grade: 'SEO',
      joinedOn: '2025-03-14',
      notes: [],
    },
  ])
})

test('every row is accounted for, with its number and what is wrong', () => {
  const found = apply(
    ['name', 'email'],
    [
      ['Jo Bloggs', 'jo@example.gov.uk'],
      ['', ''],
      ['Al Bloggs', ''],
      ['', 'sam@example.gov.uk'],
      ['Kit Bloggs', 'kit at example'],
      ['Jo Again', 'JO+work@example.gov.uk'],
      ['', 'anonymous'],
    ],
  )
  assert.deepEqual(
    found.map((one) => [one.line, isPerson(one) ? one.name : one.because]),
    [
      [2, 'Jo Bloggs'],
      [3, 'blank'],
      [4, 'no-email'],
      [5, 'no-name'],
      [6, 'bad-email'],
      [7, 'repeat'],
      [8, 'no-email'],
    ],
  )
  const problems = found.map((one) => (isPerson(one) ? '' : one.problem))
  assert.equal(
    problems[4],
    'The email address “kit at example” cannot be used: enter an email address like this',
  )
  assert.equal(problems[5], 'The same email address is in row 2, which is kept')
  assert.equal(problems[6], 'There is no name and no email address')
})

test('a row that cannot be used does not stand in the way of a later one that can', () => {
  const found = apply(
    ['name', 'email'],
    [
      ['', 'jo@example.gov.uk'],
      ['Jo', 'jo@example.gov.uk'],
    ],
  )
  assert.deepEqual(found.map(isPerson), [false, true])
})

test('first and last names are joined, and names from an address book are turned round', () => {
  const names = (rows: string[][]) =>
    apply(
      ['name', 'surname', 'email'],
      rows.map(([a, b], i) => [a!, b!, `p${i}@example.org`]),
    ).map((one) => isPerson(one) && one.name)
  assert.deepEqual(
    names([
      ['Jo', 'Bloggs'],
      ['Bloggs, Jo', ''],
      ["O'Neill, Mary Ann (Digital)", ''],
      ['Jo Bloggs, MBE', ''],
      ['Jo Bloggs (she/her)', ''],
    ]),
    ['Jo Bloggs', 'Jo Bloggs', "Mary Ann O'Neill", 'Jo Bloggs, MBE', 'Jo Bloggs (she/her)'],
  )
})

test('an address is found in the forms that mail programs copy', () => {
  for (const cell of [
    'Jo <jo@example.org>',
    'mailto:jo@example.org',
    'jo@example.org; ',
    ' jo@example.org',
  ]) {
    const [one] = apply(['name', 'email'], [['Jo', cell]])
    assert.ok(isPerson(one!) && one.email === 'jo@example.org', cell)
  }
})

test('dates follow the order of the column, or the order asked for', () => {
  const rows = [
    ['Jo', 'jo@example.org', '3/4/2025'],
    ['Al', 'al@example.org', '4/14/2025'],
  ]
  const dates = (options?: Partial<Options>) =>
    apply(['name', 'email', 'joinedOn'], rows, options).map((one) => isPerson(one) && one.joinedOn)
  assert.deepEqual(dates(), ['2025-03-04', '2025-04-14'])
  assert.deepEqual(dates({ dateOrder: 'day-first' }), ['2025-04-03', '2025-04-14'])
})

test('what is not understood is left empty and said, and keeps nobody out', () => {
  const [jo, al] = apply(
    ['name', 'email', 'category', 'joinedOn'],
    [
      ['Jo', 'jo@example.org', 'Friend', 'last spring'],
      ['Al', 'al@example.org', '', '2027-01-01'],
    ],
  )
  assert.ok(isPerson(jo!) && isPerson(al!))
  assert.deepEqual([jo.category, jo.joinedOn, jo.notes.length], [null, null, 2])
  assert.deepEqual(al.notes, ['The date of joining is in the future'])
})

test('a cell that holds a formula or a page of text harms nothing', () => {
  const [one, two] = apply(
    ['name', 'email'],
    [
      ['=cmd|x', 'jo@example.org'],
      ['x'.repeat(201), 'al@example.org'],
    ],
  )
  assert.ok(isPerson(one!) && one.name === '=cmd|x')
  assert.ok(!isPerson(two!) && two!.because === 'bad-name')
})

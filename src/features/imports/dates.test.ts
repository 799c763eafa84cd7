import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guessDateOrder, readDate } from './dates.ts'

test('a date is read in every form that UK, US and ISO spreadsheets use', () => {
  const same = [
    '2025-03-14',
    '2025/03/14',
    '2025-3-14',
    '2025-03-14T09:30:00Z',
    '2025-03-14 09:30',
    '2025-03-14T09:30:00.000+00:00',
    '14/03/2025',
    '14/3/25',
    '14-03-2025',
    '14.03.2025',
    '14 / 3 / 2025',
    '14/03/2025 09:30',
    '14/03/2025, 09:30:15',
    '14/3/25 9:30 PM',
    '14 March 2025',
    '14 Mar 2025',
    '14-Mar-25',
    '14th March 2025',
    '14th of March, 2025',
    'March 14, 2025',
    'Mar 14th 2025',
    'Friday, 14 March 2025',
    'Fri 14 Mar 2025 at 5pm',
    ' 14  March 2025 ',
    '45730',
  ]
  for (const text of same) assert.equal(readDate(text), '2025-03-14', text)
})

test('the order asked for decides between two possible readings', () => {
  assert.equal(readDate('3/4/2025'), '2025-04-03')
  assert.equal(readDate('3/4/2025', 'day-first'), '2025-04-03')
  assert.equal(readDate('3/4/2025', 'month-first'), '2025-03-04')
  assert.equal(readDate('7/27/26 19:06:23', 'month-first'), '2026-07-27')
})

test('a date with only one possible reading is read whatever the order', () => {
  assert.equal(readDate('25/12/2024', 'month-first'), '2024-12-25')
  assert.equal(readDate('12/25/2024', 'day-first'), '2024-12-25')
})

test('two-digit years fall between 1970 and 2069', () => {
  assert.equal(readDate('1/2/69'), '2069-02-01')
  assert.equal(readDate('1/2/70'), '1970-02-01')
  assert.equal(readDate('5 March 24'), '2024-03-05')
})

test('days that do not exist and text that is no date are refused', () => {
  const none = [
    '',
    '30/02/2025',
    '29/02/2023',
    '32/01/2025',
    '13/13/2025',
    'soon',
    'March 2025',
    '2025',
    '12',
    '123456',
    '99999',
    '00/00/0000',
    '10:30',
    '14 Marching 2025',
    '2025-03-14 to 2025-03-20',
    'x'.repeat(5000),
    '1/1/0025',
  ]
  for (const text of none) assert.equal(readDate(text), null, text)
  assert.equal(readDate('29/02/2024'), '2024-02-29')
})

test('one part above twelve decides the whole column', () => {
  assert.deepEqual(guessDateOrder(['3/4/2025', '14/4/2025', '']), {
    order: 'day-first',
    ambiguous: false,
  })
  assert.deepEqual(guessDateOrder(['3/4/2025', '4/14/25 10:02:33']), {
    order: 'month-first',
    ambiguous: false,
  })
})

test('a column that decides nothing is day-first and says so', () => {
  assert.deepEqual(guessDateOrder(['3/4/2025', '5/6/2025']), {
    order: 'day-first',
    ambiguous: true,
  })
})

test('a column whose dates disagree goes with the greater number and says so', () => {
  assert.deepEqual(guessDateOrder(['3/4/2025', '4/14/2025', '5/15/2025', '16/5/2025']), {
    order: 'month-first',
    ambiguous: true,
  })
})

test('nothing needs to be asked where no date can be read two ways', () => {
  const clear = { order: 'day-first', ambiguous: false }
  assert.deepEqual(guessDateOrder([]), clear)
  assert.deepEqual(guessDateOrder(['2025-03-04', '4 March 2025', '']), clear)
  assert.deepEqual(guessDateOrder(['4/4/2025']), clear)
})

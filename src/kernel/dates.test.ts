import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readDate, typedDate } from '#kernel/dates.ts'

const read = (day: string, month: string, year: string) =>
  readDate({ 'on-day': day, 'on-month': month, 'on-year': year }, 'on', 'Enter the date')

test('a date is read as people type it, and shown as it was read', () => {
  for (const month of ['3', '03', 'March', 'mar'])
    assert.deepEqual(read('31', month, '2027'), { date: '2027-03-31' })
  assert.deepEqual(typedDate('on', '2027-03-31'), {
    'on-day': '31',
    'on-month': '3',
    'on-year': '2027',
  })
  assert.deepEqual(typedDate('on', null), { 'on-day': '', 'on-month': '', 'on-year': '' })
})

test('what is no date says what is missing or wrong', () => {
  assert.equal(read('', '', '').problem, 'Enter the date')
  assert.equal(read('31', '', '').problem, 'The date must include a month and a year')
  for (const [day, month, year] of [
    ['31', '2', '2027'],
    ['1', 'x', '2027'],
    ['1', '1', '27'],
  ])
    assert.match(read(day!, month!, year!).problem!, /must be a real date/)
})

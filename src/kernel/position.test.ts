import assert from 'node:assert/strict'
import { test } from 'node:test'
import { positionIn, positionText } from './position.ts'

const id = '1b4e28ba-2fa1-4d2b-883f-0016d3cca427'

test('a place in a list comes back from an address as it went in', () => {
  const place = { on: '2028-02-29', id }
  assert.deepEqual(positionIn(positionText(place)), place)
})

test('what is no place is the beginning: also a day that no calendar has', () => {
  for (const day of [
    '',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '0000-01-01',
    '2026-1-1',
    'infinity',
  ])
    assert.equal(positionIn(`${day}.${id}`), undefined, day)
  for (const text of [
    '',
    '2026-01-31',
    '2026-01-31.',
    `2026-01-31.${id.slice(1)}`,
    `2026-01-31 .${id}`,
  ])
    assert.equal(positionIn(text), undefined, text)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAutomated } from '#kernel/automated.ts'
import { watchOpenings } from './openings.ts'

const link = { network: 'n', code: 'aaaaaaa' }
const other = { network: 'n', code: 'bbbbbbb' }
const day = '2026-11-21'
const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000)

test('people of one office who open a link one after another all count', () => {
  const openedBy = watchOpenings()
  for (let i = 0; i < 50; i++)
    assert.deepEqual(openedBy('192.0.2.1', link, at(i), day), { counts: true, takeBack: [] })
})

test('the second link within two seconds takes the first back, and what follows at once does not count', () => {
  const openedBy = watchOpenings()
  assert.equal(openedBy('192.0.2.1', link, at(0), day).counts, true)
  assert.deepEqual(openedBy('192.0.2.1', other, at(1), day), {
    counts: false,
    takeBack: [{ ...link, day, times: 1 }],
  })
  assert.deepEqual(openedBy('192.0.2.1', link, at(2), day), { counts: false, takeBack: [] })
  assert.equal(openedBy('192.0.2.1', link, at(10), day).counts, true)
})

test('the fourth opening of one link within two seconds takes the three before it back', () => {
  const openedBy = watchOpenings()
  const verdicts = [0, 0.1, 0.2, 0.3].map((second) => openedBy('192.0.2.1', link, at(second), day))
  assert.deepEqual(
    verdicts.map(({ counts }) => counts),
    [true, true, true, false],
  )
  assert.deepEqual(verdicts[3]!.takeBack, [{ ...link, day, times: 3 }])
})

test('it remembers no more clients than it may: the first to come are forgotten first', () => {
  const openedBy = watchOpenings(100)
  for (let i = 0; i < 5000; i++) openedBy(`192.0.2.${i}`, link, at(i / 5000), day)
  assert.equal(openedBy('192.0.2.0', other, at(1), day).counts, true)
  assert.equal(openedBy('192.0.2.4999', other, at(1), day).counts, false)
})

test('browsers of people are people, on any make of telephone', () => {
  const accept = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'
  for (const agent of [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36 Edg/131.0.0.0',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
    'Mozilla/5.0 (Linux; Android 13; CUBOT X70) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Mobile Safari/537.36',
    'Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0',
  ])
    assert.equal(isAutomated('GET', { accept, 'user-agent': agent }), false, agent)
})

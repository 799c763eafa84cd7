import assert from 'node:assert/strict'
import { test } from 'node:test'
import { themeLabel, themes } from './themes.ts'
import * as words from './words.ts'

const { categories, findableBy, joiningBy, namesSeenBy, networkStatuses, networkTypes, roles } =
  words
const lists = [categories, findableBy, joiningBy, namesSeenBy, networkStatuses, networkTypes, roles]

test('each word has a label without a full stop and an explanation with one', () => {
  for (const list of lists) {
    for (const { label, hint } of Object.values(list)) {
      assert.match(label, /^[A-Z].*[^.]$/)
      assert.match(hint, /^[A-Z].*\.$/)
    }
  }
})

test('no two choices of a list read the same', () => {
  for (const list of lists) {
    const labels = Object.values(list).map(({ label }) => label)
    assert.equal(new Set(labels).size, labels.length)
  }
})

test('a key is told from anything else', () => {
  assert.ok(words.isKeyOf(joiningBy, 'request'))
  for (const wrong of ['closed', 'toString', '', 3, undefined]) {
    assert.ok(!words.isKeyOf(joiningBy, wrong))
  }
})

test('themes have one key each, which fits an address', () => {
  assert.equal(new Set(themes.map(({ key }) => key)).size, themes.length)
  for (const { key } of themes) assert.match(key, /^[a-z]+(-[a-z]+)*$/)
  assert.equal(themeLabel('lgbt'), 'LGBT+')
  assert.equal(themeLabel('knitting'), undefined)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as parts from './charter-parts.ts'
import { codeOfConduct, groundRules } from './conduct.ts'
import { goalPresets } from './goal-presets.ts'

test('goals come with the numbers of the handbook', () => {
  const numbers = goalPresets.map(({ target, unit, months }) => `${target} ${unit} in ${months}`)
  for (const known of ['100 people in 6', '20 posts in 6', '30 clicks in 3', '80 % in 12']) {
    assert.ok(numbers.includes(known), known)
  }
  assert.ok(numbers.includes('4 webinars in 12'))
  assert.ok(numbers.includes('20 % in 12'))
})

test('keys are unique, and every clause is a full sentence', () => {
  const { allyPolicies, decisionRules, membershipReasons } = parts
  const lists = [allyPolicies, decisionRules, groundRules]
  for (const list of [...lists, ...Object.values(membershipReasons), goalPresets]) {
    assert.equal(new Set(list.map(({ key }) => key)).size, list.length)
    for (const each of list) if ('text' in each) assert.match(each.text, /^[A-Z].*\.$/)
  }
})

test('an ally cap and a code of conduct are said in plain words', () => {
  assert.match(parts.allyCapText(parts.usualAllyCap), /15 in every 100/)
  assert.ok(codeOfConduct.promises.length >= 5)
  assert.match(codeOfConduct.opening, /:$/)
})

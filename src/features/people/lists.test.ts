import assert from 'node:assert/strict'
import { test } from 'node:test'
import { gradeLabel, gradeSchemes, regionLabel, regions } from './lists.ts'

test('there are twelve regions of the UK, and two other answers', () => {
  assert.equal(regions.filter((region) => 'gss' in region).length, 12)
  assert.equal(regionLabel('yorkshire-and-the-humber'), 'Yorkshire and The Humber')
  assert.equal(regionLabel('prefer-not-to-say'), 'Prefer not to say')
  assert.equal(regionLabel('narnia'), undefined)
})

test('a grade is read in the words of its scheme', () => {
  assert.equal(gradeLabel('civil-service', 'heo'), 'Higher Executive Officer (HEO)')
  assert.equal(gradeLabel('nhs', 'band-8a'), 'Band 8a')
  assert.equal(gradeLabel('higher-education', 'grade-10'), 'Grade 10')
  assert.equal(gradeLabel('police', 'heo'), undefined)
  assert.equal(gradeLabel('wizards', 'heo'), undefined)
})

test('where grades are local, people’s own words are the label', () => {
  assert.equal(gradeLabel('local-government', ' PO4 '), 'PO4')
  assert.equal(gradeLabel('local-government', ' '), undefined)
  assert.equal(gradeLabel('other', 'prefer-not-to-say'), 'Prefer not to say')
})

test('keys are unique and fit an address', () => {
  for (const list of [regions, gradeSchemes, ...gradeSchemes.map(({ grades }) => grades)]) {
    const keys = list.map(({ key }) => key)
    assert.equal(new Set(keys).size, keys.length)
    for (const key of keys) assert.match(key, /^[a-z0-9]+(-[a-z0-9]+)*$/)
  }
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { weave } from '#kernel/weave.ts'

const names = [
  'Carers Network',
  'Race Equality Network',
  'Data Science Community',
  'Digital Profession',
  'Disability Network',
  'Faith and Belief Forum',
  'Women in Leadership',
  'Working Families',
  'Policy Profession',
  'Social Mobility Network',
]

test('a name always gives the same cloth, however it is typed', () => {
  assert.equal(`${weave('Carers Network')}`, `${weave(' carers network ')}`)
})

test('different names give different cloths', () => {
  assert.equal(new Set(names.map((name) => `${weave(name)}`)).size, names.length)
})

test('sensitive networks share one cloth, which no name gives', () => {
  const shared = new Set(names.map((name) => `${weave(name, { sensitive: true })}`))
  assert.equal(shared.size, 1)
  assert.ok(names.every((name) => !shared.has(`${weave(name)}`)))
})

test('a cloth is decoration, says nothing of the name and needs no inline style', () => {
  for (const name of names) {
    const svg = `${weave(name, { width: 50, height: 60 })}`
    assert.match(svg, /^<svg [^>]*aria-hidden="true"/)
    assert.doesNotMatch(svg, / style=| id=|<style/)
    assert.ok(!svg.includes(name))
  }
})

test('a cloth is small, whatever its width', () => {
  for (const name of names) assert.ok(`${weave(name)}`.length < 2400)
})

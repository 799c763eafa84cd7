import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isAnonymous, plainText, readCategory, splitChoices } from './cells.ts'

test('several answers in one cell are told apart, however they are written', () => {
  assert.deepEqual(splitChoices('Policy;Digital;'), ['Policy', 'Digital'])
  assert.deepEqual(splitChoices('["Policy","Digital, data"]'), ['Policy', 'Digital, data'])
  assert.deepEqual(splitChoices(';#Policy;#Digital;#'), ['Policy', 'Digital'])
  assert.deepEqual(splitChoices(' Policy '), ['Policy'])
  assert.deepEqual(splitChoices('[sic]'), ['[sic]'])
  assert.deepEqual(splitChoices(''), [])
})

test('answers become one line of text, and no answer becomes nothing', () => {
  assert.equal(plainText('Policy;Digital\nand data;'), 'Policy, Digital and data')
  assert.equal(plainText(';'), null)
})

test('member and ally are recognised in the words people use', () => {
  for (const cell of ['Ally', 'ally;', '["Ally"]', 'I am an ally', 'Ally member', 'Supporter']) {
    assert.equal(readCategory(cell), 'ally', cell)
  }
  for (const cell of [
    'Member',
    'Full member;',
    'MEMBERS',
    'Member (not an ally)',
    'I am not an ally',
  ]) {
    assert.equal(readCategory(cell), 'member', cell)
  }
  for (const cell of ['', 'Friend', 'Not a member', 'Remember me', 'totally', 'Yes']) {
    assert.equal(readCategory(cell), null, cell)
  }
})

test('yes and no answer the question in the heading', () => {
  assert.equal(readCategory('Yes', 'Are you an ally?'), 'ally')
  assert.equal(readCategory('No;', 'Are you joining as an ally?'), 'member')
  assert.equal(readCategory('Yes', 'Do you want to be a full member?'), 'member')
  assert.equal(readCategory('No', 'Are you a member?'), 'ally')
  assert.equal(readCategory('Yes', 'Are you a member or an ally?'), null)
})

test('a cell in which nobody is named counts as empty, but a person may be called Null', () => {
  for (const cell of ['anonymous', 'Anonymous', 'n/a', '-']) assert.ok(isAnonymous(cell))
  for (const cell of ['Null', 'Ann', 'Ann Onymous']) assert.ok(!isAnonymous(cell))
})

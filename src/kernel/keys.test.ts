import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { mkdtempSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { addKey, loadKeyring, makeKeys } from './keys.ts'

const place = { table: 'people.person', column: 'details', row: '1' }

test('what is sealed opens again, in its place only', () => {
  const keys = makeKeys([randomBytes(32)])
  const sealed = keys.seal('people', place, 'Mei Member')
  assert.equal(keys.open('people', place, sealed), 'Mei Member')
  assert.equal(sealed.includes('Mei'), false)
  for (const other of [
    { ...place, row: '2' },
    { ...place, column: 'name' },
    { ...place, table: 'people.other' },
  ])
    assert.throws(() => keys.open('people', other, sealed))
  assert.throws(() => keys.open('network:1', place, sealed))
})

test('one changed bit anywhere, and it does not open', () => {
  const keys = makeKeys([randomBytes(32)])
  const sealed = keys.seal('people', place, 'x')
  for (let i = 0; i < sealed.length; i++) {
    const bent = Buffer.from(sealed)
    bent[i]! ^= 1
    assert.throws(() => keys.open('people', place, bent))
  }
})

test('what is sealed does not tell how long it is', () => {
  const keys = makeKeys([randomBytes(32)])
  const long = (text: string) => keys.seal('people', place, text).length
  const named = (name: string) => JSON.stringify({ name, organisation: 'HM Revenue and Customs' })
  assert.notEqual(named('Mei Li').length, named('Bartholomew Featherstonehaugh').length)
  assert.equal(long(named('Mei Li')), long(named('Bartholomew Featherstonehaugh')))
  assert.equal(long(''), long(crypto.randomUUID()))
  for (const text of ['', 'é', 'x'.repeat(40), 'x'.repeat(257), 'ü'.repeat(70_000)]) {
    assert.equal(keys.open('people', place, keys.seal('people', place, text)), text)
    assert.ok(long(text) < Math.max(300, 40 + Buffer.byteLength(text) * 2))
  }
})

test('after a key is added, old values open, new ones use it, and tags stay', () => {
  const first = randomBytes(32)
  const before = makeKeys([first])
  const after = makeKeys([first, randomBytes(32)])
  assert.equal(after.open('people', place, before.seal('people', place, 'x')), 'x')
  assert.throws(() => before.open('people', place, after.seal('people', place, 'x')))
  assert.deepEqual(after.tag('people', 'a'), before.tag('people', 'a'))
})

test('the same value has another tag for every purpose and every keyring', () => {
  const keys = makeKeys([randomBytes(32)])
  const tags = [
    keys.tag('people', 'a'),
    keys.tag('network:1', 'a'),
    keys.tag('network:2', 'a'),
    makeKeys([randomBytes(32)]).tag('people', 'a'),
  ]
  assert.equal(new Set(tags.map((tag) => tag.toString('hex'))).size, 4)
})

test('a signed token is taken for its own purpose and unchanged only', () => {
  const keys = makeKeys([randomBytes(32)])
  const token = keys.sign('invitation', 'abc')
  assert.equal(keys.sign('invitation', 'abc'), token)
  assert.equal(keys.verify('invitation', token), 'abc')
  assert.equal(keys.verify('notice', token), undefined)
  assert.equal(keys.verify('invitation', `x${token}`), undefined)
  for (const other of ['', `${token}=`, ` ${token}`, token.slice(0, -1), `${token}A`])
    assert.equal(keys.verify('invitation', other), undefined)
})

test('a token does not say what it carries, to whoever reads the email or the record of addresses that it is in', () => {
  const keys = makeKeys([randomBytes(32)])
  const membership = crypto.randomUUID()
  const token = keys.sign('welcome-stop', membership)
  assert.equal(keys.verify('welcome-stop', token), membership)
  assert.equal(Buffer.from(token, 'base64url').includes(membership), false)
})

test('the key file is made once, readable by its owner only, and takes another key', () => {
  const keyFile = join(mkdtempSync(join(tmpdir(), 'keys-')), 'deep', 'keyring')
  const made = loadKeyring({ keys: undefined, keyFile })
  assert.equal(made.made, true)
  assert.equal(statSync(keyFile).mode & 0o777, 0o600)
  const sealed = made.keys.seal('people', place, 'x')
  assert.equal(addKey(keyFile), 2)
  const again = loadKeyring({ keys: undefined, keyFile })
  assert.deepEqual(
    [again.made, again.keys.version, again.keys.open('people', place, sealed)],
    [false, 2, 'x'],
  )
})

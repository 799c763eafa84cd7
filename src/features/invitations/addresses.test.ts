import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readAddresses } from './addresses.ts'

const read = (text: string) =>
  readAddresses(text).people.map(({ name, address }) => [name, address])

test('addresses are read as mail programs write them', () => {
  assert.deepEqual(read('mei@hmrc.gov.uk'), [['', 'mei@hmrc.gov.uk']])
  assert.deepEqual(read('Mei Member <MEI@hmrc.gov.uk>'), [['Mei Member', 'mei@hmrc.gov.uk']])
  assert.deepEqual(read('Member, Mei <mei@hmrc.gov.uk>; O’Hara, Sam <sam.o’hara@justice.gov.uk>'), [
    ['Member, Mei', 'mei@hmrc.gov.uk'],
    ['O’Hara, Sam', "sam.o'hara@justice.gov.uk"],
  ])
  assert.deepEqual(read('"Mei Member" <mei@hmrc.gov.uk>, Sam <sam@justice.gov.uk>'), [
    ['Mei Member', 'mei@hmrc.gov.uk'],
    ['Sam', 'sam@justice.gov.uk'],
  ])
  assert.deepEqual(read('Mei Member, mei@hmrc.gov.uk'), [['Mei Member', 'mei@hmrc.gov.uk']])
  assert.deepEqual(read('a@dwp.gov.uk, b@dwp.gov.uk c@dwp.gov.uk'), [
    ['', 'a@dwp.gov.uk'],
    ['', 'b@dwp.gov.uk'],
    ['', 'c@dwp.gov.uk'],
  ])
  assert.deepEqual(read('mailto:a@dwp.gov.uk\r\n\r\n\tb@dwp.gov.uk;'), [
    ['', 'a@dwp.gov.uk'],
    ['', 'b@dwp.gov.uk'],
  ])
})

test('one person twice is one person, whatever the plus tag', () => {
  assert.equal(
    readAddresses('a@dwp.gov.uk\nA+list@dwp.gov.uk\n"A" <a@dwp.gov.uk>').people.length,
    1,
  )
})

test('what is longer than any name and address is a problem, and is not looked through', () => {
  const long = [
    `@${'a'.repeat(49_000)}`,
    `a${','.repeat(49_000)}b@dwp.gov.uk`,
    `a@dwp.gov.uk${'('.repeat(49_000)}`,
  ]
  for (const text of long) {
    const { people, problems } = readAddresses(text)
    assert.deepEqual([people.length, problems.length], [0, 1])
  }
})

test('what cannot be read is said line by line, and the rest is read', () => {
  const { people, problems } = readAddresses(
    `Mei\nmei@hmrc.gov.uk\n@dwp.gov.uk\n${'x'.repeat(300)}@dwp.gov.uk\nñandú@dwp.gov.uk`,
  )
  assert.equal(people.length, 1)
  assert.deepEqual(
    problems.map((problem) => /^Line \d/.exec(problem)?.[0]),
    ['Line 1', 'Line 3', 'Line 4', 'Line 5'],
  )
  assert.match(problems[0]!, /there is no email address in “Mei”/)
})

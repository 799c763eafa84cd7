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
  const { people, again } = readAddresses('a@dwp.gov.uk\nA+list@dwp.gov.uk\n"A" <a@dwp.gov.uk>')
  assert.deepEqual([people.length, again], [1, 2])
})

test('a megabyte of anything is read, or said to be wrong, and looked through once', () => {
  const million = 1_000_000
  const long: [string, number, number][] = [
    [`@${'a'.repeat(million)}`, 0, 1],
    ['@'.repeat(million), 0, 1],
    [`a${','.repeat(million)}b@dwp.gov.uk`, 1, 0],
    [`b@dwp.gov.uk${'('.repeat(million)}`, 1, 0],
    ['"'.repeat(million), 0, 1],
    ['a '.repeat(million / 2), 0, 1],
    ['a@b '.repeat(million / 4), 0, million / 4],
    ['"A" <a@dwp.gov.uk>,'.repeat(million / 20), 1, 0],
  ]
  for (const [text, people, problems] of long) {
    const read = readAddresses(text)
    assert.deepEqual([read.people.length, read.problems.length], [people, problems])
  }
})

test('one long line of many addresses gives each its own name, and what has no address is a problem', () => {
  const { people, problems } = readAddresses(
    'a@dwp.gov.uk, Other, Olu <olu@gchq.gov.uk>, Bob, "Smith; Jo" <jo@dwp.gov.uk>; x@dwp.gov.uk <x@dwp.gov.uk>',
  )
  assert.deepEqual(
    people.map(({ name, address }) => [name, address]),
    [
      ['', 'a@dwp.gov.uk'],
      ['Other, Olu', 'olu@gchq.gov.uk'],
      ['Bob, Smith Jo', 'jo@dwp.gov.uk'],
      ['', 'x@dwp.gov.uk'],
    ],
  )
  assert.deepEqual(problems, [])
  const lost = readAddresses('a@dwp.gov.uk, Bob, b@dwp.gov.uk')
  assert.match(lost.problems[0]!.text, /no email address in “Bob”/)
})

test('what other programs leave around an address does not matter', () => {
  const around = [
    '[Mei](mailto:mei@dwp.gov.uk?subject=Hello)',
    'Mei [SMTP:mei@dwp.gov.uk]',
    '1. Mei\tmei@dwp.gov.uk',
    '\ufeff“Mei”\u00a0<mei@dwp.gov.uk>',
    '• Mei – mei@dwp.gov.uk',
  ]
  for (const text of around) assert.deepEqual(read(text), [['Mei', 'mei@dwp.gov.uk']], text)
})

test('what cannot be read is said line by line, and the rest is read', () => {
  const { people, problems } = readAddresses(
    `Mei\nmei@hmrc.gov.uk\n@dwp.gov.uk\n${'x'.repeat(300)}@dwp.gov.uk\nñandú@dwp.gov.uk`,
  )
  assert.equal(people.length, 1)
  assert.deepEqual(
    problems.map((problem) => problem.line),
    [1, 3, 4, 5],
  )
  assert.match(problems[0]!.text, /there is no email address in “Mei”/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isSharedDomain, matchesDomain, normaliseAddress, tierOf } from './domains.ts'

const long = (length: number) => `${'a'.repeat(length - 193)}@${'b.'.repeat(93)}gov.uk`

test('addresses of public bodies are in tier 1, with the whole domain', () => {
  const known = ['leeds.gov.uk', 'england.nhs.uk', 'met.police.uk', 'gov.scot', 'gov.wales']
  for (const domain of [...known, 'llyw.cymru', 'belfasttrust.hscni.net', 'parliament.uk']) {
    assert.deepEqual(tierOf(`jo@${domain}`), { tier: 1, domain })
  }
})

test('addresses at domains that many bodies share, or students have, are in tier 2', () => {
  for (const domain of ['nhs.net', 'cjsm.net', 'leeds.ac.uk', 'highfield.leeds.sch.uk']) {
    assert.deepEqual(tierOf(`jo@${domain}`), { tier: 2, domain })
  }
})

test('addresses anywhere else are in tier 3', () => {
  for (const domain of ['example.com', 'gmail.com', 'xn--80ak6aa92e.com', 'uk.com']) {
    assert.deepEqual(tierOf(`jo@${domain}`), { tier: 3, domain })
  }
})

test('a domain that only looks like a public one is not let in', () => {
  const lookalikes = ['evilgov.uk', 'gov.uk.example.com', 'gov.uk.com', 'gov-uk.uk', 'nhs.net.ru']
  const homoglyphs = ['leeds.ɡov.uk', 'leeds.gоv.uk', 'ас.uk']
  for (const domain of [...lookalikes, ...homoglyphs]) {
    assert.equal(tierOf(`jo@${domain}`).tier, 3, domain)
  }
})

test('an address that cannot be read is in tier 3, with no domain', () => {
  for (const typed of ['', 'leeds.gov.uk', '@gov.uk', 'jo@', 'a@b@leeds.gov.uk', 'jo@[10.0.0.1]']) {
    assert.deepEqual(tierOf(typed), { tier: 3, domain: '' })
  }
})

test('an allowed domain matches itself and what is inside it, and nothing else', () => {
  assert.ok(matchesDomain('gov.uk', 'gov.uk'))
  assert.ok(matchesDomain('a.b.gov.uk', 'gov.uk'))
  assert.ok(!matchesDomain('evilgov.uk', 'gov.uk'))
  assert.ok(!matchesDomain('uk', 'gov.uk'))
  assert.ok(!matchesDomain('gov.uk', ''))
})

test('a domain of many employers belongs to none of them', () => {
  assert.ok(isSharedDomain('nhs.net'))
  assert.ok(isSharedDomain('gov.uk'))
  assert.ok(!isSharedDomain('leeds.gov.uk'))
})

test('capitals, spaces and invisible characters around an address are forgiven', () => {
  const expected = {
    address: 'jo.khan@leeds.gov.uk',
    domain: 'leeds.gov.uk',
    key: 'jo.khan@leeds.gov.uk',
  }
  for (const typed of [' Jo.Khan@Leeds.GOV.UK\r\n', '\u200bjo.khan@leeds.gov.uk\u00a0\ufeff']) {
    assert.deepEqual(normaliseAddress(typed), expected)
  }
})

test('a full stop after the domain is dropped, and two are refused', () => {
  assert.deepEqual(tierOf('x@gov.uk.'), { tier: 1, domain: 'gov.uk' })
  assert.equal(normaliseAddress('x@gov.uk.').address, 'x@gov.uk')
  assert.ok(normaliseAddress('x@gov.uk..').error)
})

test('a domain in another script becomes plain letters', () => {
  assert.equal(normaliseAddress('jo@bücher.example').domain, 'xn--bcher-kva.example')
  assert.equal(normaliseAddress('jo@ｌｅｅｄｓ。gov。uk').domain, 'leeds.gov.uk')
})

test('a tag is kept for sending and left out for telling people apart', () => {
  assert.deepEqual(normaliseAddress('jo+news@leeds.gov.uk'), {
    address: 'jo+news@leeds.gov.uk',
    domain: 'leeds.gov.uk',
    key: 'jo@leeds.gov.uk',
  })
  assert.equal(normaliseAddress('+jo@leeds.gov.uk').key, '+jo@leeds.gov.uk')
})

test('an apostrophe is part of a name, curly or straight', () => {
  for (const typed of ["m.o'neill@leeds.gov.uk", 'm.o’neill@leeds.gov.uk']) {
    assert.equal(normaliseAddress(typed).address, "m.o'neill@leeds.gov.uk")
  }
})

test('254 characters are allowed and more are not', () => {
  assert.equal(normaliseAddress(long(254)).address?.length, 254)
  assert.match(normaliseAddress(long(255)).error!, /254 characters/)
  assert.match(normaliseAddress('a'.repeat(1_000_000)).error!, /254 characters/)
  assert.ok(normaliseAddress(`${'a'.repeat(65)}@leeds.gov.uk`).error)
})

test('nothing that could add a header or a recipient to an email gets through', () => {
  const attacks = [
    'jo@leeds.gov.uk\r\nBcc: all@leeds.gov.uk',
    'jo\n@leeds.gov.uk',
    'jo\u0000@leeds.gov.uk',
    'jo@leeds.gov.uk,al@leeds.gov.uk',
    'jo@leeds.gov.uk;al@example.com',
    'Jo Khan <jo@leeds.gov.uk>',
    '"jo@evil.com>"@leeds.gov.uk',
    'jo(hello)@leeds.gov.uk',
    'jo%evil.com@leeds.gov.uk',
    'evil.com!jo@leeds.gov.uk',
    '=?utf-8?q?jo=40evil.com=3e?=@leeds.gov.uk',
    'mailto:jo@leeds.gov.uk',
  ]
  for (const typed of attacks) assert.ok(normaliseAddress(typed).error, typed)
})

test('nothing that is not a domain name gets through after the @', () => {
  const wrong = ['127.0.0.1', '0x7f.1', '[::1]', 'localhost', 'leeds.gov.uk:25', 'leeds.gov.uk/x']
  const odd = [
    '-leeds.gov.uk',
    'leeds..gov.uk',
    '.gov.uk',
    'leeds_city.gov.uk',
    '%67ov.uk',
    'a b.uk',
  ]
  for (const domain of [...wrong, ...odd]) assert.ok(normaliseAddress(`jo@${domain}`).error, domain)
})

test('letters of another script before the @ get a message that says so', () => {
  assert.match(normaliseAddress('jörg@leeds.gov.uk').error!, /English letters/)
  assert.match(normaliseAddress('jo\u200bkhan@leeds.gov.uk').error!, /English letters/)
})

test('every message says what to do', () => {
  for (const typed of [
    '',
    'jo',
    'jo@',
    'jo @gov.uk',
    'a@b@gov.uk',
    '"jo"@gov.uk',
    'jo..k@gov.uk',
  ]) {
    assert.match(normaliseAddress(typed).error!, /^Enter /, typed)
  }
})

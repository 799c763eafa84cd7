import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import { html, type Html, raw } from '#kernel/html.ts'
import * as components from './all.ts'
import { given } from './attributes.ts'

type Fixture = { name: string; options: object; html: string }

describe('Every official fixture gives the official markup', () => {
  for (const [name, component] of Object.entries(components)) {
    test(name, () => {
      const fixtures = fixturesOf(name)
      assert.ok(fixtures.length > 0)
      for (const fixture of fixtures) {
        const made = (component as (params: unknown) => Html)(withHtml(fixture.options))
        assert.equal(normalised(made.toString()), normalised(fixture.html), fixture.name)
      }
    })
  }
})

test('The comparison drops white space that cannot be seen, and nothing else', () => {
  assert.equal(
    normalised('<div\n  id="a" >\n  <p> a\n b </p>\n</div>'),
    '<div id="a"><p>a b</p></div>',
  )
  assert.notEqual(normalised('<a>a</a> <a>b</a>'), normalised('<a>a</a><a>b</a>'))
  assert.notEqual(normalised('<p id="a" class="b">'), normalised('<p class="b" id="a">'))
  assert.notEqual(normalised('<textarea> a</textarea>'), normalised('<textarea>a</textarea>'))
})

test('Text is escaped and Html is not', () => {
  assert.match(components.tag({ text: '<b>New</b>' }).toString(), /&lt;b&gt;New/)
  assert.match(components.tag({ html: html`<b>New</b>` }).toString(), /<b>New/)
  assert.match(components.tag({ text: 'New', html: html`` }).toString(), /New/)
})

test('Attributes print as the official macro prints them', () => {
  assert.equal(given({ 'data-a': 'a"b', 'data-n': 0 }).toString(), ' data-a="a&quot;b" data-n="0"')
  assert.equal(
    given({ 'aria-hidden': true, 'aria-busy': false, alt: undefined }).toString(),
    ' aria-hidden="true" aria-busy="false" alt=""',
  )
  assert.equal(
    given({
      hidden: { value: true, optional: true },
      lang: { value: 'cy', optional: true },
    }).toString(),
    ' hidden lang="cy"',
  )
  assert.equal(
    given({
      a: { value: false, optional: true },
      b: { value: undefined, optional: true },
    }).toString(),
    '',
  )
  assert.equal(
    given({ a: { value: '', optional: true }, b: { value: null } }).toString(),
    ' a="" b=""',
  )
})

test('A text that starts with an empty line keeps it', () => {
  const made = components.textarea({ name: 'about', label: { text: 'About' }, value: '\r\nHello' })
  assert.match(made.toString(), />\n\r\nHello<\/textarea>/)
})

test('A row with an empty list of actions lines up with rows that have some', () => {
  const change = { href: '/name', text: 'Change', visuallyHiddenText: 'name' }
  const made = components.summaryList({
    rows: [
      { key: { text: 'Name' }, value: { text: 'Ada' }, actions: { items: [change] } },
      { key: { text: 'Joined' }, value: { text: 'May' }, actions: { items: [false] } },
    ],
  })
  assert.equal(made.toString().split('govuk-summary-list__row--no-actions').length, 2)
})

function fixturesOf(component: string): Fixture[] {
  const folder = component.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  const file = import.meta.resolve(`govuk-frontend/dist/govuk/components/${folder}/fixtures.json`)
  return JSON.parse(readFileSync(new URL(file), 'utf8')).fixtures
}

/** Fixtures hold HTML as text: under `html`, under names that end in `Html`, and in `slots`. */
function withHtml(value: unknown, name = '', parent = ''): unknown {
  if (typeof value === 'string')
    return /^html$|Html$/.test(name) || parent === 'slots' ? raw(value) : value
  if (Array.isArray(value)) return value.map((item) => withHtml(item))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withHtml(item, key, name)]),
  )
}

/** Collapses white space to what can be seen: none beside a block, one space elsewhere, all of it in a textarea. */
function normalised(markup: string): string {
  return markup
    .split(/(<textarea[^]*?<\/textarea>)/)
    .map((part, index) => (index % 2 ? part : part.replace(/\s+/g, ' ').replace(/ >/g, '>')))
    .join('')
    .replace(
      / ?(<\/?(?!(?:a|b|button|code|em|i|img|input|label|select|span|strong|svg|textarea)\b)[a-z][^>]*>) ?/g,
      '$1',
    )
    .trim()
}

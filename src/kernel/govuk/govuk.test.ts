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
  const optional = true
  const cases: [Parameters<typeof given>[0], string][] = [
    [{ 'data-a': 'a"b', 'data-n': 0 }, ' data-a="a&quot;b" data-n="0"'],
    [{ 'aria-hidden': true, 'aria-busy': false }, ' aria-hidden="true" aria-busy="false"'],
    [{ alt: undefined, lang: { value: null } }, ' alt="" lang=""'],
    [{ hidden: { value: true, optional }, lang: { value: 'cy', optional } }, ' hidden lang="cy"'],
    [{ hidden: { value: false, optional }, lang: { value: undefined, optional } }, ''],
    [{ alt: { value: '', optional } }, ' alt=""'],
  ]
  for (const [attributes, printed] of cases) assert.equal(given(attributes).toString(), printed)
})

test('A text that starts with an empty line keeps it', () => {
  const made = components.textarea({ name: 'about', label: { text: 'About' }, value: '\r\nHello' })
  assert.match(made.toString(), />\n\r\nHello<\/textarea>/)
})

test('An error summary without errors prints no list', () => {
  const made = components.errorSummary({ titleText: 'There is a problem', errorList: [] })
  assert.equal(normalised(made.toString()).includes('__body"></div>'), true)
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

const inline = 'a|abbr|b|button|code|em|i|img|input|label|select|span|strong|svg|textarea'
const block = new RegExp(` ?(</?(?!(?:${inline})\\b)[a-z][^>]*>) ?`, 'g')

/** Drops the white space that cannot be seen: what can is one space, beside no block, or typed. */
function normalised(markup: string): string {
  return markup
    .split(/((?<=<textarea[^>]*>)[^]*?(?=<\/textarea>))/)
    .map((part, index) => (index % 2 ? part : part.replace(/\s+/g, ' ').replace(/ >/g, '>')))
    .join('')
    .replace(block, '$1')
    .trim()
}

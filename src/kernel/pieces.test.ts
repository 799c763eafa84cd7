import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '#kernel/html.ts'
import { card, heading, progress, stackedTable } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'

const plain = (text: string) => `${prose(text)}`.replace(/ class="[^"]*"/g, '')

test('typed text becomes paragraphs and lists', () => {
  assert.equal(
    plain('One\ntwo\r\n\r\nBring:\n- a pen\n- paper\nThanks'),
    '<p>One<br>two</p><p>Bring:</p><ul><li>a pen</li><li>paper</li></ul><p>Thanks</p>',
  )
})

test('typed text is never taken for HTML, and nothing gives nothing', () => {
  assert.equal(plain('- <b>bold</b>'), '<ul><li>&lt;b&gt;bold&lt;/b&gt;</li></ul>')
  assert.equal(plain(' \n '), '')
})

test('a heading is the h1 unless told otherwise, with its caption above', () => {
  assert.equal(`${heading('Events')}`, '<h1 class="govuk-heading-l">Events</h1>')
  assert.match(
    `${heading('Past', { level: 3, caption: 'Events', id: 'past' })}`,
    /caption-m">Events<\/span>\n<h3 class="govuk-heading-s" id="past">/,
  )
})

test('each cell of a table carries the name of its column, but the heading and hidden columns', () => {
  const rows = [['Tea', 3, html`<a href="#1">Register</a>`]]
  const text = `${stackedTable({ caption: 'Events', columns: ['Event', { text: 'Places', numeric: true }, { text: 'What you can do', hidden: true }], rows })}`
  assert.match(text, /<th scope="row" class="govuk-table__header">Tea<\/th>/)
  assert.match(
    text,
    /<td class="govuk-table__cell govuk-table__cell--numeric" data-label="Places">3<\/td>/,
  )
  assert.match(text, /<td class="govuk-table__cell"><a href="#1">/)
  const bare = `${stackedTable({ caption: 'Log', columns: ['What', 'Details'], rows: [['Left', html` ${''}`]] })}`
  assert.match(bare, /<td class="govuk-table__cell"><\/td>/)
})

test('progress says how far in words, and when there is nothing to do it is done', () => {
  assert.match(
    `${progress({ done: 1234, total: 4000, label: 'Sending' })}`,
    /1,234 of 4,000<\/span>.*value="1234"/s,
  )
  assert.match(`${progress({ done: 0, total: 0, label: 'Sending' })}`, /max="1" value="1"/)
  assert.doesNotMatch(`${progress({ done: 3, label: 'Reading' })}`, /value=/)
})

test('a card of a sensitive network shows the shared cloth', () => {
  const cloth = (name: string) =>
    /<svg.*<\/svg>/.exec(`${card({ heading: 'x', href: '/x', cloth: name, sensitive: true })}`)![0]
  assert.equal(cloth('One name'), cloth('Another'))
})

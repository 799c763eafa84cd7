import assert from 'node:assert/strict'
import { test } from 'node:test'
import { html } from '#kernel/html.ts'
import { layout, titleOf, type Frame, type Page } from '#kernel/layout.ts'

const stranger: Frame = {
  path: '/',
  viewer: null,
  token: '',
  theme: 'system',
  asset: (name) => `/assets/${name}`,
}
const amina: Frame = {
  ...stranger,
  viewer: { name: 'Amina <Example>', administrator: false },
  token: 'secret',
}
const page: Page = { title: 'Events', body: html`<h1>Events</h1>` }
const network = { name: 'Carers & Co', slug: 'carers', sensitive: false }
const error = { text: 'Enter your name', href: '#name' }

/** Where each of the texts stands in the page, which must be in this order. */
function inOrder(text: string, ...parts: string[]) {
  const places = parts.map((part) => text.indexOf(part))
  assert.ok(!places.includes(-1), `Missing: ${parts[places.indexOf(-1)]}`)
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  )
}

test('a title goes from the page outwards, and says first when there is an error', () => {
  assert.equal(titleOf(page), 'Events - Guildhall')
  assert.equal(titleOf({ ...page, section: 'Carers' }), 'Events - Carers - Guildhall')
  assert.equal(titleOf({ ...page, section: 'Events' }), 'Events - Guildhall')
  assert.equal(titleOf({ ...page, errors: [] }), 'Events - Guildhall')
  assert.equal(titleOf({ ...page, errors: [error] }), 'Error: Events - Guildhall')
})

test('the error summary is the first thing in the content, linked to the field', () => {
  const text = layout(
    { ...page, errors: [error] },
    { ...stranger, notice: { text: 'Saved', kind: 'success' } },
  )
  inOrder(
    text,
    '<main',
    'There is a problem',
    '<a href="#name">Enter your name</a>',
    'Saved',
    '<h1>',
  )
})

test('names and addresses are escaped wherever they stand', () => {
  const text = layout(
    { ...page, title: 'A <b> title', section: network.name, network, description: '"quoted"' },
    amina,
  )
  assert.match(text, /<title>A &lt;b&gt; title - Carers &amp; Co - Guildhall<\/title>/)
  assert.match(text, />Amina &lt;Example&gt;<\/a>/)
  assert.match(text, /content="&quot;quoted&quot;"/)
  assert.doesNotMatch(text, /<b>|<Example>/)
})

test('a page needs no inline script or style and loads nothing from elsewhere', () => {
  const text = layout({ ...page, network, back: '/', wide: true }, { ...amina, demo: true })
  assert.doesNotMatch(
    text,
    / style=|<style|<script(?![^>]* src="\/)| on\w+=|(src|href)="(https?:)?\/\//,
  )
})

test('a stranger may sign in; a signed-in person may sign out, by a form with a token', () => {
  assert.match(layout(page, stranger), /href="\/sign-in">Sign in</)
  assert.doesNotMatch(layout(page, stranger), /<form|name="token"/)
  assert.match(
    layout(page, amina),
    /action="\/sign-out" method="post"><input type="hidden" name="token" value="secret">/,
  )
})

test('the navigation marks the nearest part, and shows administration to administrators alone', () => {
  const marked = (frame: Frame) =>
    [...layout(page, frame).matchAll(/href="([^"]*)" aria-current="(\w+)"/g)].map((m) => m.slice(1))
  assert.deepEqual(marked({ ...stranger, path: '/networks?type=profession' }), [
    ['/networks', 'page'],
  ])
  assert.deepEqual(marked({ ...stranger, path: '/networks/carers/events' }), [
    ['/networks', 'true'],
  ])
  assert.deepEqual(marked({ ...stranger, path: '/networks/new' }), [['/networks/new', 'page']])
  assert.deepEqual(marked({ ...stranger, path: '/networks-of-old' }), [])
  assert.doesNotMatch(layout(page, amina), /href="\/admin"/)
  assert.match(
    layout(page, { ...amina, viewer: { name: 'Bo', administrator: true } }),
    /href="\/admin"/,
  )
})

test('a network has a band with its name and its pages, the current one marked', () => {
  const tabs = [
    { text: 'Home', href: '/networks/carers', current: false },
    { text: 'Events', href: '/networks/carers/events', current: true },
  ]
  const text = layout(
    { ...page, network: { ...network, tabs }, back: '/networks/carers' },
    stranger,
  )
  inOrder(
    text,
    'gh-band',
    'Carers &amp; Co</a>',
    'events" aria-current="page">Events</a>',
    'govuk-back-link',
    '<main',
  )
})

test('sensitive networks look alike', () => {
  const cloth = (name: string) =>
    /<svg class="gh-weave".*?<\/svg>/.exec(
      layout({ ...page, network: { ...network, name, sensitive: true } }, stranger),
    )![0]
  assert.equal(cloth('One name'), cloth('Another'))
})

test('the way to the appearance comes back to this page, unless it is not there or has errors', () => {
  const frame = { ...stranger, path: '/networks/carers' }
  const way = (of: Page) => /href="(\/appearance[^"]*)"/.exec(layout(of, frame))![1]
  assert.equal(way(page), '/appearance?next=%2Fnetworks%2Fcarers')
  assert.equal(way({ ...page, robots: 'none' }), '/appearance')
  assert.equal(way({ ...page, errors: [error] }), '/appearance')
})

test('a page that may be shared has a picture with a whole address', () => {
  const picture = '<meta property="og:image" content="https://guildhall.example/assets/social">'
  const frame = { ...stranger, origin: 'https://guildhall.example' }
  assert.ok(layout(page, frame).includes(picture))
  assert.doesNotMatch(layout(page, stranger), /og:image/)
  assert.doesNotMatch(layout({ ...page, robots: 'none' }, frame), /og:image/)
})

test('the theme and the language are said in the page', () => {
  const text = layout({ ...page, robots: 'none' }, { ...stranger, theme: 'dark' })
  assert.match(text, /<html lang="en-GB" class="govuk-template" data-theme="dark">/)
  assert.match(text, /<meta name="robots" content="noindex, nofollow">/)
})

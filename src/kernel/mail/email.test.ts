import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { dark, emailHtml, emailText, light, type Block } from './email.ts'

const blocks: Block[] = [
  'Hello <Mei> & all',
  { code: '123456' },
  { quote: 'Come\nand see' },
  { list: ['one', 'two'] },
  { button: 'Open', href: 'https://hall.example/x?a=1&b=2' },
]

test('an email wears the colours of the theme, in the light and in the dark', () => {
  const theme = readFileSync('src/kernel/theme/theme.css', 'utf8')
  const [bright, rest] = theme.split(':root[data-theme=dark]')
  const night = rest!.split(':root[data-theme=contrast]')[0]!
  const names = Object.keys(light) as (keyof typeof light)[]
  for (const name of names) {
    const property = `--gh-${name === 'onStrong' ? 'on-strong' : name}`
    assert.ok(bright!.includes(`${property}: ${light[name]};`), `${property} ${light[name]}`)
    assert.ok(night.includes(`${property}: ${dark[name]};`), `${property} ${dark[name]}`)
  }
})

test('an email loads nothing, links only where it is asked to, and says what it was given', () => {
  const html = emailHtml('A subject', blocks)
  assert.doesNotMatch(html, /<img|<script|<link|url\(|src=/)
  assert.equal(html.match(/href="/g)!.length, 1)
  assert.match(html, /Hello &lt;Mei&gt; &amp; all[\s\S]*123456[\s\S]*Come<br>and see[\s\S]*one/)
  assert.match(html, /<title>A subject<\/title>/)
  assert.match(emailText(blocks), /^Hello <Mei> & all\n\n123456\n\n> Come\n> and see\n\n- one/)
})

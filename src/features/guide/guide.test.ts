import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Block, Chapter } from './chapter.ts'
import { chapters, findChapter, otherChapters, stepChapters, stepNumber } from './content.ts'
import { guideChapter, guideIndex } from './views.ts'

// Addresses of the product that the guide may send people to.
const addresses = new Set([
  '/accessibility',
  '/guide',
  '/join',
  '/networks',
  '/networks/new',
  '/privacy',
  ...chapters.map(({ slug }) => `/guide/${slug}`),
])

const pageOf = (slug: string) => guideChapter(slug)!.body.toString()

test('there are eight steps in order, and four more chapters', () => {
  const steps = 'purpose people governance recruiting activities tools measuring sustaining'
  assert.equal(stepChapters.map(({ slug }) => slug).join(' '), steps)
  assert.equal(otherChapters.length, 4)
  assert.equal(new Set(chapters.map(({ slug }) => slug)).size, 12)
  assert.equal(stepNumber('tools'), 6)
  assert.equal(stepNumber('pitfalls'), undefined)
})

test('each chapter has a promise, a time, sections, an example or a list, and things to try', () => {
  for (const { slug, promise, time, sections, tryIt } of chapters) {
    assert.match(promise, /\.$/, slug)
    assert.match(time, /^About \d+ minutes$/, slug)
    assert.ok(sections.length >= 4, slug)
    assert.ok(tryIt.length >= 2, slug)
    const kinds = sections.flatMap(({ blocks }) => blocks.map(({ kind }) => kind))
    assert.ok(kinds.includes('list'), slug)
    for (const { heading, blocks } of sections) assert.ok(blocks.length > 0, heading)
  }
})

test('each step has a worked example', () => {
  for (const { slug, sections } of stepChapters) {
    assert.ok(
      sections.some(({ blocks }) => blocks.some(({ kind }) => kind === 'example')),
      slug,
    )
  }
})

test('every link of ours leads to a chapter or a known page', () => {
  for (const { slug } of chapters) {
    for (const [, href] of pageOf(slug).matchAll(/href="(\/[^"]*)"/g)) {
      assert.ok(addresses.has(href!), `${slug}: ${href}`)
    }
  }
  for (const [, href] of guideIndex()
    .body.toString()
    .matchAll(/href="([^"]*)"/g)) {
    assert.ok(addresses.has(href!), href)
  }
})

test('every link within a page has somewhere to go, once', () => {
  for (const { slug } of chapters) {
    const page = pageOf(slug)
    for (const [, id] of page.matchAll(/href="#([^"]*)"/g)) {
      assert.equal(page.split(`id="${id}"`).length, 2, `${slug}#${id}`)
    }
  }
})

test('places in a network become links when the network is known, and words when it is not', () => {
  assert.match(pageOf('governance'), /in your network, step 3 of setting up/)
  const known = guideChapter('governance', 'tea')!.body.toString()
  assert.match(known, /href="\/networks\/tea\/setup\/3"/)
  assert.match(known, /href="\/networks\/tea\/charter"/)
  assert.match(known, /href="\/guide\/recruiting\?network=tea"/)
  assert.doesNotMatch(known, /in your network, /)
})

test('chapters lead on from one to the next, from first to last', () => {
  for (const [i, { slug }] of chapters.entries()) {
    const page = pageOf(slug)
    const [next] = /rel="next"/.exec(page) ?? []
    const [previous] = /rel="prev"/.exec(page) ?? []
    assert.equal(Boolean(next), i < chapters.length - 1, slug)
    assert.equal(Boolean(previous), i > 0, slug)
  }
})

test('links written in the text are links on the page', () => {
  assert.match(
    pageOf('governance'),
    /the <a class="govuk-link" href="https:[^"]*">Civil Service Code/,
  )
  assert.doesNotMatch(chapters.map(({ slug }) => pageOf(slug)).join(''), /\]\(/)
})

test('there is no page for a chapter that does not exist', () => {
  assert.equal(guideChapter('unicorns'), undefined)
  assert.equal(findChapter('toString'), undefined)
})

test('the reading-age check tells plain words from heavy ones', () => {
  assert.ok(readingGrade('The cat sat on the mat. It was a good cat.') < 2)
  const heavy =
    'Organisational stakeholders should collaboratively operationalise governance methodologies to facilitate institutional sustainability.'
  assert.ok(readingGrade(heavy) > 15)
})

for (const chapter of chapters) {
  test(`“${chapter.title}” can be read by most people of 11`, () => {
    // A reading age is about five years more than the grade.
    const grade = readingGrade(proseOf(chapter))
    assert.ok(grade <= 6, `grade ${grade.toFixed(1)}`)
  })

  test(`“${chapter.title}” has no sentence of more than 25 words`, () => {
    const sentences = textsOf(chapter).flatMap((text) => text.split(/(?<=[.!?])[”)]?\s+/))
    assert.deepEqual(
      sentences.filter((sentence) => sentence.split(/\s+/).length > 25),
      [],
    )
  })
}

function proseOf(chapter: Chapter): string {
  return textsOf(chapter)
    .map((text) => (/[.!?]”?$/.test(text) ? text : `${text}.`))
    .join(' ')
}

function textsOf({ promise, sections }: Chapter): string[] {
  return [promise, ...sections.flatMap(({ blocks }) => blocks.flatMap(wordsOf))]
}

function wordsOf(block: Block): string[] {
  if (block.kind === 'list') return [block.lead.replace(/:$/, '.'), ...block.items]
  if (block.kind === 'example') return [...block.paragraphs]
  return [block.text.replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')]
}

/** How many years of school a text asks of its reader: the Flesch–Kincaid grade. */
function readingGrade(prose: string): number {
  const sentences = prose.split(/[.!?:]+(?=\W|$)/).filter((part) => /[a-z]/i.test(part)).length
  const words = prose.match(/[a-z’']+/gi) ?? []
  const syllables = words.reduce((sum, word) => sum + syllablesIn(word), 0)
  return 0.39 * (words.length / sentences) + 11.8 * (syllables / words.length) - 15.59
}

/** Groups of vowels, less a silent e or ed at the end: right for nine words in ten. */
function syllablesIn(word: string): number {
  const plain = word.toLowerCase().replace(/[^a-z]/g, '')
  const spoken = plain.replace(/(?<=[^aeiouylrtd])(?:e|es|ed)$|(?<=[rtd])e$|(?<=[rl])ed$/, '')
  return Math.max(1, (spoken.match(/[aeiouy]+/g) ?? []).length)
}

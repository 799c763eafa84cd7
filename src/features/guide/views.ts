import { insetText, pagination } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import type { Block, Chapter, Place, Section, TryIt } from './chapter.ts'
import { chapters, findChapter, otherChapters, stepChapters, stepNumber } from './content.ts'

/** A page of the guide: its title, its content, and a line about it for search and sharing. */
export type GuidePage = { title: string; body: Html; description: string }

/** The first page of the guide: the eight steps in order, and what else to read. */
export function guideIndex(): GuidePage {
  const description = 'How to start a network in public service, and keep it going, in eight steps.'
  const body = html`
<h1 class="govuk-heading-xl">Guide to running a network</h1>
<div class="govuk-grid-row">
  <div class="govuk-grid-column-two-thirds">
    <p class="govuk-body-l">Start a network and keep it going, in eight steps. People come first. Tools come sixth.</p>
    <p class="govuk-body">You need no training and no budget to begin. Take one step at a time, and come back when you are ready for the next.</p>
  </div>
</div>
<h2 class="govuk-heading-l govuk-!-margin-top-6">The eight steps</h2>
<ol class="gh-cards" role="list">${stepChapters.map(card)}</ol>
<h2 class="govuk-heading-l">Read as well</h2>
<ul class="gh-cards" role="list">${otherChapters.map(card)}</ul>`
  return { title: 'Guide to running a network', body, description }
}

/**
 * A chapter of the guide.
 * In: the last part of its address, and the slug of the reader's network, if we know it: places in
 * a network are links then. Out: the page, or undefined when there is no such chapter.
 */
export function guideChapter(slug: string, network?: string): GuidePage | undefined {
  const chapter = findChapter(slug)
  if (!chapter) return undefined
  const body = html`
<span class="govuk-caption-xl">${kicker(chapter)}</span>
<h1 class="govuk-heading-xl">${chapter.title}</h1>
<p class="govuk-body-l">${chapter.promise}</p>
<p class="govuk-body">Takes ${chapter.time.toLowerCase()}.</p>
${contents(chapter)}
${chapter.sections.map(sectionView)}
<h2 class="govuk-heading-m" id="try-it">Try it</h2>
<ul class="govuk-list govuk-list--bullet">${chapter.tryIt.map((each) => tryItView(each, network))}</ul>
<div class="govuk-!-display-none-print">${nextAndPrevious(chapter, network)}</div>`
  return { title: chapter.title, body, description: chapter.promise }
}

function card(chapter: Chapter): Html {
  return html`
  <li class="gh-card">
    <div class="gh-card__words">
      <p class="gh-card__kind">${kicker(chapter)}</p>
      <h3 class="gh-card__heading"><a class="govuk-link" href="/guide/${chapter.slug}">${chapter.title}</a></h3>
      <p class="gh-card__purpose">${chapter.promise}</p>
      <p class="gh-facts">${chapter.time}</p>
    </div>
  </li>`
}

function kicker({ slug }: Chapter): string {
  const step = stepNumber(slug)
  if (step) return `Step ${step} of ${stepChapters.length}`
  return slug.startsWith('sensitive') ? 'When people need extra care' : 'Before you start'
}

function contents(chapter: Chapter): Html {
  const headings = [...chapter.sections.map(({ heading }) => heading), 'Try it']
  return html`
    <nav class="govuk-!-display-none-print" aria-labelledby="contents">
      <h2 class="govuk-heading-s" id="contents">On this page</h2>
      <ul class="govuk-list govuk-list--bullet">${headings.map(
        (heading) => html`<li><a class="govuk-link" href="#${anchor(heading)}">${heading}</a></li>`,
      )}</ul>
    </nav>`
}

function sectionView({ heading, blocks }: Section): Html {
  return html`
    <h2 class="govuk-heading-m" id="${anchor(heading)}">${heading}</h2>
    ${blocks.map(blockView)}`
}

function blockView(block: Block): Html {
  if (block.kind === 'text') return html`<p class="govuk-body">${withLinks(block.text)}</p>`
  if (block.kind === 'note') return insetText({ html: html`${withLinks(block.text)}` })
  if (block.kind === 'example') {
    return html`
      <div class="govuk-inset-text gh-example">
        <h3 class="govuk-heading-s">Example: ${block.title}</h3>
        ${block.paragraphs.map((each) => html`<p class="govuk-body">${withLinks(each)}</p>`)}
      </div>`
  }
  const items = block.items.map((item) => html`<li>${withLinks(item)}</li>`)
  return html`
      <p class="govuk-body">${block.lead}</p>
      ${
        block.numbered
          ? html`<ol class="govuk-list govuk-list--number">${items}</ol>`
          : html`<ul class="govuk-list govuk-list--bullet">${items}</ul>`
      }`
}

function tryItView({ text, place }: TryIt, network?: string): Html {
  const address = addressOf(place, network)
  if (address) return html`<li><a class="govuk-link" href="${address}">${text}</a></li>`
  return html`<li>${text} (${whereToLook(place)})</li>`
}

function addressOf(place: Place, network?: string): string | undefined {
  const [kind, name = ''] = place.split(':')
  if (kind !== 'setup' && kind !== 'network') return place
  if (!network) return undefined
  return `/networks/${network}/${kind === 'setup' ? `setup/${stepNumber(name)}` : name}`
}

function whereToLook(place: Place): string {
  const [kind, name = ''] = place.split(':')
  if (kind === 'network') return `in your network, under “${name}”`
  return `in your network, step ${stepNumber(name)} of setting up`
}

function nextAndPrevious({ slug }: Chapter, network?: string): Html {
  const index = chapters.findIndex((each) => each.slug === slug)
  const linkTo = (chapter: Chapter | undefined) =>
    chapter && {
      labelText: chapter.title,
      href: `/guide/${chapter.slug}${network ? `?network=${network}` : ''}`,
    }
  return pagination({
    landmarkLabel: 'Chapters',
    previous: linkTo(chapters[index - 1]),
    next: linkTo(chapters[index + 1]),
  })
}

/** The links in a text, written `[words](/address)`, as links. */
function withLinks(text: string): Content[] {
  const [first, ...rest] = text.split(/\[([^\]]+)\]\(([^)\s]+)\)/)
  const parts: Content[] = [first]
  for (let i = 0; i < rest.length; i += 3) {
    parts.push(html`<a class="govuk-link" href="${rest[i + 1]}">${rest[i]}</a>`, rest[i + 2])
  }
  return parts
}

function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}

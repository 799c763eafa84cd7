import { longDate } from '#kernel/clock.ts'
import { button, insetText, tag } from '#kernel/govuk/all.ts'
import { html, type Content, type Html } from '#kernel/html.ts'
import { heading } from '#kernel/pieces.ts'
import { prose } from '#kernel/prose.ts'
import { gradeLabel, regionLabel } from '#features/people/index.ts'
import { aliveWords, joiningWords } from './alive.ts'
import { differences } from './emails.ts'
import type { Face, Relative } from './face.ts'
import type { Network } from './find.ts'
import { joiningWay, joinText, section } from './joining-way.ts'
import { themeLabel } from './themes.ts'
import { isKeyOf, networkStatuses, networkTypes, roles } from './words.ts'

/**
 * The public face of a network: what it is, whether it is for me, what happens next, how to join.
 * `home` is what a member finds there besides.
 */
export function faceView(face: Face, today: string, home?: Content): Html {
  const { network, panels } = face
  return html`
<div class="gh-face">
<div class="gh-face__opening">
${heading(network.name, { caption: networkTypes[network.type].label, size: 'xl' })}
${statusWords(face)}
${network.purpose.split(/\n\s*\n/).map((part) => html`<p class="govuk-body-l gh-break">${part}</p>`)}
</div>
<aside class="gh-face__glance" aria-label="At a glance">${glance(face, today)}</aside>
<div>
${home}
${network.mission && section('Our mission', prose(network.mission))}
${network.priorities && section('What we work on', prose(network.priorities))}
${section('Who it is for', html`${prose(network.audience)}${scopeWords(face)}`)}
${!network.member && network.status !== 'proposed' && joiningWay(face)}
${panels}
${face.officeHolders.length > 0 && section('Who runs it', officeHolders(face))}
${face.parts.length > 0 && section('Networks that are part of this one', partList(face))}
${network.contact && section('Contact', contactWords(network.contact))}
</div>
</div>`
}

function statusWords({ network, change, coming }: Face): Content {
  const { label, hint } = networkStatuses[network.status]
  const why = change?.reason && html`<p class="govuk-body">Why: ${change.reason}</p>`
  const since = change && `Since ${longDate(change.changed_on)}.`
  return [
    network.status !== 'live' &&
      insetText({
        html: html`<p class="govuk-body">${tag({ text: label, classes: 'govuk-tag--grey' })} ${hint} ${since}</p>${why}`,
      }),
    coming?.takes_effect_on &&
      insetText({
        html: html`<p class="govuk-body">From ${longDate(coming.takes_effect_on)}, this network will be less private:</p>
<ul class="govuk-list govuk-list--bullet">${differences(network, coming).map((each) => html`<li>${each}</li>`)}</ul>
<p class="govuk-body">If you are not happy with that, talk to a lead, or leave before then.</p>`,
      }),
  ]
}

function scopeWords({ scope }: Face): Content {
  const grades = scope.grades.map(
    (grade) => gradeLabel(...(grade.split('/', 2) as [string, string])) ?? grade,
  )
  const lists: [string, string[]][] = [
    ['It is for people in', scope.organisations.map((each) => each.name)],
    ['It is for people who work in', scope.regions.map((region) => regionLabel(region) ?? region)],
    ['It is for people in these grades', grades],
  ]
  return lists.map(
    ([title, items]) =>
      items.length > 0 &&
      html`<p class="govuk-body">${title}:</p><ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`,
  )
}

function officeHolders({ officeHolders: holders }: Face): Html {
  const role = (each: Face['officeHolders'][number]) =>
    each.title || (isKeyOf(roles, each.role) ? roles[each.role].label : each.role)
  return html`<ul class="govuk-list">${holders.map((each) => html`<li>${each.public_name}, ${role(each).toLowerCase()}</li>`)}</ul>`
}

function partList({ network, parts, moreParts }: Face): Html {
  return html`<ul class="govuk-list">${parts.map((part) => html`<li>${relativeLink(part)}${part.region && part.kind === 'regional-hub' && `, ${regionLabel(part.region) ?? part.region}`}</li>`)}</ul>
${moreParts && html`<p class="govuk-body"><a class="govuk-link" href="/networks?umbrella=${network.slug}">See all the networks that are part of this one</a></p>`}`
}

const relativeLink = (relative: Relative): Html =>
  html`<a class="govuk-link" href="/networks/${relative.slug}">${relative.name}</a>`

/** An address becomes a link; anything else is text. */
function contactWords(contact: string): Html {
  if (/^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(contact))
    return html`<p class="govuk-body"><a class="govuk-link gh-break" href="mailto:${contact}">${contact}</a></p>`
  if (/^https:\/\/[^\s<>"]+$/.test(contact))
    return html`<p class="govuk-body"><a class="govuk-link gh-break" href="${contact}" rel="nofollow noopener">${contact}</a></p>`
  return prose(contact)
}

function glance({ network, figure, standing, umbrella }: Face, today: string): Html {
  const join = joinText(network, standing)
  const facts: [string, Content][] = [
    [
      'How it is doing',
      network.status === 'setting-up' || network.status === 'proposed'
        ? networkStatuses[network.status].label
        : aliveWords(network, figure, today),
    ],
    ['How to join', !network.member && howToJoin(network, standing)],
    ['About', network.theme && themeLabel(network.theme)],
    ['Region', network.region && regionLabel(network.region)],
    ['Part of', umbrella && relativeLink(umbrella)],
    ['Live since', network.live_on && longDate(network.live_on)],
  ]
  return html`<dl class="gh-facts">${facts.map(([term, text]) => Boolean(text) && html`<div><dt>${term}:</dt> <dd>${text}</dd></div>`)}</dl>
${join && button({ text: join, href: `/join?network=${network.slug}` })}`
}

function howToJoin(network: Network, { status, invited }: Face['standing']): string {
  if (status === 'requested') return 'You have asked'
  if (status === 'waiting') return 'You are on the waiting list'
  if (invited && network.status === 'live') return 'You are invited'
  return joiningWords(network)
}

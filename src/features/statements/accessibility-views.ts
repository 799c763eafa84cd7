import { longDate } from '#kernel/clock.ts'
import { html, type Content } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { heading, stackedTable } from '#kernel/pieces.ts'
import { accessibility } from './accessibility.ts'
import { contactLine, publisherNote } from './contact-views.ts'
import type { Publisher } from './publisher.ts'

/** The accessibility statement of this installation. The first sentence, and what the headings cover, are set by law. */
export function accessibilityView({
  publisher,
  site,
  administrator,
}: {
  publisher: Publisher
  site: string
  administrator: boolean
}): View {
  const { status, tested, untested, issues, preparedOn, testedOn } = accessibility
  const who = publisher.name || 'whoever runs this installation'
  return {
    title: 'Accessibility statement',
    description:
      'How accessible this website is, what has not been tested, and how to tell us about a problem.',
    share: true,
    body: html`${heading('Accessibility statement for Guildhall')}
      ${publisherNote(publisher, administrator)}
      <p class="govuk-body">This accessibility statement applies to the Guildhall website at <span class="gh-break">${site}</span>.</p>
      <p class="govuk-body">${publisher.name && `This website is run by ${publisher.name}. `}As many people as possible should be able to use it. You should be able to:</p>
      ${list([
        'choose light, dark or high-contrast colours, or let your device choose',
        'zoom in up to 400% and read everything without scrolling sideways',
        'use every page with a keyboard alone',
        'use every page with scripts switched off',
        'make the text bigger or more widely spaced without losing any of it',
        'read most of the text without knowing any jargon',
      ])}
      <p class="govuk-body"><a class="govuk-link" href="/appearance">Change how pages look</a></p>

      ${heading('How accessible this website is', { level: 2 })}
      ${issues.length === 0 ? html`<p class="govuk-body">We know of no part that is not accessible. But much has not been tested yet, so there may be some. It has not been tested with or by:</p>` : html`<p class="govuk-body">We know that some parts are not fully accessible. They are listed below. It has not been tested with or by:</p>`}
      ${list(untested)}
      <p class="govuk-body">Leads and members of networks write some of what you read here. We cannot promise that all of it is clear, but leads can be asked to change it.</p>

      ${heading('Feedback and contact information', { level: 2, id: 'contact' })}
      <p class="govuk-body">If you find a problem that is not listed here, if you cannot use a page, or if you need something in another format, such as large print, easy read, audio or braille, tell ${who}. Say which page it is, what you wanted to do, and what you use, such as a screen reader.</p>
      ${contactLine(publisher.contact)}
      <p class="govuk-body">You should get an answer within 10 working days.</p>

      ${heading('Enforcement procedure', { level: 2 })}
      <p class="govuk-body">The Equality and Human Rights Commission (EHRC) enforces the Public Sector Bodies (Websites and Mobile Applications) (No. 2) Accessibility Regulations 2018. If you are not happy with the answer to your complaint, <a class="govuk-link" href="https://www.equalityadvisoryservice.com/">contact the Equality Advisory and Support Service (EASS)</a>. In Northern Ireland, <a class="govuk-link" href="https://www.equalityni.org/">contact the Equality Commission for Northern Ireland (ECNI)</a>.</p>

      ${heading('Technical information about this website’s accessibility', { level: 2 })}
      <p class="govuk-body">Whoever runs this website is committed to making it accessible, in accordance with the regulations named above.</p>
      ${heading('Compliance status', { level: 3 })}
      <p class="govuk-body">This website is ${status} compliant with the <a class="govuk-link" href="https://www.w3.org/TR/WCAG22/">Web Content Accessibility Guidelines version 2.2</a> AA standard${status === 'partially' && (issues.length === 0 ? '. We know of no criterion that it fails, and do not call it fully compliant because of what has not been tested' : ', because of the parts listed below')}.</p>

      ${heading('Non-accessible content', { level: 2 })}
      ${issues.length === 0 ? html`<p class="govuk-body">None that we know of. What we find will be listed here, with the criterion it fails, what to do instead, and when it will be right.</p>` : stackedTable({ caption: 'Parts that are not accessible', columns: ['What', 'Criterion', 'What to do instead', 'Right by'], rows: issues.map(({ what, criterion, instead, by }) => [what, criterion, instead, longDate(by)]) })}
      ${heading('Disproportionate burden', { level: 3 })}
      <p class="govuk-body">Nothing is left out because it would be a disproportionate burden.</p>
      ${heading('Content that is not within the scope of the regulations', { level: 3 })}
      <p class="govuk-body">None.</p>

      ${heading('What we are doing to improve accessibility', { level: 2 })}
      <p class="govuk-body">Every change to Guildhall is checked automatically before it is accepted: pages with a problem that the checker can find do not get in. Checkers find less than half of all problems. The next step is testing with people who use the tools named above.</p>

      ${heading('Preparation of this accessibility statement', { level: 2 })}
      <p class="govuk-body">This statement was prepared on ${longDate(preparedOn)}. The website was last tested on ${longDate(testedOn)}, by its makers, automatically:</p>
      ${list(tested)}`,
  }
}

const list = (items: readonly Content[]) =>
  html`<ul class="govuk-list govuk-list--bullet">${items.map((item) => html`<li>${item}</li>`)}</ul>`

import { html } from './html.ts'
import type { View } from './http.ts'

type Kind = 'not-found' | 'forbidden' | 'too-many' | 'stale' | 'too-large' | 'unreadable' | 'broken'

/** The page for what went wrong: what happened, and what to do. The same bytes for the same kind, whatever lies behind. */
export function errorPage(kind: Kind, minutes = 10): View {
  const [status, title, ...lines] = pages(minutes)[kind]
  return {
    title,
    status,
    robots: 'none',
    body: html`<h1 class="govuk-heading-l">${title}</h1>${lines.map((line) => html`<p class="govuk-body">${line}</p>`)}<p class="govuk-body"><a class="govuk-link" href="/networks">See the networks</a> or <a class="govuk-link" href="/guide">read the guide</a>.</p>`,
  }
}

const pages = (minutes: number): Record<Kind, [number, string, ...string[]]> => ({
  'not-found': [
    404,
    'Page not found',
    'There is no page at this address that you can see.',
    'If you typed the address, check it is right. If you followed a link, the page may have moved, or it may only be there for people who are signed in.',
  ],
  forbidden: [
    403,
    'You cannot do this',
    'This is for others to see or to change. In a network, that is usually its leads.',
    'If you think you should be able to, ask one of them.',
  ],
  'too-many': [
    429,
    'Too many tries',
    `This was tried too many times in a short while, so we have paused it. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    'Nothing was lost or changed.',
  ],
  stale: [
    403,
    'This page had been open too long',
    'For your safety we only take a form from a page that was opened lately, in this browser. Nothing was changed.',
    'Go back, reload the page, and send it again. Your browser usually keeps what you typed.',
  ],
  'too-large': [
    413,
    'That is too much at once',
    'What you sent is larger than we can take. Nothing was changed.',
    'Go back and send less: a file can be up to 10 MB, and what is typed or pasted about 1 MB.',
  ],
  unreadable: [
    400,
    'We could not read what was sent',
    'Some of it was missing, or was not written in a way that we know. Nothing was changed.',
    'Go back, reload the page, and send it again.',
  ],
  broken: [
    500,
    'Sorry, there is a problem',
    'Something went wrong on our side, and nothing was changed.',
    'Go back and try again. If it happens again, tell whoever runs this service.',
  ],
})

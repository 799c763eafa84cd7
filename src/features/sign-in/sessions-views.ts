import { longTime } from '#kernel/clock.ts'
import { form } from '#kernel/forms.ts'
import { button, summaryList } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import type { Session } from './sessions.ts'

/** Where someone is signed in, each with a button that ends it. */
export function sessionsView(sessions: Session[]): View {
  return {
    title: 'Where you are signed in',
    breadcrumbs: [{ text: 'Your account', href: '/account' }],
    body: html`<h1 class="govuk-heading-l">Where you are signed in</h1>
      <p class="govuk-body">End any session you do not know. A session ends by itself after 20 hours without use, or two weeks.</p>
      ${sessions.map(
        (session) =>
          html`${summaryList({
            card: { title: { text: session.current ? 'This browser' : session.device } },
            rows: [
              { key: { text: 'Browser' }, value: { text: session.device } },
              { key: { text: 'Signed in' }, value: { text: longTime(session.started) } },
              { key: { text: 'Last used' }, value: { text: longTime(session.seen) } },
            ],
          })}${form({ action: `/account/sessions/${session.id}/end` }, button({ text: session.current ? 'End this session and sign out' : 'End this session', classes: 'govuk-button--secondary', preventDoubleClick: true }))}`,
      )}
      ${sessions.length > 1 && form({ action: '/account/sessions/end-others' }, button({ text: 'End all other sessions', classes: 'govuk-button--warning', preventDoubleClick: true }))}`,
  }
}

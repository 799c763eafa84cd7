import { longTime } from '#kernel/clock.ts'
import { emailText } from '#kernel/mail/email.ts'
import { insetText, summaryList } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import type { KeptEmail } from '#kernel/mail.ts'
import type { Health } from './queries.ts'

const crumbs = [{ text: 'Administration', href: '/admin' }]

export function adminView(): View {
  const pages = [
    [
      '/admin/organisations',
      'Organisations',
      'Add, change and merge employers and their email domains.',
    ],
    [
      '/admin/domains',
      'Email domains',
      'Let in domains beyond those of the public sector, and answer those who ask.',
    ],
    ['/admin/outbox', 'Outbox', 'Emails that wait here because there is no mail server.'],
    ['/admin/audit', 'Audit log', 'What administrators did.'],
    ['/admin/health', 'Health', 'Whether everything works, and what there is.'],
  ] as const
  return {
    title: 'Administration',
    body: html`<h1 class="govuk-heading-l">Administration</h1>
      <p class="govuk-body">You look after organisations, domains and the installation. You cannot see who is in a network, or what is said there.</p>
      <ul class="govuk-list govuk-list--spaced">${pages.map(([href, text, what]) => html`<li><a class="govuk-link govuk-!-font-weight-bold" href="${href}">${text}</a><br>${what}</li>`)}</ul>`,
  }
}

export function outboxView({
  emails,
  via,
  older,
  demo,
}: {
  emails: KeptEmail[]
  via: string
  older: string | undefined
  demo: boolean
}): View {
  return {
    title: 'Outbox',
    breadcrumbs: demo ? undefined : crumbs,
    robots: 'none',
    body: html`<h1 class="govuk-heading-l">Outbox</h1>
      ${
        demo
          ? insetText({
              text: 'No email leaves the sample. The newest is at the top: sign-in codes are here, too. Load this page again if yours is not here yet.',
            })
          : via === 'outbox'
            ? insetText({
                text: 'There is no mail server yet, so emails stay here for 30 days and reach nobody. Only administrators see this page. To send them, set SMTP_URL or NOTIFY_API_KEY.',
              })
            : html`<p class="govuk-body">There is a mail server. Emails are here only until it has taken them.</p>`
      }
      ${emails.length === 0 && html`<p class="govuk-body">No email is waiting.</p>`}
      ${emails.map(
        (kept) => html`<article class="gh-card gh-message" id="m-${kept.id}">
          <h2 class="govuk-heading-s gh-break">${kept.email.subject}</h2>
          <p class="govuk-body-s gh-break">To ${kept.email.to.name} &lt;${kept.email.to.address}&gt;, ${longTime(kept.at)}</p>
          <pre class="gh-email">${linked(emailText(kept.email.blocks))}</pre>
        </article>`,
      )}
      ${older && html`<p class="govuk-body"><a class="govuk-link" href="${older}">Older emails</a></p>`}`,
  }
}

export function healthView(health: Health): View {
  return {
    title: 'Health',
    breadcrumbs: crumbs,
    body: html`<h1 class="govuk-heading-l">Health</h1>
      ${summaryList({ rows: health.facts.map(([key, value]) => ({ key: { text: key }, value: { text: value } })) })}
      <h2 class="govuk-heading-m">How often the application acted for itself</h2>
      <p class="govuk-body">Every such piece of work has a name. This is how often each was done in the last seven days.</p>
      ${summaryList({ rows: health.reasons.map((each) => ({ key: { text: each.reason }, value: { text: String(each.times) } })) })}`,
  }
}

/** Addresses in the text of an email become links, so that the outbox can be used where there is no mail. */
function linked(text: string) {
  return text
    .split(/(https?:\/\/\S+)/)
    .map((part, i) => (i % 2 ? html`<a class="govuk-link" href="${part}">${part}</a>` : part))
}

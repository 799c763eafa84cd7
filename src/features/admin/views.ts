import { longTime } from '#kernel/clock.ts'
import { insetText, summaryList } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { cards, heading } from '#kernel/pieces.ts'
import type { KeptEmail } from '#kernel/mail.ts'
import { emailShown } from '#kernel/mail/shown.ts'
import type { Health } from './queries.ts'

const crumbs = [{ text: 'Administration', href: '/admin' }]

/** What administrators look after. */
export function adminView(emailsReadBy: string | undefined): View {
  const page = (to: string, title: string, purpose: string) => ({
    heading: title,
    href: `/admin/${to}`,
    purpose,
  })
  return {
    title: 'Administration',
    wide: true,
    body: html`${heading('Administration')}
      <p class="govuk-body">You look after organisations, domains and the installation. You cannot see who is in a network, or what is said there. ${emailsReadBy}</p>
      ${cards([
        page(
          'organisations',
          'Organisations',
          'Add, change and merge employers and their email domains.',
        ),
        page(
          'domains',
          'Email domains',
          'Let in domains beyond those of the public sector, and answer those who ask.',
        ),
        page(
          'demand',
          'What people would join',
          'Numbers of people who would join networks that are proposed, by theme.',
        ),
        page(
          'sets',
          'Sets of networks',
          'One form, at one address, for the networks that an organisation chooses.',
        ),
        page(
          'administrators',
          'Administrators',
          'See who runs the installation, and add or remove someone.',
        ),
        page(
          'publisher',
          'Who runs this',
          'The name and contact that the privacy notice and the accessibility statement give.',
        ),
        page(
          'outbox',
          'Outbox',
          'Emails that wait here, because there is no mail server or it has not taken them yet.',
        ),
        page('audit', 'Audit log', 'What administrators did.'),
        page('health', 'Health', 'Whether everything works, and what there is.'),
      ])}`,
  }
}

/** The emails that are kept here, the newest first. */
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
      ${emails.map(emailCard)}
      ${older && html`<p class="govuk-body"><a class="govuk-link" href="${older}">Older emails</a></p>`}`,
  }
}

/** How the installation is, and how often it acted for itself. */
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

/** An email as whoever gets it reads it; its links can be followed, so that all works where there is no mail. */
function emailCard({ id, at, email: { to, subject, blocks } }: KeptEmail): Html {
  const receiver = to.name ? `${to.name} <${to.address}>` : to.address
  return html`<article class="govuk-summary-card" id="m-${id}">
    <div class="govuk-summary-card__title-wrapper"><h2 class="govuk-summary-card__title gh-break">${subject}</h2></div>
    <div class="govuk-summary-card__content">
      <p class="govuk-body-s gh-break">To ${receiver}, ${longTime(at)}</p>
      ${emailShown(blocks)}
    </div>
  </article>`
}

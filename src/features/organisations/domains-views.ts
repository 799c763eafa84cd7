import { longDate } from '#kernel/clock.ts'
import { field, form, type Filling } from '#kernel/forms.ts'
import { button, input, summaryList } from '#kernel/govuk/all.ts'
import { html, type Html } from '#kernel/html.ts'
import { stackedTable } from '#kernel/pieces.ts'
import { type View } from '#kernel/http.ts'
import type { AllowedDomain, DomainRequest } from './letting-in.ts'

/** Who waits to be let in, and the domains that were. */
export function domainsView({
  allowed,
  requests,
  typed = {},
  errors = [],
}: Filling & { allowed: AllowedDomain[]; requests: DomainRequest[] }): View {
  return {
    title: 'Email domains',
    breadcrumbs: [{ text: 'Administration', href: '/admin' }],
    errors,
    body: html`<h1 class="govuk-heading-l">Email domains</h1>
      <p class="govuk-body">Domains of the public sector, and those of the <a class="govuk-link" href="/admin/organisations">organisations</a>, are let in already. Here you can let in others, such as a charity’s that works with you.</p>
      <h2 class="govuk-heading-m">Waiting for you</h2>
      ${requests.length === 0 && html`<p class="govuk-body">Nobody is waiting.</p>`}
      ${requests.map(requestCard)}
      ${
        allowed.length === 0
          ? html`<h2 class="govuk-heading-m">Domains let in</h2><p class="govuk-body">No other domain has been let in.</p>`
          : stackedTable({
              caption: 'Domains let in',
              columns: ['Domain', 'Note', 'Since', { text: 'Change', hidden: true }],
              rows: allowed.map((each) => [
                each.domain,
                each.note || 'None',
                longDate(each.allowed_on),
                form(
                  { action: '/admin/domains/removal' },
                  html`<input type="hidden" name="domain" value="${each.domain}"><button class="gh-link-button" type="submit">Take off<span class="govuk-visually-hidden"> ${each.domain}</span></button>`,
                ),
              ]),
            })
      }
      <h2 class="govuk-heading-m">Let a domain in</h2>
      ${form(
        { action: '/admin/domains' },
        input({
          ...field('domain', { typed, errors }),
          label: { text: 'Domain' },
          hint: { text: 'Such as example.org.uk' },
          spellcheck: false,
        }),
        input({
          ...field('note', { typed, errors }),
          label: { text: 'Why (optional)' },
        }),
        button({ text: 'Let it in', preventDoubleClick: true }),
      )}`,
  }
}

/** Someone who would be let in if their domain was. */
function requestCard({ id, domain, asked_on, address, reason }: DomainRequest): Html {
  return html`<article class="govuk-summary-card">
    <div class="govuk-summary-card__title-wrapper"><h3 class="govuk-summary-card__title gh-break">${domain}</h3></div>
    <div class="govuk-summary-card__content">
      ${summaryList({
        classes: 'govuk-!-margin-bottom-4',
        rows: [
          { key: { text: 'Asked by' }, value: { text: address, classes: 'gh-break' } },
          { key: { text: 'Asked on' }, value: { text: longDate(asked_on) } },
          reason && {
            key: { text: 'Where they work' },
            value: { text: reason, classes: 'gh-break' },
          },
        ],
      })}
      ${form(
        { action: `/admin/domains/requests/${id}`, class: 'govuk-button-group' },
        button({ text: 'Let in', name: 'decision', value: 'allow', preventDoubleClick: true }),
        button({
          text: 'Decline',
          name: 'decision',
          value: 'decline',
          classes: 'govuk-button--secondary',
          preventDoubleClick: true,
        }),
      )}
    </div>
  </article>`
}

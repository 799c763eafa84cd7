import { summaryList, type SummaryListRow } from '#kernel/govuk/all.ts'
import { html, type Content } from '#kernel/html.ts'
import type { View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import type { Person } from '#kernel/viewer.ts'
import { cameBySecond } from '#features/addresses/index.ts'
import { gradeLabel, regionLabel } from '#features/people/index.ts'
import type { Mine } from './mine.ts'

/** What somebody has told of themselves, and what they can do about it. */
export function accountView({ details, organisation, told }: Mine, me: Person): View {
  const region = details.region && regionLabel(details.region)
  const grade =
    details.gradeScheme && details.grade && gradeLabel(details.gradeScheme, details.grade)
  return {
    title: 'Your account',
    body: html`${heading('Your account')}
      ${me.bySecondAddress && cameBySecond()}
      ${heading('Your details', { level: 2 })}
      <p class="govuk-body">Only your name and work email address are needed. The rest helps networks to see who they reach, and you can leave it out.</p>
      ${summaryList({
        rows: [
          fact('Name', details.name, '/account/name', 'name'),
          fact(
            'Work email address',
            html`<span class="gh-break">${details.email}</span>`,
            '/account/email',
            'work email address',
          ),
          {
            key: { text: 'Other addresses' },
            value: { text: 'A second address to sign in with, or another account of yours' },
            actions: {
              items: [
                {
                  href: '/account/addresses',
                  text: 'See',
                  visuallyHiddenText: 'your email addresses',
                },
              ],
            },
          },
          told
            ? {
                key: { text: 'Organisation' },
                value: {
                  html: html`${organisation!.name}<br><span class="govuk-hint">From your email address</span>`,
                },
              }
            : fact('Organisation', organisation?.name, '/account/organisation', 'organisation'),
          fact('Region', region, '/account/region', 'region'),
          fact('Grade', grade, '/account/grade', 'grade'),
        ],
      })}
      ${heading('Your privacy', { level: 2 })}
      <ul class="govuk-list govuk-list--spaced">
        ${link('/account/privacy', 'Who sees what of you', 'Network by network, in plain words.')}
        ${link('/account/data', 'All that is held about you', 'Read it here, or take it with you.')}
        ${link('/account/invitations', 'Whether networks may invite you', 'By default they may, and you can say no to each.')}
        ${link('/account/sessions', 'Where you are signed in', 'End a session you do not know.')}
        ${link('/account/log', 'What happened to your account', 'Changes, and when you signed in.')}
        ${link('/account/erase', 'Erase your account', 'Leave every network and be forgotten.')}
      </ul>
      ${heading('How pages look', { level: 2 })}
      <p class="govuk-body"><a class="govuk-link" href="/appearance?next=/account">Choose light, dark or high contrast</a></p>`,
  }
}

function fact(key: string, value: Content, href: string, about: string): SummaryListRow {
  const given = html`${value || 'Not given'}`
  return {
    key: { text: key },
    value: { html: given },
    actions: { items: [{ href, text: value ? 'Change' : 'Add', visuallyHiddenText: about }] },
  }
}

const link = (href: string, text: string, about: string) =>
  html`<li><a class="govuk-link" href="${href}">${text}</a><br>${about}</li>`

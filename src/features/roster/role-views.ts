import { dateQuestion } from '#kernel/dates.ts'
import { longDate } from '#kernel/clock.ts'
import { errorFor, field, form, type Filling } from '#kernel/forms.ts'
import { button, checkboxes, input, radios, summaryList } from '#kernel/govuk/all.ts'
import { html } from '#kernel/html.ts'
import { one, type Ask, type View } from '#kernel/http.ts'
import { heading } from '#kernel/pieces.ts'
import type { HeldRole, OneMember } from '#features/members/index.ts'
import { networkBand, roles as roleWords, type Network } from '#features/networks/index.ts'
import { givenRoles } from './forms.ts'
import { nameOf } from './member-views.ts'
import { roleName } from './words.ts'

/** Which role, from when until when, and whether it manages the network. */
export function giveRoleView(
  ask: Ask,
  network: Network,
  member: OneMember,
  { typed = {}, errors = [] }: Filling,
): View {
  const title = `Give ${nameOf(member)} a role`
  const own = input({
    ...field('title', { typed, errors }),
    label: { text: 'What is the other role called?', classes: 'govuk-label--s' },
    hint: { text: 'Only if you chose “Another role”.' },
    classes: 'govuk-!-width-two-thirds',
  })
  return {
    title,
    section: network.name,
    network: networkBand(ask, network, 'roles'),
    back: `/networks/${network.slug}/members/${member.id}`,
    errors,
    body: html`${heading(title)}
      <p class="govuk-body">Ask them first. They are told by email, and can give the role up at any time.</p>
      ${form(
        { action: `/networks/${network.slug}/members/${member.id}/role` },
        radios({
          name: 'role',
          value: one(typed, 'role'),
          errorMessage: errorFor(errors, 'role'),
          fieldset: { legend: { text: 'Which role?', classes: 'govuk-fieldset__legend--m' } },
          items: givenRoles.map((role) => ({
            value: role,
            text: roleWords[role].label,
            hint: { text: roleWords[role].hint },
          })),
        }),
        own,
        dateQuestion('starts', { typed, errors }, { legend: 'When does the term start?' }),
        dateQuestion(
          'ends',
          { typed, errors },
          {
            legend: 'When does the term end?',
            hint: 'A year or two is usual. You can extend it later.',
          },
        ),
        checkboxes({
          name: 'manages',
          values: [one(typed, 'manages')],
          items: [
            {
              value: 'yes',
              text: 'They manage the network as a lead',
              hint: {
                text: 'Leads see members, decide who comes in, and change pages and settings.',
              },
            },
          ],
        }),
        button({ text: 'Give the role', preventDoubleClick: true }),
      )}`,
  }
}

/** One role: extend its term, or end it. */
export function roleView(
  ask: Ask,
  network: Network,
  role: HeldRole,
  { typed = {}, errors = [] }: Filling,
): View {
  const page = `/networks/${network.slug}/roles/${role.id}`
  return {
    title: roleName(role),
    section: network.name,
    network: networkBand(ask, network, 'roles'),
    back: { text: 'Roles', href: `/networks/${network.slug}/roles` },
    errors,
    body: html`${heading(roleName(role))}
      ${summaryList({
        rows: [
          {
            key: { text: 'Held by' },
            value: {
              html:
                role.name && role.membership_id
                  ? html`<a class="govuk-link" href="/networks/${network.slug}/members/${role.membership_id}">${role.name}</a>`
                  : html`${role.name ?? 'Not named'}`,
            },
          },
          { key: { text: 'Started' }, value: { text: longDate(role.starts_on) } },
          {
            key: { text: 'Ends' },
            value: { text: role.ends_on ? longDate(role.ends_on) : 'No end is set' },
          },
          { key: { text: 'Manages the network' }, value: { text: role.manages ? 'Yes' : 'No' } },
          {
            key: { text: 'Named in public' },
            value: {
              text: role.public_name
                ? `Yes, as ${role.public_name}`
                : 'No. Only they can choose to be',
            },
          },
        ],
      })}
      ${form({ action: page }, dateQuestion('ends', { typed, errors }, { legend: 'When does the term end?' }), button({ text: 'Save', preventDoubleClick: true }))}
      ${heading('End the role now', { level: 2 })}
      <p class="govuk-body">${role.manages ? 'They stay a member, but no longer manage the network through this role.' : 'They stay a member.'}</p>
      ${form({ action: `${page}/end` }, button({ text: 'End this role today', classes: 'govuk-button--warning', preventDoubleClick: true }))}`,
  }
}

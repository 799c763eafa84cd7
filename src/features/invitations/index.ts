import { sql } from '#kernel/db.ts'
import type { Feature } from '#kernel/feature.ts'
import { html } from '#kernel/html.ts'
import { heading } from '#kernel/pieces.ts'
import { invited } from './asked.ts'
import { jobs } from './jobs.ts'
import { holds } from './holdings.ts'
import { mayInvite } from './invite.ts'
import { routes } from './routes.ts'

export { invite, type Invited, type Invitee, type Inviting } from './invite.ts'
export { acceptFor } from './queries.ts'

const senders: Record<string, string> = {
  import: 'from an imported list',
  member: 'by a member',
}

export const invitations: Feature = {
  name: 'invitations',
  folder: import.meta.dirname,
  routes,
  jobs,
  tools: [
    {
      part: 'people',
      order: 10,
      text: 'Invitations',
      hint: 'Invite people by email, and see who has not answered yet.',
      href: (slug) => `/networks/${slug}/invitations`,
    },
  ],
  panels: [
    {
      place: 'network',
      order: 60,
      async render(tx, network, { member, leads }) {
        if (leads || !member || network.status !== 'live') return undefined
        if (!(await mayInvite(tx, network.id))) return undefined
        return html`${heading('Do you know someone?', { level: 2 })}
          <p class="govuk-body">Tell them about the network, then <a class="govuk-link" href="/networks/${network.slug}/invitations">send them an invitation</a>.</p>`
      },
    },
  ],
  tasks: [
    {
      key: 'invitations',
      step: 4,
      title: 'Invite the first people',
      hint: 'Ask them in person, then send the link. Emails go out when the network goes live.',
      required: false,
      href: (slug) => `/networks/${slug}/invitations`,
      done: (tx, network) =>
        tx.asSystem('see whether anyone was invited', async (system) => {
          const row = await system.row(
            sql`select id from invitations.invitation where network_id = ${network.id} limit 1`,
          )
          return row !== undefined
        }),
    },
  ],
  asked: invited,
  events: {
    'invitations.sent': 'People were invited to join.',
    'invitations.withdrawn': 'An invitation was withdrawn.',
    'invitations.reminders-changed': 'A lead switched reminders of invitations on or off.',
  },
  details: {
    'invitations.sent': ({ people, by }) =>
      by === 'interest'
        ? 'those who had said that they would join'
        : `${people === 1 ? '1 person' : `${people} people`}, ${senders[String(by)] ?? 'by a lead'}`,
    'invitations.reminders-changed': ({ on }) => (on ? 'On' : 'Off'),
  },
  sealed: {
    'invitations.invitation.content_sealed': 'network',
    'invitations.sending.content_sealed': 'network',
  },
  holds,
}

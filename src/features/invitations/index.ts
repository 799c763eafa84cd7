import { sql } from '#kernel/db.ts'
import type { Feature } from '#kernel/feature.ts'
import { invited } from './asked.ts'
import { carryInvitations, eraseInvitations, invitationsTo } from './carry.ts'
import { jobs } from './jobs.ts'
import { retireInvitations } from './queries.ts'
import { routes } from './routes.ts'

export { invite, type Invited, type Invitee, type Inviting } from './invite.ts'
export { acceptFor } from './queries.ts'

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
  tasks: [
    {
      key: 'invitations',
      step: 4,
      title: 'Invite the first people',
      hint: 'Ask them in person, then send the link. Emails go out when the network goes live.',
      required: false,
      href: (slug) => `/networks/${slug}/invitations`,
      done: async (tx, network) =>
        (await tx.row(
          sql`select id from invitations.invitation where network_id = ${network.id} limit 1`,
        )) !== undefined,
    },
  ],
  asked: invited,
  events: {
    'invitations.sent': 'People were invited to join.',
    'invitations.withdrawn': 'An invitation was withdrawn.',
  },
  details: {
    'invitations.sent': ({ people, by }) =>
      by === 'interest'
        ? 'those who had said that they would join'
        : `${people === 1 ? '1 person' : `${people} people`}, ${by === 'import' ? 'from an imported list' : 'by a lead'}`,
  },
  sealed: { 'invitations.invitation.content_sealed': 'network' },
  holds: [
    {
      what: 'Invitations to join networks',
      why: 'So that a network can ask you once, and never again if you say no',
      keptFor:
        'Your name and address until you answer, or 30 days. That you said no is kept, without your address, so that you are not asked again; other answers for a year',
      export: invitationsTo,
      erase: eraseInvitations,
      carry: carryInvitations,
      retire: retireInvitations,
    },
  ],
}

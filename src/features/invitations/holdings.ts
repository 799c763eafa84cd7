import type { Tx } from '#kernel/db.ts'
import type { Holding } from '#kernel/feature.ts'
import { addressesOf, invitedTag, type Person } from '#kernel/viewer.ts'
import { normaliseAddress } from '#features/sign-in/index.ts'
import { carryInvitations, eraseInvitations, invitationsTo } from './carry.ts'
import { refuseAll, refusedSince } from './in-peace.ts'
import { forgetInviter, retireInvitations } from './queries.ts'
import { forgetSendings, retireSendings, sentBy } from './sendings.ts'

/** What this capability holds about people: those invited, and those who invite. */
export const holds: readonly Holding[] = [
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
  {
    what: 'Whom you invited to networks',
    why: 'So that you can see and take back what you sent, and nobody is asked twice',
    keptFor: '30 days after the invitation went out',
    export: sentBy,
    async erase(tx, me) {
      await forgetInviter(tx, me.memberships)
      const keys = addressesOf(me).flatMap((address) => normaliseAddress(address).key ?? [])
      await forgetSendings(tx, me.memberships, keys)
    },
    // They are the membership's, which goes along by itself.
    carry: async () => {},
    retire: retireSendings,
  },
  {
    what: 'That you want no invitations from any network, if you said so',
    why: 'So that we can keep to it',
    keptFor:
      'Until you say otherwise. It is a scrambled mark of your address alone, and stays when you erase your account: without it, networks could invite you again',
    export: wish,
    erase: async () => {},
    async carry(tx, from, to) {
      for (const address of addressesOf(from))
        if (await refusedSince(tx, address))
          await refuseAll(tx, invitedTag(tx.keys, to.email).toString('hex'))
    },
  },
]

async function wish(tx: Tx, me: Person): Promise<Record<string, unknown>[]> {
  const since = await tx.asSystem('give someone what they wish of invitations', (system) =>
    refusedSince(system, me.email),
  )
  return since ? [{ wantsNoInvitationsSince: since }] : []
}

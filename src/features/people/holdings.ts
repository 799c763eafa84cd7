import { sql } from '#kernel/db.ts'
import type { Holding } from '#kernel/feature.ts'
import { keyringTag } from '#kernel/viewer.ts'
import { organisationById } from '#features/organisations/index.ts'
import { gradeLabel, regionLabel } from './lists.ts'
import { endAdministrating, makeAdministrator } from './administrators.ts'
import { myDetails } from './queries.ts'
import { mySecondAddresses } from './second.ts'

/** What this capability holds about people. The account itself comes last, since it is the last to go. */
export const holds: readonly Holding[] = [
  {
    what: 'The list of networks you are in, which only your account can open',
    why: 'So that your networks know you when you sign in, and nobody else can tell which they are',
    keptFor: 'Until you leave each network, or erase your account',
    export: async (_tx, me) =>
      me.memberships.length > 0 ? [{ networksYouAreInOrAskedToJoin: me.memberships.length }] : [],
    erase: async (tx, me) =>
      void (await tx.run(
        sql`delete from people.ring where tag = ${keyringTag(tx.keys, me.person)}`,
      )),
    async carry(tx, from, to) {
      const [before, after] = [keyringTag(tx.keys, from.person), keyringTag(tx.keys, to.person)]
      if (from.person !== to.person)
        await tx.run(sql`update people.ring set tag = ${after} where tag = ${before}`)
    },
  },
  {
    what: 'Whether you are an administrator of this installation',
    why: 'So that the people who run it can be told from everyone else',
    keptFor: 'As long as you are one, or until you erase your account',
    async export(tx, me) {
      const row = await tx.row<{ since: string }>(
        sql`select since from people.administrator where person_id = ${me.person}`,
      )
      return row ? [{ administratorSince: row.since }] : []
    },
    erase: async (tx, me) =>
      void (await tx.run(sql`delete from people.administrator where person_id = ${me.person}`)),
    // Whoever carries an account over says in `from` whether it proved enough to go on as an administrator.
    async carry(tx, from, to) {
      if (from.person === to.person) return
      if (from.administrator) await makeAdministrator(tx, to.person)
      await endAdministrating(tx, from.person)
    },
  },
  {
    what: 'Second email addresses, which you can sign in with',
    why: 'So that you can come back when your work address no longer works. No network sees them',
    keptFor: 'Until you remove them, or erase your account',
    export: async (tx, me) =>
      (await mySecondAddresses(tx, me)).map(({ address, addedOn }) => ({
        secondAddress: address,
        addedOn,
      })),
    erase: async (tx, me) =>
      void (await tx.run(sql`delete from people.second_address where person_id = ${me.person}`)),
    carry: async (tx, from, to) =>
      void (await tx.run(
        sql`update people.second_address set person_id = ${to.person} where person_id = ${from.person}`,
      )),
  },
  {
    what: 'Your name, work email address, organisation, region and grade',
    why: 'So that you can sign in, and so that the networks you join know who is joining',
    keptFor: 'Until you erase your account',
    async export(tx, me) {
      const details = await myDetails(tx, me)
      const row = await tx.row<{ joined_on: string }>(
        sql`select joined_on from people.person where id = ${me.person}`,
      )
      const organisation = details.organisation
        ? await organisationById(tx, details.organisation)
        : undefined
      return [
        {
          name: details.name,
          workEmailAddress: details.email,
          organisation: organisation?.name ?? null,
          region: (details.region && regionLabel(details.region)) ?? null,
          grade:
            (details.gradeScheme &&
              details.grade &&
              gradeLabel(details.gradeScheme, details.grade)) ??
            null,
          accountMadeOn: row!.joined_on,
        },
      ]
    },
    erase: async (tx, me) =>
      void (await tx.run(sql`delete from people.person where id = ${me.person}`)),
    // The one that stays has its own details; whoever carries it over has let the person choose.
    async carry(tx, from, to) {
      if (from.person !== to.person)
        await tx.run(sql`delete from people.person where id = ${from.person}`)
    },
  },
]

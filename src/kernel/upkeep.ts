import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { App } from './app.ts'
import { addDays, dateOf } from './clock.ts'
import { sql } from './db.ts'
import { forgetDrafts } from './drafts.ts'
import type { Feature } from './feature.ts'
import { folderOf } from './files.ts'
import { emailsTo, forgetEmailsTo } from './mail.ts'
import { arrivalsJob } from './mail/arrivals.ts'
import { noteReached, unreachableAmong } from './mail/unreachable.ts'
import { renewJob, watchKeyring } from './renewal.ts'
import { addressesOf } from './viewer.ts'

/** What the kernel itself does in the background: mail, and keeping house at night. */
export const upkeep: Feature = {
  name: 'upkeep',
  folder: join(import.meta.dirname, 'upkeep'),
  jobs: [{ name: 'upkeep.nightly', every: '17 2 * * *', run: nightly }, renewJob, arrivalsJob],
  async asked(tx, me) {
    const back = await tx.asSystem('tell someone that emails to them came back', (system) =>
      unreachableAmong(system, [me.email]),
    )
    if (back.size === 0) return []
    return [{ text: 'Emails to you came back. Is your address right?', href: '/account/email' }]
  },
  prepare: watchKeyring,
  events: {},
  holds: [
    {
      what: 'That emails to your address came back',
      why: 'So that you can put your address right, and leads know that they cannot reach you',
      keptFor:
        'Until an email arrives, you use another address, or a year has passed. It is a scrambled mark of the address alone',
      async export(tx, me) {
        const back = await tx.asSystem('tell someone that emails to them came back', (system) =>
          unreachableAmong(system, addressesOf(me)),
        )
        return [...back].map((address) => ({ emailsCameBackFrom: address }))
      },
      erase: (tx, me) => noteReached(tx, addressesOf(me)),
      // Of an address that is used no longer it says nothing.
      carry: (tx, from, to) =>
        noteReached(
          tx,
          addressesOf(from).filter((address) => !addressesOf(to).includes(address)),
        ),
      retire: async (tx) =>
        tx.run(sql`delete from kernel.unreachable where since < ${addDays(dateOf(tx.now), -365)}`),
    },
    {
      what: 'Emails waiting to be sent, half-filled forms and uploaded files',
      why: 'So that mail arrives and nothing you typed is lost',
      keptFor:
        'Emails until sent, or 30 days where there is no mail server; forms two days; files until the import is over',
      // A form is found by a token that only the browser has, and a file by its network: neither can be listed by person.
      export: async (tx, me) =>
        (
          await tx.asSystem('show someone the emails to them that are still here', (system) =>
            Promise.all(addressesOf(me).map((address) => emailsTo(system, address))),
          )
        )
          .flat()
          .map(({ at, email }) => ({ emailSubject: email.subject, written: at })),
      async erase(tx, me) {
        for (const address of addressesOf(me)) {
          await forgetEmailsTo(tx, address)
          await forgetDrafts(tx, address)
        }
      },
      // Emails are their readers'; a form that was half filled in on the way here is over.
      carry: async (tx, from, to) => {
        if (from.person !== to.person) await forgetDrafts(tx, from.email)
      },
      async retire(tx) {
        const emails = await tx.run(
          sql`delete from kernel.message where created_at < ${new Date(tx.now.getTime() - 30 * 86_400_000)}`,
        )
        const drafts = await tx.run(sql`delete from kernel.draft where expires_at < ${tx.now}`)
        await tx.run(
          sql`delete from kernel.attempt where window_at < ${new Date(tx.now.getTime() - 2 * 86_400_000)}`,
        )
        await tx.run(
          sql`delete from kernel.progress where updated_at < ${new Date(tx.now.getTime() - 30 * 86_400_000)}`,
        )
        return (
          emails +
          drafts +
          (await tx.run(sql`delete from kernel.file where expires_at < ${tx.now}`))
        )
      },
    },
  ],
}

/** Retires what is past its time, feature by feature; then shuffles, so that the order of rows on the disk tells nothing. */
export async function nightly(app: App): Promise<void> {
  for (const feature of app.features) {
    for (const holding of feature.holds) {
      const retire = holding.retire
      if (retire) await app.db.asSystem(`retire old data: ${feature.name}`, retire)
    }
  }
  await removeLooseFiles(app)
  await shuffle(app)
}

/**
 * Tables whose rows were written together for one person, in different networks or as person and
 * membership, with their keys. Of the log, which is long, the last week is rewritten: nights may be missed.
 */
export const shuffled = [
  { table: 'people.person', key: 'id' },
  { table: 'people.ring', key: 'id' },
  { table: 'members.membership', key: 'id' },
  { table: 'members.bond', key: 'membership_id' },
  { table: 'members.card', key: 'membership_id' },
  { table: 'members.answer', key: 'id' },
  { table: 'members.appointment', key: 'id' },
  { table: 'invitations.invitation', key: 'id' },
  { table: 'invitations.sending', key: 'id' },
  { table: 'joining.source', key: 'network_id' },
  { table: 'people.second_address', key: 'id' },
  { table: 'addresses.undo', key: 'id' },
  { table: 'sign_in.session', key: 'id' },
  { table: 'introductions.side', key: 'id' },
  { table: 'introductions.word', key: 'id' },
  { table: 'welcome.buddy', key: 'membership_id' },
  { table: 'welcome.stop', key: 'membership_id' },
  { table: 'launch.owner', key: 'card_id' },
  { table: 'audit.entry', key: 'id', days: 7 },
]

/**
 * Rewrites rows under one transaction id and in the order of their random ids. A copy of the disk then
 * no longer shows which person's row was written beside which membership's.
 */
async function shuffle(app: App): Promise<void> {
  const today = dateOf(app.db.clock())
  for (const { table, key, days } of shuffled) {
    const lately = days ? ` where day >= date '${addDays(today, -days)}'` : ''
    await app.db.engine.root(`update ${table} set ${key} = ${key}${lately}`)
    await app.db.engine.root(`cluster ${table} using ${table.split('.')[1]}_pkey`)
  }
}

async function removeLooseFiles(app: App): Promise<void> {
  const known = new Set(
    (
      await app.db.asSystem('remove loose files', (tx) =>
        tx.rows<{ id: string }>(sql`select id from kernel.file`),
      )
    ).map((row) => row.id),
  )
  const names = await readdir(folderOf(app)).catch(() => [])
  for (const name of names)
    if (!known.has(name)) await rm(join(folderOf(app), name), { force: true })
}

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { drain } from '#kernel/jobs.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { outbox, signedIn } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'
import { agree, bring, inviteAll, tableIn } from './bringing.ts'
import { checkList } from './checking.ts'
import { readList } from './reading.ts'
import { runSome } from './running.ts'
import { jobs } from './jobs.ts'

const app = await testApp()
const grace = await signedIn(app, cast.grace)
const file = `Name,Email\n${Array.from({ length: 450 }, (_, i) => `Person ${i},person.${i}@dwp.gov.uk`).join('\n')}\n`
const idOf = (address: string) => address.split('/').at(-1)!
const forgetQueue = () =>
  app.db.asSystem('the process dies', (tx) =>
    tx.run(sql`delete from kernel.outbox where job like 'imports.%'`),
  )
const resume = async () => {
  app.clock.advance(180)
  await jobs.find((job) => job.name === 'imports.resume')!.run(app, {})
  await drain(app)
}
/** Invitations to a network, and the emails that carry them: as many of each, where nobody got two. */
const sentIn = async (slug: string) => {
  const sent = (await outbox(app))
    .filter((email) => email.subject === `An invitation from ${slug}`)
    .map((email) => email.to.address)
  return { emails: sent.length, people: new Set(sent).size }
}

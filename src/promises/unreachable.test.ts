import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { sql } from '#kernel/db.ts'
import { drain } from '#kernel/jobs.ts'
import { sendMail } from '#kernel/mail.ts'
import { arrivalsJob } from '#kernel/mail/arrivals.ts'
import { makeTransport } from '#kernel/mail/transport.ts'
import { noteUnreachable, unreachableAmong } from '#kernel/mail/unreachable.ts'
import { testApp } from '../testing/app.ts'
import * as cast from '../testing/cast.ts'
import { signedIn } from '../testing/client.ts'
import { stage } from '../testing/networks.ts'

const answers = new Map<string, string>()
const server = new SMTPServer({
  authOptional: true,
  closeTimeout: 200,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) => {
    const [code, text] = answers.get(address)?.split(' ') ?? []
    done(code ? Object.assign(new Error(text), { responseCode: Number(code) }) : null)
  },
  onData: (stream, _session, done) => void stream.resume().on('end', done),
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
after(() => new Promise<void>((resolve) => server.close(resolve)))
const smtp = await testApp({
  SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
})
const app = await testApp()

const isUnreachable = (of: typeof app, address: string) =>
  of.db.asSystem('look in a test', async (tx) =>
    (await unreachableAmong(tx, [address])).has(address),
  )
const write = async (address: string) => {
  await smtp.db.as({ kind: 'stranger' }, (tx) =>
    sendMail(tx, { to: { name: '', address }, subject: 'Hello', blocks: ['Hello'] }),
  )
  await drain(smtp)
}

test('an address that is refused for good cannot be reached, until an email arrives there', async () => {
  answers.set('gone@dwp.gov.uk', '550 5.1.1')
  await write('gone@dwp.gov.uk')
  assert.equal(await isUnreachable(smtp, 'Gone@dwp.gov.uk'), true)
  answers.clear()
  await write('gone@dwp.gov.uk')
  assert.equal(await isUnreachable(smtp, 'gone@dwp.gov.uk'), false)
})

test('what a server will not have from us says nothing of the address; nor does an hour of trouble', async () => {
  answers.set('shy@dwp.gov.uk', '550 5.7.1').set('full@dwp.gov.uk', '452 4.2.2')
  await write('shy@dwp.gov.uk')
  await write('full@dwp.gov.uk')
  for (const address of answers.keys()) assert.equal(await isUnreachable(smtp, address), false)
  for (let day = 0; day < 5; day += 1) {
    smtp.clock.advance(86_400)
    await drain(smtp)
  }
  assert.equal(await isUnreachable(smtp, 'full@dwp.gov.uk'), true)
  assert.equal(await isUnreachable(smtp, 'shy@dwp.gov.uk'), false)
})

test('GOV.UK Notify is asked what became of emails: the last that it knows of an address counts', async () => {
  const at = (minutes: number) => new Date(app.clock().getTime() + minutes * 60_000).toISOString()
  const listed = (address: string, status: string, minutes: number) => ({
    id: crypto.randomUUID(),
    email_address: address,
    status,
    created_at: at(minutes - 1),
    completed_at: at(minutes),
  })
  let list = [
    listed('mended@dwp.gov.uk', 'delivered', 9),
    listed('mended@dwp.gov.uk', 'permanent-failure', 5),
    listed('lost@dwp.gov.uk', 'temporary-failure', 4),
  ]
  const notify = createServer((request, response) => {
    const isLater = request.url!.includes('older_than')
    response.end(JSON.stringify({ notifications: isLater ? [] : list }))
  })
  await new Promise<void>((resolve) => notify.listen(0, '127.0.0.1', resolve))
  after(() => notify.close())
  const url = `http://127.0.0.1:${(notify.address() as AddressInfo).port}`
  const key = `hall-${crypto.randomUUID()}-${crypto.randomUUID()}`
  const transport = makeTransport({
    rate: 120,
    via: 'notify',
    from: 'x@y.gov.uk',
    notify: { key, template: 't1', url },
  })
  const asks = () => arrivalsJob.run({ ...app, transport }, {})
  await asks()
  assert.equal(await isUnreachable(app, 'lost@dwp.gov.uk'), true)
  assert.equal(await isUnreachable(app, 'mended@dwp.gov.uk'), false)
  list = [listed('lost@dwp.gov.uk', 'delivered', 20), ...list]
  await asks()
  await asks()
  assert.equal(await isUnreachable(app, 'lost@dwp.gov.uk'), false)
})

test('Grace sees beside Mei that she cannot be reached, and Mei is asked whether her address is right', async () => {
  await stage(app, { slug: 'crew', leads: [cast.grace], members: [cast.mei, cast.alan] })
  const [grace, mei, alan] = [
    await signedIn(app, cast.grace),
    await signedIn(app, cast.mei),
    await signedIn(app, cast.alan),
  ]
  assert.doesNotMatch((await grace.get('/networks/crew/members')).text, /Cannot be reached/)
  await app.db.asSystem('test', (tx) => noteUnreachable(tx, [cast.mei.email]))
  const rows = (await grace.get('/networks/crew/members')).text.match(/Cannot be reached/g)
  assert.equal(rows?.length, 1)
  assert.doesNotMatch((await alan.get('/networks/crew/members')).text, /Cannot be reached/)
  assert.match((await mei.get('/home')).text, /Emails to you came back/)
  assert.doesNotMatch((await alan.get('/home')).text, /Emails to you came back/)
})

test('leads who see no names do not learn whom emails do not reach; nobody reads the list', async () => {
  await stage(app, { slug: 'veil', names: 'nobody', leads: [cast.grace], members: [cast.mei] })
  const grace = await signedIn(app, cast.grace)
  assert.doesNotMatch((await grace.get('/networks/veil/members')).text, /Cannot be reached/)
  const seen = await app.db.as({ kind: 'stranger' }, (tx) =>
    tx.rows(sql`select * from kernel.unreachable`),
  )
  assert.deepEqual(seen, [])
})

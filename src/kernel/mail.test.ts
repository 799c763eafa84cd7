import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { testApp } from '../testing/app.ts'
import * as cast from '../testing/cast.ts'
import { viewerFor } from '../testing/networks.ts'
import { sql } from './db.ts'
import { drain, startWorker } from './jobs.ts'
import { keptEmails, sendMail, type Email } from './mail.ts'
import { makeTransport } from './mail/transport.ts'

const received: { to: string[]; text: string }[] = []
let busy = false
const server = new SMTPServer({
  authOptional: true,
  closeTimeout: 200,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) => {
    const code = address.startsWith('nobody') ? 550 : busy ? 451 : undefined
    done(code ? Object.assign(new Error(`<${address}>: not now`), { responseCode: code }) : null)
  },
  onData(stream, session, done) {
    let text = ''
    stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
    stream.on(
      'end',
      () => (
        received.push({ to: session.envelope.rcptTo.map((each) => each.address), text }),
        done()
      ),
    )
  },
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
after(() => new Promise<void>((resolve) => server.close(resolve)))
const app = await testApp({
  SMTP_URL: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
})
const email = (address: string, name = 'Mei Member'): Email => ({
  to: { name, address },
  subject: 'A subject',
  blocks: [
    'Hello & welcome.',
    { code: '123456' },
    { button: 'Open', href: 'https://hall.example/x' },
    { list: ['one', 'two'] },
  ],
})
const send = (each: Email) => app.db.as({ kind: 'stranger' }, (tx) => sendMail(tx, each))
const kept = () =>
  app.db.asSystem('look in a test', (tx) =>
    tx.rows<{ status: string; content_sealed: Uint8Array | null }>(
      sql`select status, content_sealed from kernel.message order by created_at desc limit 1`,
    ),
  )

test('an email arrives as text and HTML, and nothing of it stays here', async () => {
  await send(email('mei@hmrc.gov.uk'))
  await drain(app)
  const mail = await PostalMime.parse(received.at(-1)!.text)
  assert.equal(mail.subject, 'A subject')
  assert.match(mail.text!, /Hello & welcome\.[\s\S]*123456[\s\S]*- one/)
  assert.match(mail.html!, /lang="en-GB"[\s\S]*Hello &amp; welcome\./)
  assert.deepEqual(await kept(), [])
})

test('an email that can be stopped says where, for the mail program and in a link', async () => {
  const href = 'https://hall.example/welcome/stop/x'
  const blocks = [{ link: 'Stop these emails', href }]
  await send({ ...email('mei@hmrc.gov.uk'), blocks, unsubscribe: href })
  await drain(app)
  const mail = await PostalMime.parse(received.at(-1)!.text)
  const header = mail.headers.find(({ key }) => key === 'list-unsubscribe')
  assert.equal(header?.value, `<${href}>`)
  assert.match(mail.text!, /Stop these emails:\nhttps:\/\/hall\.example\/welcome\/stop\/x/)
  assert.ok(mail.html!.includes(`href="${href}"`))
})

test('what waits for the mail server, no administrator reads: codes to sign in are among it', async () => {
  const ada = { ...(await viewerFor(app, cast.ada)), administrator: true }
  await send(email('mei@hmrc.gov.uk'))
  assert.equal((await kept())[0]!.status, 'waiting')
  assert.deepEqual(await app.db.as(ada, (tx) => keptEmails(tx)), [])
  await drain(app)
})

test('a name that looks like more recipients adds none', async () => {
  await send(email('mei@hmrc.gov.uk', 'Mei, eve@evil.example\r\nBcc: eve@evil.example'))
  await drain(app)
  assert.deepEqual(received.at(-1)!.to, ['mei@hmrc.gov.uk'])
})

test('an address that the server refuses for good is not tried again', async () => {
  await send(email('nobody@hmrc.gov.uk'))
  await drain(app)
  assert.equal((await kept())[0]!.status, 'failed')
})

test('an email that the server did not take is tried again, later and later, for three days', async () => {
  busy = true
  await send(email('later@hmrc.gov.uk'))
  await drain(app)
  assert.equal((await kept())[0]!.status, 'waiting')
  // Mail servers name in their answer whom they did not take it for.
  const { rows } = await app.db.engine.root('select m::text as row from kernel.message m')
  assert.match(JSON.stringify(rows), /The mail server did not take it/)
  assert.doesNotMatch(JSON.stringify(rows), /later@/)
  busy = false
  assert.equal(await drain(app), 0)
  app.clock.advance(31)
  assert.equal(await drain(app), 1)
  assert.deepEqual(received.at(-1)?.to, ['later@hmrc.gov.uk'])
  busy = true
  await send(email('never@hmrc.gov.uk'))
  for (let hours = 0; hours < 75; hours++) {
    await drain(app)
    app.clock.advance(3601)
  }
  assert.deepEqual((await kept())[0], { status: 'failed', content_sealed: null })
  busy = false
})

test('an email that no key opens counts as failed, and keeps no other from going', async () => {
  await send(email('lost@hmrc.gov.uk'))
  await app.db.asSystem('lose a key in a test', (tx) =>
    tx.run(sql`update kernel.message set content_sealed = '\\x00' where status = 'waiting'`),
  )
  await send(email('mei@hmrc.gov.uk'))
  await drain(app)
  assert.deepEqual(received.at(-1)!.to, ['mei@hmrc.gov.uk'])
  assert.equal((await kept())[0]!.status, 'failed')
})

test('work that is rolled back sends nothing', async () => {
  const before = received.length
  await assert.rejects(
    app.db.as(
      { kind: 'stranger' },
      async (tx) => (await sendMail(tx, email('mei@hmrc.gov.uk')), Promise.reject(new Error('no'))),
    ),
  )
  assert.equal(await drain(app), 0)
  assert.equal(received.length, before)
})

test('the real job runner picks work up by itself, once each', async () => {
  const before = received.length
  const worker = await startWorker(app)
  for (let i = 0; i < 20; i++) await send(email(`member${i}@hmrc.gov.uk`))
  const deadline = Date.now() + 20_000
  while (received.length < before + 20 && Date.now() < deadline)
    await new Promise((resolve) => setTimeout(resolve, 50))
  await worker.stop()
  assert.equal(new Set(received.slice(before).map((each) => each.to[0])).size, 20)
  assert.equal(received.length, before + 20)
})

test('GOV.UK Notify gets one signed request a message', async () => {
  const asked: { path?: string; token: string; body: Record<string, unknown> }[] = []
  const notify = createServer((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on(
      'end',
      () => (
        asked.push({
          path: request.url,
          token: request.headers.authorization ?? '',
          body: JSON.parse(body),
        }),
        response.writeHead(201).end('{}')
      ),
    )
  })
  await new Promise<void>((resolve) => notify.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(notify.address() as AddressInfo).port}`
  const key = `hall-${crypto.randomUUID()}-${crypto.randomUUID()}`
  await makeTransport({
    rate: 120,
    via: 'notify',
    from: 'x@y.gov.uk',
    notify: { key, template: 't1', url },
  }).deliver({
    id: 'm1',
    to: { name: 'Mei', address: 'mei@hmrc.gov.uk' },
    subject: 'S',
    text: 'T',
    html: '',
  })
  notify.close()
  const claims = JSON.parse(
    Buffer.from(asked[0]!.token.split('.')[1]!, 'base64url').toString(),
  ) as { iss: string }
  assert.equal(claims.iss, key.slice(-73, -37))
  assert.deepEqual(
    [asked[0]!.path, asked[0]!.body['email_address'], asked[0]!.body['personalisation']],
    ['/v2/notifications/email', 'mei@hmrc.gov.uk', { subject: 'S', body: 'T' }],
  )
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import writeExcel from 'write-excel-file/node'
import { sql } from '#kernel/db.ts'
import { nightly } from '#kernel/upkeep.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, codeFor, lastEmail, outbox, signedIn } from '../../testing/client.ts'
import { linkIn, statusIn } from '../../testing/joining.ts'
import { stage } from '../../testing/networks.ts'
import { agree, bring, chosenIn, inviteAll, tableIn } from '../../testing/importing.ts'

const app = await testApp()
const grace = await signedIn(app, cast.grace)
const led = { leads: [cast.grace] }
const invitedTo = async (name: string) =>
  (await outbox(app))
    .filter((email) => email.subject === `An invitation from ${name}`)
    .map((email) => email.to.address)
    .toSorted()

test('a list from Microsoft Forms is read, checked and invited, and one of its people joins', async () => {
  const network = await stage(app, {
    slug: 'forms',
    name: 'Carers’ Network',
    joining: 'invitation',
    members: [cast.alan],
    ...led,
  })
  const time = { value: new Date(Date.UTC(2026, 2, 5, 14, 30)), format: 'm/d/yy h:mm:ss' }
  const head = [
    'ID',
    'Start time',
    'Completion time',
    'Email',
    'Name',
    'Your full name',
    'What is your work email address?',
    'What interests you?',
  ]
  const row = (id: number, name: string, email: string | null) => [
    id,
    time,
    time,
    'anonymous',
    null,
    name,
    email,
    'Policy;Support;',
  ]
  const rows = [
    row(1, 'Mei Member', cast.mei.email),
    row(2, 'Alan Ally', cast.alan.email),
    row(3, 'Mei again', 'MEI.MEMBER+forms@hmrc.gov.uk'),
    row(4, 'No Address', null),
  ]
  const address = await bring(
    app,
    grace,
    'forms',
    await writeExcel([head, ...rows]).toBuffer(),
    'Join us(1-4).xlsx',
  )
  const check = await agree(app, grace, address)
  assert.match(check.text, /Nothing has been sent/)
  assert.match(check.text, /Invite 1 person\n/)
  assert.deepEqual(await invitedTo('Carers’ Network'), [])
  const result = await inviteAll(app, grace, address, 'You signed up to our list.')
  assert.deepEqual(tableIn(result.text, 'What became of every row'), [
    ['Invited', '1'],
    ['In the network already, or asking to be', '1'],
    ['Same email address as in a row above', '1'],
    ['No email address', '1'],
    ['All rows of the list', '4'],
  ])
  assert.equal(await statusIn(app, network, cast.mei), undefined, 'nobody is a member in silence')
  const email = (await lastEmail(app, cast.mei.email))!
  assert.match(JSON.stringify(email), /You signed up to our list\./)
  const mei = client(app)
  const join = await mei.post(linkIn(email), { answer: 'yes' })
  await mei.post('/join', { network: 'forms' }, join.location)
  await mei.post('/join/details', { name: cast.mei.name, email: cast.mei.email })
  await mei.post('/join/check')
  await mei.submit('/join/confirm', { code: await codeFor(app, cast.mei.email) })
  assert.equal(await statusIn(app, network, cast.mei), 'active')
})

test('a list from Microsoft Lists is read past its schema, and only the rows for this network are taken', async () => {
  await stage(app, { slug: 'lists', name: 'Rainbow Network', ...led })
  const rows = [
    'Jo Bloggs,jo.bloggs@dwp.gov.uk,"[""Rainbow"",""Carers""]"',
    'Al Other,al.other@dwp.gov.uk,"[""Carers""]"',
    'Si Both,si.both@dwp.gov.uk,"[""Rainbow""]"',
  ]
  const address = await bring(
    app,
    grace,
    'lists',
    `\uFEFFListSchema={"schemaXmlList":[]}\r\nTitle,Work email,Which networks?\r\n${rows.join('\r\n')}\r\n`,
  )
  const page = await grace.get(`${address}/columns`)
  assert.deepEqual(chosenIn(page.text), { name: '0', surname: '', email: '1', only: '2' })
  assert.match((await agree(app, grace, address)).text, /value="Rainbow" checked>/)
  const check = await grace.submit(`${address}/rows`, { choice: 'Rainbow' })
  assert.match(check.text, /Invite 2 people/)
  const kept = await app.db.asSystem('look', (tx) =>
    tx.rows(
      sql`select line from imports.line l join imports.import i on i.id = import_id where i.id = ${address.split('/').at(-1)}::uuid`,
    ),
  )
  assert.equal(kept.length, 2)
  assert.match((await inviteAll(app, grace, address)).text, /Row for another network/)
  assert.deepEqual(await invitedTo('Rainbow Network'), [
    'jo.bloggs@dwp.gov.uk',
    'si.both@dwp.gov.uk',
  ])
})

test('what cannot be invited comes back in a file that no spreadsheet program runs', async () => {
  await stage(app, { slug: 'wrong', ...led })
  const rows = [
    "=cmd|' /C calc'!A0,not an address",
    '+44 20,eve@elsewhere.example',
    ',no.name@dwp.gov.uk',
    '=1+1,fine@dwp.gov.uk',
    ',',
  ]
  const address = await bring(
    app,
    grace,
    'wrong',
    `Name,Email\n${rows.join('\n')}\nLast Row,last.row@dwp.gov.uk\n`,
  )
  const check = await agree(app, grace, address)
  assert.deepEqual(
    tableIn(check.text, 'Rows with a problem').map(([what, count, where]) => [what, count, where]),
    [
      ['Email address that cannot be used', '1', 'Row 2'],
      ['Email address of an organisation that we do not let in yet', '1', 'Row 3'],
      ['No name', '1', 'Row 4'],
    ],
  )
  const result = await inviteAll(app, grace, address)
  assert.equal(tableIn(result.text, 'What became of every row').at(-1)![1], '6')
  const csv = await grace.get(`${address}/not-taken.csv`)
  assert.match(csv.headers['content-disposition']!, /filename="rows-not-taken\.csv"/)
  assert.match(
    csv.text,
    /2,"'=cmd\|' \/C calc'!A0","not an address","The email address “not an address” cannot be used/,
  )
  assert.match(csv.text, /3,"'\+44 20"/)
  assert.equal(csv.text.trim().split('\r\n').length, 4)
  const logged = await app.db.asSystem('look', (tx) =>
    tx.rows(sql`select detail from audit.entry where event = 'imports.downloaded'`),
  )
  assert.deepEqual(logged, [{ detail: { rows: 3 } }])
})

test('the file is gone once people are invited, and what rows said 30 days later', async () => {
  const id = await stage(app, { slug: 'kept', ...led })
  const address = await bring(
    app,
    grace,
    'kept',
    'Name,Email\nJo Bloggs,jo@dwp.gov.uk\nNo Address,\n',
  )
  await agree(app, grace, address)
  const files = () =>
    app.db.asSystem('look', (tx) =>
      tx.rows(
        sql`select f.id from imports.import i join kernel.file f on f.id = i.file_id where i.network_id = ${id}`,
      ),
    )
  assert.equal((await files()).length, 1)
  await inviteAll(app, grace, address)
  assert.equal((await files()).length, 0)
  app.clock.advance(32 * 86_400)
  await nightly(app)
  const page = await (await signedIn(app, cast.grace)).get(address)
  assert.match(page.text, /What the rows said has been erased/)
  assert.equal(tableIn(page.text, 'What became of every row').at(-1)![1], '2')
  assert.equal(
    (await app.db.asSystem('look', (tx) => tx.rows(sql`select line from imports.line`))).length,
    0,
  )
})

test('a list that nobody decided on is forgotten after a week, and a list thrown away at once', async () => {
  const id = await stage(app, { slug: 'unwanted', ...led })
  const lead = await signedIn(app, cast.grace)
  const first = await bring(app, lead, 'unwanted', 'Name,Email\nJo,jo@dwp.gov.uk\n')
  await agree(app, lead, await bring(app, lead, 'unwanted', 'Name,Email\nJo,jo@dwp.gov.uk\n'))
  const kept = () =>
    app.db.asSystem('look', (tx) =>
      tx.rows(sql`select id from imports.import where network_id = ${id}`),
    )
  assert.match(
    (await lead.submit(`${first}/cancellation`, {}, `${first}/columns`)).text,
    /The list was thrown away/,
  )
  assert.equal((await kept()).length, 1)
  app.clock.advance(8 * 86_400)
  await nightly(app)
  assert.equal((await kept()).length, 0)
  assert.equal((await (await signedIn(app, cast.grace)).get(first)).status, 404)
})

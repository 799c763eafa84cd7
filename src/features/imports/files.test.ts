import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { drain } from '#kernel/jobs.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { signedIn } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'
import { agree, bring, tableIn } from '../../testing/importing.ts'
import { workbook, zip } from './crafted-files.ts'
import { runList } from './running.ts'

const app = await testApp()
await stage(app, { slug: 'files', leads: [cast.grace] })
const grace = await signedIn(app, cast.grace)
const choose = (name: string, bytes: Buffer) =>
  grace.upload('/networks/files/import', { field: 'list', name, bytes })
const protectedWorkbook = Buffer.concat([
  Buffer.from('d0cf11e0a1b11ae1', 'hex'),
  Buffer.alloc(504),
  Buffer.from('EncryptedPackage', 'utf16le'),
])

test('a file that is no list is refused at once, and says what to do', async () => {
  const refused: [string, Buffer, RegExp][] = [
    ['', Buffer.alloc(0), /Select a file/],
    [
      'members.xlsx',
      Buffer.from('MZ\x90\0\x03\0\0\0', 'latin1'),
      /must be an Excel workbook \(\.xlsx\) or a CSV file/,
    ],
    ['members.csv', Buffer.alloc(0), /The selected file is empty/],
    [
      'members.xlsx',
      protectedWorkbook,
      /password protected\. Open it, save a copy without the password/,
    ],
    ['members.csv', Buffer.alloc(10 * 1024 * 1024 + 1, 'a,b\n'), /smaller than 10MB/],
  ]
  for (const [name, bytes, why] of refused) {
    const answer = await choose(name, bytes)
    assert.equal(answer.status, 422)
    assert.match(answer.text, /<title>Error: Bring your existing list/)
    assert.match(answer.text, why)
    assert.match(answer.text, /Choose another file/)
  }
})

test('a file that turns out to be wrong when it is read says so on the same page, and is not kept', async () => {
  const bomb = zip({ ...workbook('<row/>'), 'xl/a.xml': Buffer.alloc(60_000_000, ' ') })
  const wrong: [string, Buffer, RegExp][] = [
    ['bomb.xlsx', bomb, /holds more than can be read safely/],
    ['broken.xlsx', zip({ 'xl/workbook.xml': 'not xml <<<' }), /could not be read/],
    ['none.csv', Buffer.from('Name,Email\n'), /no rows below its headings/],
  ]
  for (const [name, bytes, why] of wrong) {
    const answer = await grace.get(await bring(app, grace, 'files', bytes, name))
    assert.match(answer.text, /<title>Error: Bring your existing list/)
    assert.match(answer.text, why)
  }
  const list = (await grace.get('/networks/files/import')).text
  for (const [name, , why] of wrong)
    assert.match(list, new RegExp(`${name}[\\s\\S]*Could not be read[\\s\\S]*${why.source}`))
  const kept = await app.db.asSystem('look', (tx) => tx.rows(sql`select id from kernel.file`))
  assert.deepEqual(kept, [])
})

test('the columns page keeps what was chosen and says what is missing', async () => {
  const address = await bring(
    app,
    grace,
    'files',
    'First name,Last name,Work email\nJo,Bloggs,jo@dwp.gov.uk\n',
  )
  const answer = await agree(app, grace, address, { name: '', surname: '1', email: '1' })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /href="#name">Select the column with names/)
  assert.match(
    answer.text,
    /href="#email">Select a column for email addresses that does not hold names/,
  )
  assert.match(answer.text, /<option value="1" selected>Last name<\/option>/)
  assert.match((await agree(app, grace, address)).text, /Jo Bloggs/)
})

test('a long list is checked and invited in the background, and every row is accounted for', async () => {
  await stage(app, { slug: 'long', leads: [cast.grace] })
  const rows = Array.from({ length: 1500 }, (_, i) =>
    i % 10 === 9 ? `Nobody ${i},` : `Person ${i},person.${i % 1000}@dwp.gov.uk`,
  )
  const address = await bring(app, grace, 'long', `Name,Email\n${rows.join('\n')}\n`)
  const answer = await grace.post(`${address}/columns`, { name: '0', email: '1' })
  const working = await grace.get(answer.location)
  assert.equal(working.headers['refresh'], '3')
  assert.match(working.text, /<progress aria-label="Rows checked" max="1500" value="0">/)
  await drain(app)
  const check = await grace.get(`${address}/check`)
  assert.match(check.text, /Invite 900 people/)
  assert.match(check.text, /Rows? 11, 21, 31, 41, 51, 61, 71, 81, 91, 101 and 140 more/)
  await grace.post(`${address}/check`)
  assert.match((await grace.get(`${address}?still=yes`)).text, /See how far it is now/)
  await runList(app, address.split('/').at(-1)!)
  assert.deepEqual(tableIn((await grace.get(address)).text, 'What became of every row'), [
    ['Invited', '900'],
    ['Same email address as in a row above', '450'],
    ['No email address', '150'],
    ['All rows of the list', '1,500'],
  ])
})

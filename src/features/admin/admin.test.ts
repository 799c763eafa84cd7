import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, lastEmail, outbox, signedIn } from '../../testing/client.ts'
import { firstAdministratorLink } from '../sign-in/index.ts'

const app = await testApp()
const ada = client(app)
await ada.post(new URL((await firstAdministratorLink(app))!).pathname, {
  name: cast.ada.name,
  email: cast.ada.email,
})
const olu = await signedIn(app, cast.olu)
const pages = [
  '/admin',
  '/admin/organisations',
  '/admin/organisations/new',
  '/admin/organisations/import',
  '/admin/domains',
  '/admin/administrators',
  '/admin/outbox',
  '/admin/audit',
  '/admin/health',
]

test('administrators see their pages; others are told they are not theirs; strangers sign in first', async () => {
  for (const page of pages) {
    assert.equal((await ada.get(page)).status, 200, page)
    assert.equal((await olu.get(page)).status, 403, page)
    assert.match((await client(app).get(page)).location, /^\/sign-in\?next=/)
  }
})

test('an organisation is added, found, changed and merged', async () => {
  const added = await ada.post('/admin/organisations/new', {
    name: 'Office of Made-up Affairs',
    sector: 'other',
    domains: 'madeup.gov.uk',
  })
  assert.match(
    (await ada.get('/admin/organisations?search=made-up')).text,
    /Office of Made-up Affairs/,
  )
  await ada.post(added.location, {
    name: 'Office for Made-up Affairs',
    sector: 'other',
    domains: 'madeup.gov.uk made-up.gov.uk',
  })
  assert.match(
    (await ada.get('/admin/organisations?search=made-up.gov')).text,
    /Office for Made-up Affairs/,
  )
  const other = await ada.post('/admin/organisations/new', {
    name: 'Bureau of Invention',
    sector: 'other',
    domains: 'invention.gov.uk',
  })
  const into = other.location.split('/').pop()!
  await ada.post(`${added.location}/merge`, { into }, added.location)
  assert.match((await ada.get(other.location)).text, /made-up\.gov\.uk/)
  assert.equal((await ada.get(added.location)).status, 404)
})

test('a name or domain that is taken says whose it is, and keeps what was typed', async () => {
  const answer = await ada.post('/admin/organisations/new', {
    name: 'cabinet office',
    sector: 'other',
    domains: 'dwp.gov.uk',
  })
  assert.equal(answer.status, 422)
  assert.match(answer.text, /There is an organisation called Cabinet Office already/)
  assert.match(answer.text, /dwp\.gov\.uk belongs to Department for Work and Pensions/)
})

test('a list is brought, and each line that is not taken is accounted for', async () => {
  const bytes = Buffer.from(
    '\ufeffname,sector,domains\nGuild of Tests,other,tests.gov.uk\n,other,\nGuild of Nowhere,nonsense,x.gov.uk\nGuild of Tests,other,\nGuild of Dots,other,not a domain\n',
  )
  const answer = await ada.upload('/admin/organisations/import', {
    field: 'list',
    name: 'list.csv',
    bytes,
  })
  assert.match(answer.text, /One organisation was added/)
  for (const problem of [
    /There is no name/,
    /The sector “nonsense” is not one of ours/,
    /The same name is on line 2/,
    /“not” is not a domain/,
  ])
    assert.match(answer.text, problem)
})

test('someone asks for their domain, an administrator lets it in, and they can sign in', async () => {
  const eve = client(app)
  await eve.post('/sign-in/ask', { email: cast.eve.email, reason: 'A charity' })
  const page = (await ada.get('/admin/domains')).text
  const action = /action="(\/admin\/domains\/requests\/[^"]+)"/.exec(page)![1]!
  await ada.post(action, { decision: 'allow' }, '/admin/domains')
  assert.equal((await lastEmail(app, cast.eve.email))!.subject, 'You can now use Guildhall')
  assert.equal((await eve.post('/sign-in', { email: cast.eve.email })).location, '/sign-in/code')
  assert.match(
    (await ada.post(action, { decision: 'decline' }, '/admin/domains')).location,
    /domains/,
  )
})

test('the outbox shows emails, with links that can be followed', async () => {
  await outbox(app)
  assert.match((await ada.get('/admin/outbox')).text, /href="http:\/\/localhost:3000\/sign-in/)
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { letDomainIn } from '#features/organisations/index.ts'
import { myCard } from '#features/members/index.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, codeFor, lastEmail, outbox, signedIn } from '../../testing/client.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'

const app = await testApp()
const books = await stage(app, { slug: 'books', name: 'Book Readers', leads: [cast.grace] })
const cardOf = async (who: cast.CastMember, network: string, membership: string) => {
  const viewer = await viewerFor(app, who)
  return app.db.as(viewer, (tx) => myCard(tx, network, membership))
}

test('every page of the account is for the person alone', async () => {
  const paths = app.features
    .find((feature) => feature.name === 'account')!
    .routes!.filter((route) => !route.open)
  assert.ok(paths.length > 15)
  for (const { method, path } of paths) {
    const address = path.replace(':scheme', 'nhs')
    const answer =
      method === 'GET'
        ? await client(app).get(address)
        : await client(app).post(address, {}, '/appearance')
    assert.equal(answer.status, 303, `${method} ${path}`)
    assert.match(answer.location, /^\/sign-in/)
  }
})

test('Mei changes her name, and her network sees the new one', async () => {
  const membership = await join(app, books, cast.mei)
  const mei = await signedIn(app, cast.mei)
  const after = await mei.submit('/account/name', { name: 'Mei Renamed' })
  assert.match(after.text, /Your name has changed[\s\S]*Mei Renamed/)
  assert.equal((await cardOf(cast.mei, books, membership))!.name, 'Mei Renamed')
})

test('a name chosen for one network stays when the person’s own changes', async () => {
  const membership = await join(app, books, cast.alan, { displayName: 'Al of the Books' })
  const alan = await signedIn(app, cast.alan)
  await alan.post('/account/name', { name: 'Alan Otherwise' })
  await alan.post('/account/region', { region: 'wales' })
  assert.deepEqual({ ...(await cardOf(cast.alan, books, membership)) }.name, 'Al of the Books')
  assert.equal((await cardOf(cast.alan, books, membership))!.region, 'wales')
  assert.match(
    (await alan.get('/account/privacy')).text,
    /Al of the Books[\s\S]*A name you chose for this network alone/,
  )
})

test('a missing or overlong name is asked for again, with what was typed', async () => {
  const mei = await signedIn(app, cast.mei)
  assert.match(
    (await mei.post('/account/name', { name: ' ' })).text,
    /Error: Your name[\s\S]*Enter your full name/,
  )
  const long = await mei.post('/account/name', { name: 'm'.repeat(121) })
  assert.equal(long.status, 422)
  assert.ok(long.text.includes('m'.repeat(121)))
})

test('a region that is none is refused', async () => {
  const mei = await signedIn(app, cast.mei)
  for (const region of ['', 'narnia'])
    assert.match((await mei.post('/account/region', { region })).text, /Select a region/)
})

test('a grade is chosen in two steps, in people’s own words where grades are local, and taken back', async () => {
  const mei = await signedIn(app, cast.mei)
  assert.equal(
    (await mei.post('/account/grade', { scheme: 'civil-service' })).location,
    '/account/grade/civil-service',
  )
  assert.match(
    (await mei.post('/account/grade/civil-service', { grade: 'band-5' })).text,
    /Select your grade/,
  )
  assert.match(
    (await mei.submit('/account/grade/civil-service', { grade: 'heo' })).text,
    /Higher Executive Officer/,
  )
  assert.match(
    (await mei.post('/account/grade/local-government', { grade: '' })).text,
    /Enter your grade/,
  )
  assert.match((await mei.submit('/account/grade/local-government', { grade: 'PO4' })).text, /PO4/)
  assert.match((await mei.get('/account/grade/local-government')).text, /value="PO4"/)
  assert.doesNotMatch((await mei.submit('/account/grade', { scheme: 'none' })).text, /PO4/)
  assert.equal((await mei.get('/account/grade/wizards')).status, 404)
})

test('an organisation is told by the address where it can be, and chosen where it cannot', async () => {
  const organisation = crypto.randomUUID()
  await app.db.asSystem('set up a test', async (tx) => {
    await tx.run(
      sql`insert into organisations.organisation (id, slug, name, sector) values (${organisation}, 'madeup', 'Office of Made-up Affairs', 'other')`,
    )
    await tx.run(
      sql`insert into organisations.domain (domain, organisation_id) values ('madeup.gov.uk', ${organisation})`,
    )
    await letDomainIn(tx, 'shared.example', 'For a test')
  })
  const told = await signedIn(app, { name: 'Tess Told', email: 'tess@madeup.gov.uk' })
  assert.match(
    (await told.get('/account')).text,
    /Office of Made-up Affairs[\s\S]*From your email address/,
  )
  assert.match(
    (await told.post('/account/organisation', { organisation: '' }, '/account/name')).text,
    /that is your organisation here/,
  )
  const asked = await signedIn(app, { name: 'Ash Asked', email: 'ash@shared.example' })
  assert.match(
    (await asked.submit('/account/organisation', { organisation })).text,
    /Office of Made-up Affairs/,
  )
  assert.doesNotMatch(
    (await asked.submit('/account/organisation', { organisation: crypto.randomUUID() })).text,
    /Office of Made-up Affairs/,
  )
})

test('a new address counts once its code has come back, and the old one is told', async () => {
  const ravi = await signedIn(app, cast.ravi)
  await ravi.post('/account/email', { email: 'ravi.new+work@leeds.gov.uk' })
  assert.match(
    (await ravi.post('/account/email/code', { code: '000000' })).text,
    /That is not the code|no longer works/,
  )
  const code = await codeFor(app, 'ravi.new+work@leeds.gov.uk')
  assert.equal((await ravi.get('/account')).text.includes('ravi.new'), false)
  assert.match(
    (await ravi.submit('/account/email/code', { code })).text,
    /ravi\.new\+work@leeds\.gov\.uk/,
  )
  const note = await lastEmail(app, cast.ravi.email)
  assert.equal(note!.subject, 'Your work email address has changed')
  assert.ok(!JSON.stringify(note!.blocks).includes('ravi.new'))
  assert.equal(
    (await ravi.post('/account/email/code', { code }, '/account/name')).location,
    '/account/email',
  )
})

test('an address that is taken, unknown or unchanged is refused, and never before it is proved', async () => {
  const sam = await signedIn(app, cast.sam)
  for (const [email, says] of [
    [cast.sam.email, /your address already/],
    [cast.eve.email, /We do not know elsewhere\.example/],
    ['no', /Enter an email address/],
  ] as const) {
    assert.match((await sam.post('/account/email', { email })).text, says)
  }
  const before = (await outbox(app)).length
  assert.equal(
    (await sam.post('/account/email', { email: cast.grace.email })).location,
    '/account/email/code',
  )
  assert.equal((await outbox(app)).length, before + 1)
  await signedIn(app, cast.grace)
  await sam.post('/account/email', { email: cast.grace.email })
  assert.equal(
    (await sam.post('/account/email/code', { code: await codeFor(app, cast.grace.email) }))
      .location,
    '/account/addresses/merge',
  )
})

test('a code that one person asked for does nothing for another in the same browser', async () => {
  const first = await signedIn(app, cast.carlos)
  await first.post('/account/email', { email: 'carlos.new@leeds.gov.uk' })
  const code = await codeFor(app, 'carlos.new@leeds.gov.uk')
  const second = await signedIn(app, cast.sylvia)
  second.cookies.set('draft-change-email', first.cookies.get('draft-change-email')!)
  assert.equal(
    (await second.post('/account/email/code', { code }, '/account/name')).location,
    '/account/email',
  )
  assert.ok((await second.get('/account')).text.includes(cast.sylvia.email))
})

test('who sees what is said in words, from what each network is set to', async () => {
  const olu = cast.olu
  for (const [slug, names, sensitive] of [
    ['open-names', 'members', false],
    ['lead-names', 'leads', false],
    ['no-names', 'nobody', false],
    ['n-sensitive', 'leads', true],
  ] as const) {
    await join(
      app,
      await stage(app, { slug, name: slug, names, sensitive, leads: [cast.grace] }),
      olu,
    )
  }
  await join(
    app,
    await stage(app, {
      slug: 'asked',
      name: 'asked',
      names: 'nobody',
      joining: 'request',
      leads: [cast.grace],
    }),
    olu,
    { status: 'requested' },
  )
  const { text } = await (await signedIn(app, olu)).get('/account/privacy')
  const part = (name: string) =>
    text.split('govuk-summary-card__title"').find((each) => each.includes(`\n  ${name}\n`))!
  assert.match(part('open-names'), /All its members\./)
  assert.match(part('open-names'), /Only its leads see your region and grade/)
  assert.match(part('lead-names'), /Only its leads\. Other members do not see/)
  assert.match(part('n-sensitive'), /Only its leads\. Other members do not see/)
  assert.match(part('no-names'), /Nobody, not even its leads/)
  assert.match(part('asked'), /Its leads, so that they can decide/)
  assert.match(part('no-names'), /href="\/networks\/no-names\/membership"/)
})

test('the log says what happened to the account, and nothing of anyone else’s', async () => {
  const olu = await signedIn(app, cast.olu)
  await olu.post('/account/region', { region: 'london' })
  const { text } = await olu.get('/account/log')
  assert.match(text, /Someone changed their details\.[\s\S]*Someone signed in\./)
  assert.doesNotMatch(text, /Book Readers|changed to it/)
})

test('the log is read page by page, each entry once', async () => {
  const mei = await signedIn(app, { name: 'Lena Long', email: 'lena.long@leeds.gov.uk' })
  for (let i = 0; i < 60; i++)
    await mei.post('/account/region', { region: i % 2 ? 'london' : 'wales' })
  const first = (await mei.get('/account/log')).text
  const older = /href="(\/account\/log\?after=[^"]+)"/.exec(first)![1]!
  const rows = (text: string) =>
    text.split('<tr class="govuk-table__row"><th scope="row"').length - 1
  assert.equal(rows(first), 50)
  assert.equal(rows((await mei.get(older)).text), 11)
})

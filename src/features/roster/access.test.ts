import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn } from '../../testing/client.ts'
import { join, stage } from '../../testing/networks.ts'
import { roster } from './index.ts'

const app = await testApp()
const hidden = { status: 'setting-up', findable: 'invited' }
const people = { leads: [cast.grace], members: [cast.mei] }
const network = await stage(app, { slug: 'seen', ...people, joining: 'request' })
await stage(app, { slug: 'unseen', ...people, ...hidden })
const asked = await join(app, network, cast.ravi, { status: 'requested' })
const browsers = {
  lead: await signedIn(app, cast.grace),
  member: await signedIn(app, cast.mei),
  asker: await signedIn(app, cast.ravi),
  outsider: await signedIn(app, cast.olu),
  stranger: client(app),
}

/** What each page answers: in the order lead, member, asker, outsider, stranger. A stranger is asked to sign in. */
const pages: Record<string, readonly number[]> = {
  members: [200, 200, 403, 403, 303],
  'members.csv': [200, 403, 403, 403, 303],
  [`members/${asked}`]: [200, 403, 403, 403, 303],
  [`members/${asked}/decline`]: [200, 403, 403, 403, 303],
  roles: [200, 200, 403, 403, 303],
  'roles/new': [200, 403, 403, 403, 303],
  questions: [200, 403, 403, 403, 303],
  'questions/new': [200, 403, 403, 403, 303],
  membership: [200, 200, 200, 403, 303],
  'membership/name': [200, 200, 200, 403, 303],
  'membership/category': [200, 200, 403, 403, 303],
  'membership/answers': [200, 200, 200, 403, 303],
  leave: [200, 200, 200, 403, 303],
}

for (const [page, expected] of Object.entries(pages)) {
  test(`/networks/:slug/${page.replace(asked, ':id')} is for those whom the table names`, async () => {
    for (const [i, [who, browser]] of Object.entries(browsers).entries()) {
      assert.equal((await browser.get(`/networks/seen/${page}`)).status, expected[i], who)
    }
  })
}

test('to an outsider every page of a hidden network is the page of no such network', async () => {
  assert.equal((await browsers.lead.get('/networks/unseen/members')).status, 200)
  for (const { path } of roster.routes!.filter((route) => route.method === 'GET')) {
    const at = (slug: string) => path.replace(':slug', slug).replace(':id', asked)
    for (const browser of [browsers.outsider, browsers.stranger]) {
      const [unseen, nothing] = [await browser.get(at('unseen')), await browser.get(at('nosuch'))]
      assert.equal(unseen.status, nothing.status, path)
      assert.equal(unseen.text.replaceAll('unseen', 'nosuch'), nothing.text, path)
    }
  }
})

test('a member who posts what only leads may do changes nothing', async () => {
  const posts = [
    `members/${asked}/approval`,
    `members/${asked}/decline`,
    `members/${asked}/role`,
    `members/${asked}/removal`,
    'questions/new',
  ]
  for (const page of posts) {
    const answer = await browsers.member.post(
      `/networks/seen/${page}`,
      { reason: 'full', category: 'ally', text: 'x', kind: 'text' },
      '/networks/seen/leave',
    )
    assert.equal(answer.status, 403, page)
  }
  assert.match(
    (await browsers.lead.get('/networks/seen/members')).text,
    /Ravi Requester[\s\S]*Approve/,
  )
})

test('an address of nothing answers as such, whatever is typed into it', async () => {
  for (const page of [
    'members/1',
    'members/x/category',
    `roles/${asked}`,
    'questions/up',
    'membership/roles/1',
  ]) {
    assert.equal((await browsers.lead.get(`/networks/seen/${page}`)).status, 404, page)
    assert.ok(
      [403, 404].includes(
        (await browsers.lead.post(`/networks/seen/${page}`, {}, '/networks/seen/leave')).status,
      ),
      page,
    )
  }
})

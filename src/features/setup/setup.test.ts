import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { client, signedIn } from '../../testing/client.ts'
import { stage, viewerFor } from '../../testing/networks.ts'
import { tasksOf } from './plan.ts'
import { waiting } from './waiting.ts'

const app = await testApp()
const all = tasksOf(app)
// What other capabilities ask is theirs to prove: here are the tasks of setting up and of governing.
const proven = new Set(['setup', 'governance'])
Object.assign(app, {
  features: app.features.map((each) => (proven.has(each.name) ? each : { ...each, tasks: [] })),
})

await stage(app, {
  slug: 'carers',
  name: 'Carers’ Network',
  status: 'setting-up',
  joining: 'request',
  leads: [cast.grace, cast.carlos],
  members: [cast.mei],
})
const grace = await signedIn(app, cast.grace)
const carlos = await signedIn(app, cast.carlos)
const at = '/networks/carers/setup'
const date = { 'by-day': '1', 'by-month': '6', 'by-year': '2027' }
const goal = { statement: 'Grow', measure: 'Members', target: '100', ...date }

test('only its leads see a network’s setting up; a stranger to it meets nothing', async () => {
  assert.equal((await grace.get(at)).status, 200)
  assert.equal((await (await signedIn(app, cast.mei)).get(at)).status, 403)
  assert.equal((await (await signedIn(app, cast.olu)).get(at)).status, 404)
  assert.match((await client(app).get(at)).location, /^\/sign-in/)
})

test('tasks have keys of their own, and addresses under the network', () => {
  assert.equal(new Set(all.map(({ key }) => key)).size, all.length)
  for (const task of all) assert.match(task.href('carers'), /^\/networks\/carers\//)
})

test('the page says what is next, and why it cannot go live yet', async () => {
  const { text } = await grace.get(at)
  assert.match(
    text,
    /What is next<\/h2>\s*<p class="govuk-body"><strong>Say what the network is for/,
  )
  assert.match(text, /<button[^>]*disabled[^>]*aria-describedby="go-live-needs"[^>]*>\s*Go live/)
  assert.match(text, /0 of 6/)
  assert.equal((await grace.get(`${at}/live`)).location, at)
  const forced = await grace.submit(`${at}/live`, {}, at)
  assert.match(forced.text, /Not live yet: something that is needed is missing/)
})

test('each step has a page, by its number and by its name', async () => {
  for (const step of ['1', 'purpose', '5', 'sustaining']) {
    const { status, text } = await grace.get(`${at}/${step}`)
    assert.equal(status, 200)
    assert.match(text, /href="\/guide\//)
  }
  assert.match((await grace.get(`${at}/tools`)).text, /There is nothing|Guildhall gives you/)
  for (const none of ['0', '9', 'nonsense'])
    assert.equal((await grace.get(`${at}/${none}`)).status, 404)
})

test('a template makes a mission of four answers, to change before it is kept', async () => {
  assert.match((await grace.get(`${at}/mission`)).text, /mission\/safe-place/)
  const answers = { who: 'Carers', what: 'share what helps', outcome: '', where: '' }
  const made = await grace.post(`${at}/mission/safe-place`, answers)
  assert.equal(made.status, 200)
  assert.match(made.text, /We are a safe place where carers can share what helps\.<\/textarea>/)
  const kept = await grace.submit(`${at}/mission`, { mission: 'We share what helps.' })
  assert.match(kept.text, /Saved/)
  assert.match((await grace.get(`${at}/mission`)).text, /We share what helps\.<\/textarea>/)
})

test('an answer that is missing or too long keeps the rest', async () => {
  const none = await grace.post(`${at}/mission/safe-place`, { who: '', what: 'share <b>' })
  assert.equal(none.status, 422)
  assert.match(none.text, /Enter who the people are/)
  assert.match(none.text, /value="share &lt;b&gt;"/)
  const long = await grace.post(`${at}/aim`, { purpose: 'x'.repeat(601), audience: 'Carers' })
  assert.match(long.text, /What it is for must be 600 characters or fewer/)
  assert.match(long.text, /Carers<\/textarea>/)
})

test('purpose, contact and scope are kept, and the plan sees it by itself', async () => {
  await grace.submit(`${at}/aim`, { purpose: 'To work and care.', audience: 'Carers.' })
  await grace.submit(`${at}/contact`, { contact: 'carers@example.gov.uk' })
  await grace.submit(`${at}/scope`, { regions: ['wales', 'nowhere'], grades: 'civil-service/eo' })
  const scope = await grace.get(`${at}/scope`)
  assert.match(scope.text, /value="wales" checked/)
  assert.match(scope.text, /value="civil-service\/eo" checked/)
  assert.match((await grace.get(at)).text, /3 of 6/)
})

test('an organisation that we do not know keeps the list and the ticks', async () => {
  const page = await grace.post(`${at}/scope`, {
    organisations: 'Ministry of Nowhere',
    regions: 'scotland',
  })
  assert.equal(page.status, 422)
  assert.match(page.text, /We do not know an organisation called Ministry of Nowhere/)
  assert.match(page.text, /Ministry of Nowhere<\/textarea>/)
  assert.match(page.text, /value="scotland" checked/)
})

test('an optional task is set aside with a reason and taken up again; a needed one is not', async () => {
  assert.equal((await grace.get(`${at}/skipped/mission`)).status, 404)
  assert.match((await grace.post(`${at}/skipped/sponsor`)).text, /Enter why it is not for you now/)
  await grace.submit(`${at}/skipped/sponsor`, { reason: 'We wait for the new director.' })
  const step = await carlos.get(`${at}/people`)
  assert.match(step.text, /Set aside/)
  assert.match(step.text, /We wait for the new director\./)
  await carlos.post(`${at}/skipped/sponsor/end`, {}, `${at}/people`)
  assert.doesNotMatch((await carlos.get(`${at}/people`)).text, /We wait for the new director\./)
})

test('a network that is not open to all says why before its privacy is done', async () => {
  assert.match((await grace.get(`${at}/privacy`)).text, /Say why people cannot simply join/)
  await grace.post('/networks/carers/charter/draft/membership', {
    reasons: 'trust',
    opened: await opened('membership'),
  })
  assert.match((await grace.get(`${at}/privacy`)).text, /These choices fit together/)
})

test('what is left waits for its leads at home, and for nobody else', async () => {
  const texts = async (who: cast.CastMember) => {
    const viewer = await viewerFor(app, who)
    const found = await app.db.as(viewer, (tx) => waiting(tx, viewer, app))
    return found.map(({ text }) => text)
  }
  assert.deepEqual(await texts(cast.grace), ['Finish setting up (2 things left)'])
  assert.deepEqual(await texts(cast.mei), [])
})

test('when everything needed is done it goes live once, and says what to do next', async () => {
  await adoptCharter()
  await grace.submit('/networks/carers/goals/new', goal)
  assert.match((await grace.get(at)).text, /You are ready to go live/)
  const confirm = await grace.get(`${at}/live`)
  assert.match(confirm.text, /\/networks\/carers\/preview/)
  const both = await Promise.all([grace.submit(`${at}/live`), carlos.submit(`${at}/live`)])
  for (const page of both) {
    assert.match(page.text, /Carers’ Network is live/)
    for (const next of ['invitations', 'import', 'launch', 'promote'])
      assert.match(page.text, new RegExp(`/networks/[^"/]+/${next}"`))
    assert.match(page.text, /\/join\?network=carers/)
  }
  assert.equal((await client(app).get('/networks/carers')).status, 200)
  assert.doesNotMatch((await grace.get(at)).text, />\s*Go live\s*</)
})

test('the page asks the database no more for a network that has much than for one that has little', async () => {
  const cost = async () => {
    const before = app.db.statements.count
    await grace.get(at)
    return app.db.statements.count - before
  }
  const few = await cost()
  for (let i = 0; i < 8; i++) await grace.post('/networks/carers/goals/new', goal)
  assert.equal(await cost(), few)
  assert.ok(few < 40, `${few} statements`)
})

async function opened(part: string): Promise<string> {
  const { text } = await grace.get(`/networks/carers/charter/draft/${part}`)
  return /name="opened" value="([^"]+)"/.exec(text)![1]!
}

async function adoptCharter(): Promise<void> {
  const parts = {
    allies: { ally_policy: 'none' },
    decisions: { decision_rule: 'consensus' },
    'ground-rules': { rules: 'respect' },
  }
  for (const [part, fields] of Object.entries(parts)) {
    await grace.post(`/networks/carers/charter/draft/${part}`, {
      ...fields,
      opened: await opened(part),
    })
  }
  const reading = (await grace.get('/networks/carers/charter/adoption')).text
  const read = /name="read" value="([^"]+)"/.exec(reading)![1]!
  await grace.submit('/networks/carers/charter/adoption', { read })
}

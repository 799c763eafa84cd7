import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { lastEmail } from '../../testing/client.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'
import type { Details } from '#features/people/index.ts'
import { nightly } from '#kernel/upkeep.ts'
import { addQuestion, admit, agreeToBeNamed, approve, changeAnswers, changeDisplayName, changeQuestion, chooseCategory, decline, endRole, answersOf, leaveNetwork, ledAlone, LeadsAlone, mailLeads, mailMember, members, memberList, moveQuestion, myCard, myMembership, questionsOf, readAnswers, refreshCards, removeMember, requestList, retireQuestion, rolesHeld } from './index.ts'

const app = await testApp()
const letter = (name: string) => ({ subject: 'News', blocks: [`Dear ${name}`] })

test('Ravi asks, and of two leads who decide, the first wins', async () => {
  const network = await stage(app, { slug: 'deciding', leads: [cast.grace, cast.carlos], joining: 'request' })
  const asked = await join(app, network, cast.ravi, { status: 'requested' })
  const grace = await viewerFor(app, cast.grace)
  const decide = { network, membership: asked, actor: grace.memberships[0]!, letter }
  const carlos = await viewerFor(app, cast.carlos)
  const [won, late] = await Promise.all([
    app.db.as(grace, (tx) => approve(tx, decide)),
    app.db.as(carlos, (tx) => approve(tx, { ...decide, letter: () => ({ subject: 'Twice', blocks: [] }) })),
  ])
  assert.deepEqual([won, late].toSorted(), [false, true])
  assert.equal(await app.db.as(carlos, (tx) => decline(tx, { ...decide, reason: 'Full' })), false)
  const ravi = await viewerFor(app, cast.ravi)
  assert.equal((await app.db.as(ravi, (tx) => myMembership(tx, network)))?.status, 'active')
  assert.ok(await lastEmail(app, cast.ravi.email))
})

test('whoever is turned down is forgotten, and may ask again', async () => {
  const network = await stage(app, { slug: 'declining', leads: [cast.grace], joining: 'request' })
  const asked = await join(app, network, cast.ravi, { status: 'requested', displayName: 'Rav' })
  const grace = await viewerFor(app, cast.grace)
  await app.db.as(grace, (tx) => decline(tx, { network, membership: asked, actor: grace.memberships.at(-1)!, letter, reason: 'No room now' }))
  await app.db.asSystem('look in a test', async (tx) => {
    assert.equal((await tx.rows(sql`select from members.bond where membership_id = ${asked}`)).length, 0)
    assert.equal((await tx.rows(sql`select from members.card where membership_id = ${asked}`)).length, 0)
    assert.equal((await tx.rows(sql`select from members.decision where membership_id = ${asked} and not approved and reason_sealed is not null`)).length, 1)
  })
  assert.notEqual(await join(app, network, cast.ravi, { status: 'requested' }), asked)
})

test('leaving is at once, and nothing that says who it was stays', async () => {
  const network = await stage(app, { slug: 'leaving', leads: [cast.grace], members: [cast.mei] })
  const mei = await viewerFor(app, cast.mei)
  assert.equal(await app.db.as(mei, (tx) => leaveNetwork(tx, network, mei)), 'left')
  await app.db.asSystem('look in a test', async (tx) => {
    for (const table of ['card', 'bond', 'answer', 'decision']) {
      assert.equal((await tx.rows(sql`select from ${sql.ref(`members.${table}`)} where network_id = ${network} and membership_id not in (select membership_id from members.appointment)`)).length, 0, table)
    }
  })
  assert.equal(await app.db.as(mei, (tx) => leaveNetwork(tx, network, mei)), 'not-in-it')
})

test('the last lead cannot leave, be removed or give up the role, and one of two can', async () => {
  const network = await stage(app, { slug: 'leading', leads: [cast.grace, cast.carlos] })
  const carlos = await viewerFor(app, cast.carlos)
  const grace = await viewerFor(app, cast.grace)
  assert.equal(await app.db.as(carlos, (tx) => leaveNetwork(tx, network, carlos)), 'left')
  const mine = (await app.db.as(grace, (tx) => myMembership(tx, network)))!.id
  const role = (await app.db.as(grace, (tx) => rolesHeld(tx, network)))[0]!
  assert.equal(role.name, cast.grace.name)
  assert.equal(await app.db.as(grace, (tx) => leaveNetwork(tx, network, grace)), 'last-lead')
  assert.equal(await app.db.as(grace, (tx) => endRole(tx, network, role.id, mine)), 'last-lead')
  assert.equal(await app.db.as(grace, (tx) => removeMember(tx, { network, membership: mine, actor: mine, letter })), 'last-lead')
  assert.ok((await app.db.as(grace, (tx) => ledAlone(tx, grace))).some(({ slug }) => slug === 'leading'))
})

test('two last leads who leave at once: one stays', async () => {
  const network = await stage(app, { slug: 'at-once', leads: [cast.grace, cast.carlos] })
  const viewers = [await viewerFor(app, cast.grace), await viewerFor(app, cast.carlos)]
  const outcomes = await Promise.all(viewers.map((viewer) => app.db.as(viewer, (tx) => leaveNetwork(tx, network, viewer))))
  assert.deepEqual(outcomes.toSorted(), ['last-lead', 'left'])
})

test('a removed member comes back only by asking', async () => {
  const network = await stage(app, { slug: 'removing', leads: [cast.grace], members: [cast.olu] })
  const grace = await viewerFor(app, cast.grace)
  const actor = (await app.db.as(grace, (tx) => myMembership(tx, network)))!.id
  const membership = (await app.db.as(await viewerFor(app, cast.olu), (tx) => myMembership(tx, network)))!.id
  assert.equal(await app.db.as(grace, (tx) => removeMember(tx, { network, membership, actor, letter })), 'removed')
  assert.equal(await app.db.as(grace, (tx) => removeMember(tx, { network, membership, actor, letter })), 'gone')
  assert.equal(await join(app, network, cast.olu), membership)
  assert.equal((await app.db.as(await viewerFor(app, cast.olu), (tx) => myMembership(tx, network)))?.status, 'requested')
})

test('cards follow changed details, but a name chosen for a network stays', async () => {
  const plain = await stage(app, { slug: 'plain', members: [cast.alan] })
  const chosen = await stage(app, { slug: 'chosen' })
  await join(app, chosen, cast.alan, { displayName: 'A. A.' })
  const alan = await viewerFor(app, cast.alan)
  const details: Details = { name: 'Alan Newname', email: cast.alan.email, organisation: crypto.randomUUID(), region: 'london' }
  const before = app.db.statements.count
  await app.db.as(alan, (tx) => refreshCards(tx, alan, details, 'Department for Examples'))
  assert.ok(app.db.statements.count - before <= 2)
  for (const [network, name] of [[plain, 'Alan Newname'], [chosen, 'A. A.']] as const) {
    const card = await app.db.as(alan, async (tx) => myCard(tx, network, (await myMembership(tx, network))!.id))
    assert.deepEqual([card?.name, card?.organisation?.name, card?.region], [name, 'Department for Examples', 'london'])
  }
})

test('people set their own name, category, answers and public name in a network, and only theirs', async () => {
  const network = await stage(app, { slug: 'mine', leads: [cast.grace], members: [cast.mei] })
  const [grace, mei] = [await viewerFor(app, cast.grace), await viewerFor(app, cast.mei)]
  const lead = (await app.db.as(grace, (tx) => myMembership(tx, network)))!.id
  await app.db.as(grace, (tx) => addQuestion(tx, network, { text: 'What do you hope for?', hint: '', kind: 'text', choices: [], required: false }, lead))
  await app.db.as(mei, async (tx) => {
    const mine = (await myMembership(tx, network))!.id
    await changeDisplayName(tx, network, mine, 'M.', cast.mei.name)
    assert.equal((await myCard(tx, network, mine))?.name, 'M.')
    assert.equal(await chooseCategory(tx, network, mine, 'ally'), true)
    assert.equal(await chooseCategory(tx, network, lead, 'ally'), false)
    const question = (await questionsOf(tx, network))[0]!.id
    await changeAnswers(tx, network, mine, [{ question, text: 'Tea' }])
    await changeAnswers(tx, network, mine, [{ question, text: 'Biscuits' }])
    assert.equal((await answersOf(tx, network, [mine])).get(mine)?.[0]?.text, 'Biscuits')
    const role = (await rolesHeld(tx, network))[0]!
    assert.equal(await agreeToBeNamed(tx, network, role.id, 'Not me'), false)
  })
})

test('a question whose words change after it was answered is a new question', async () => {
  const network = await stage(app, { slug: 'asking', leads: [cast.grace] })
  const grace = await viewerFor(app, cast.grace)
  const question = { text: 'Your work?', hint: '', kind: 'text' as const, choices: [], required: true }
  await app.db.as(grace, async (tx) => {
    const mine = (await myMembership(tx, network))!.id
    for (const text of ['Your work?', 'Second', 'Third']) await addQuestion(tx, network, { ...question, text }, mine)
    const [first, , third] = await questionsOf(tx, network)
    await changeAnswers(tx, network, mine, [{ question: first!.id, text: 'Policy' }])
    await changeQuestion(tx, network, first!.id, { ...question, hint: 'In a word' }, mine)
    assert.equal((await questionsOf(tx, network))[0]!.id, first!.id)
    await changeQuestion(tx, network, first!.id, { ...question, text: 'Your profession?' }, mine)
    await moveQuestion(tx, network, third!.id, -1)
    await moveQuestion(tx, network, third!.id, -1)
    await moveQuestion(tx, network, third!.id, -1)
    assert.deepEqual((await questionsOf(tx, network)).map(({ text }) => text), ['Third', 'Your profession?', 'Second'])
    await retireQuestion(tx, network, third!.id, mine)
    assert.equal((await questionsOf(tx, network)).length, 2)
    assert.equal((await answersOf(tx, network, [mine])).get(mine)?.[0]?.asked, 'Your work?')
  })
})

test('answers are read with their errors', () => {
  const question = { id: '1', text: 'Colour?', hint: '', kind: 'choice' as const, choices: ['Red', 'Blue'], required: true }
  assert.deepEqual(readAnswers([question], { 'answer-1': 'Red' }).answers, [{ question: '1', text: 'Red' }])
  assert.equal(readAnswers([question], { 'answer-1': 'Green' }).errors[0]?.href, '#answer-1')
  assert.equal(readAnswers([question], {}).errors[0]?.text, 'Answer the question “Colour?”')
  assert.deepEqual(readAnswers([{ ...question, kind: 'choices' }], { 'answer-1': ['Red', 'Blue'] }).answers, [{ question: '1', text: 'Red\nBlue' }])
  assert.equal(readAnswers([{ ...question, kind: 'text' }], { 'answer-1': 'x'.repeat(201) }).errors.length, 1)
})

test('letters reach the leads, and the person behind a membership', async () => {
  const network = await stage(app, { slug: 'letters', leads: [cast.grace, cast.carlos] })
  const asked = await join(app, network, cast.sam, { status: 'requested' })
  await app.db.as(await viewerFor(app, cast.sam), async (tx) => {
    await mailLeads(tx, network, (name) => ({ subject: 'To a lead', blocks: [name] }))
    await mailMember(tx, asked, (name) => ({ subject: 'To you', blocks: [name] }))
  })
  assert.deepEqual((await lastEmail(app, cast.carlos.email))?.blocks, [cast.carlos.name])
  assert.equal((await lastEmail(app, cast.sam.email))?.subject, 'To you')
})

test('a person sees all that is held, and is forgotten whole unless they lead alone', async () => {
  const network = await stage(app, { slug: 'forgetting', members: [cast.sylvia] })
  await stage(app, { slug: 'alone', leads: [cast.sylvia] })
  const holding = members.holds[0]!
  let sylvia = await viewerFor(app, cast.sylvia)
  const held = await app.db.as(sylvia, (tx) => holding.export(tx, sylvia))
  assert.deepEqual(held.map(({ network, name }) => [network, name]).toSorted(), [['alone', cast.sylvia.name], ['forgetting', cast.sylvia.name]])
  await assert.rejects(app.db.asSystem('erase in a test', (tx) => holding.erase(tx, sylvia)), LeadsAlone)
  await app.db.asSystem('end a role in a test', (tx) => tx.run(sql`update members.appointment set ended_on = current_date where network_id <> ${network} and membership_id = any (${sylvia.memberships}::uuid[])`))
  await app.db.asSystem('erase in a test', (tx) => holding.erase(tx, sylvia))
  sylvia = await viewerFor(app, cast.sylvia)
  assert.deepEqual(sylvia.memberships, [])
})

test('what is past its time goes at night: reasons after 90 days, memberships after a year', async () => {
  const network = await stage(app, { slug: 'retiring', leads: [cast.grace], members: [cast.mei] })
  const asked = await join(app, network, cast.eve, { status: 'requested' })
  const grace = await viewerFor(app, cast.grace)
  const actor = (await app.db.as(grace, (tx) => myMembership(tx, network)))!.id
  await app.db.as(grace, (tx) => decline(tx, { network, membership: asked, actor, letter, reason: 'A reason' }))
  const left = async (what: ReturnType<typeof sql>) => (await app.db.asSystem('look in a test', (tx) => tx.rows(what))).length
  app.clock.advance(91 * 86_400)
  await nightly(app)
  assert.equal(await left(sql`select from members.decision where membership_id = ${asked} and reason_sealed is null`), 1)
  app.clock.advance(300 * 86_400)
  await nightly(app)
  assert.equal(await left(sql`select from members.membership where id = ${asked}`), 0)
  assert.equal(await left(sql`select from members.membership where network_id = ${network}`), 2)
})

for (const size of [0, 1, 3, 1000]) {
  test(`the list, with a search, is right at ${size} members, with one query a page`, async () => {
    const network = await stage(app, { slug: `list-${size}`, leads: [cast.grace] })
    await app.db.asSystem('fill a network in a test', async (tx) => {
      for (let i = 0; i < size; i++) {
        const details: Details = { name: `Number${i} Person`, email: '', organisation: null, region: i % 2 ? 'wales' : 'london' }
        await admit(tx, { network, person: crypto.randomUUID(), details, organisationName: null, category: i % 3 ? 'member' : 'ally', status: 'active' })
      }
    })
    const grace = await viewerFor(app, cast.grace)
    const before = app.db.statements.count
    await app.db.as(grace, async (tx) => {
      const seen = new Set<string>()
      for (let page = await memberList(tx, network); ; page = await memberList(tx, network, { after: page.next })) {
        for (const { id } of page.members) seen.add(id)
        if (!page.next) break
      }
      assert.equal(seen.size, size + 1)
    })
    assert.equal(app.db.statements.count - before, Math.ceil((size + 1) / 50))
    const found = await app.db.as(grace, (tx) => memberList(tx, network, { name: 'pers NUMB', region: 'wales', category: 'member' }, 1000))
    assert.equal(found.members.length, Array.from({ length: size }, (_, i) => i).filter((i) => i % 2 && i % 3).length)
    assert.equal((await app.db.as(grace, (tx) => requestList(tx, network))).requests.length, 0)
  })
}

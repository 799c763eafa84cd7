import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from '#kernel/db.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { lastEmail } from '../../testing/client.ts'
import { join, stage, viewerFor } from '../../testing/networks.ts'
import type { Details } from '#features/people/index.ts'
import {
  addQuestion,
  agreeToBeNamed,
  approve,
  changeAnswers,
  changeDisplayName,
  changeQuestion,
  chooseCategory,
  decline,
  answersOf,
  mailLeads,
  mailMember,
  moveQuestion,
  myCard,
  myMembership,
  questionsOf,
  readAnswers,
  refreshCards,
  retireQuestion,
  rolesHeld,
} from './index.ts'

const app = await testApp()
const letter = (name: string) => ({ subject: 'News', blocks: [`Dear ${name}`] })

test('Ravi asks, and of two leads who decide, the first wins', async () => {
  const network = await stage(app, {
    slug: 'deciding',
    leads: [cast.grace, cast.carlos],
    joining: 'request',
  })
  const asked = await join(app, network, cast.ravi, { status: 'requested' })
  const grace = await viewerFor(app, cast.grace)
  const letters = { active: letter, waiting: () => letter }
  const decide = { network, membership: asked, actor: grace.memberships[0]!, letters }
  const carlos = await viewerFor(app, cast.carlos)
  const [won, late] = await Promise.all([
    app.db.as(grace, (tx) => approve(tx, decide)),
    app.db.as(carlos, (tx) =>
      approve(tx, {
        ...decide,
        letters: { ...letters, active: () => ({ subject: 'Twice', blocks: [] }) },
      }),
    ),
  ])
  assert.notEqual(won, late)
  assert.equal(
    await app.db.as(carlos, (tx) => decline(tx, { ...decide, letter, reason: 'Full' })),
    false,
  )
  const ravi = await viewerFor(app, cast.ravi)
  assert.equal((await app.db.as(ravi, (tx) => myMembership(tx, network)))?.status, 'active')
  assert.ok(await lastEmail(app, cast.ravi.email))
})

test('whoever is turned down is forgotten, and may ask again', async () => {
  const network = await stage(app, { slug: 'declining', leads: [cast.grace], joining: 'request' })
  const asked = await join(app, network, cast.ravi, { status: 'requested', displayName: 'Rav' })
  const grace = await viewerFor(app, cast.grace)
  await app.db.as(grace, (tx) =>
    decline(tx, {
      network,
      membership: asked,
      actor: grace.memberships.at(-1)!,
      letter,
      reason: 'No room now',
    }),
  )
  await app.db.asSystem('look in a test', async (tx) => {
    assert.equal(
      (await tx.rows(sql`select from members.bond where membership_id = ${asked}`)).length,
      0,
    )
    assert.equal(
      (await tx.rows(sql`select from members.card where membership_id = ${asked}`)).length,
      0,
    )
    assert.equal(
      (
        await tx.rows(
          sql`select from members.decision where membership_id = ${asked} and not approved and reason_sealed is not null`,
        )
      ).length,
      1,
    )
  })
  assert.notEqual(await join(app, network, cast.ravi, { status: 'requested' }), asked)
})

test('cards follow changed details, but a name chosen for a network stays', async () => {
  const plain = await stage(app, { slug: 'plain', members: [cast.alan] })
  const chosen = await stage(app, { slug: 'chosen' })
  await join(app, chosen, cast.alan, { displayName: 'A. A.' })
  const alan = await viewerFor(app, cast.alan)
  const details: Details = {
    name: 'Alan Newname',
    email: cast.alan.email,
    organisation: crypto.randomUUID(),
    region: 'london',
  }
  const before = app.db.statements.count
  await app.db.as(alan, (tx) => refreshCards(tx, alan, details, 'Department for Examples'))
  assert.ok(app.db.statements.count - before <= 2)
  for (const [network, name] of [
    [plain, 'Alan Newname'],
    [chosen, 'A. A.'],
  ] as const) {
    const card = await app.db.as(alan, async (tx) =>
      myCard(tx, network, (await myMembership(tx, network))!.id),
    )
    assert.deepEqual(
      [card?.name, card?.organisation?.name, card?.region],
      [name, 'Department for Examples', 'london'],
    )
  }
})

test('people set their own name, category, answers and public name in a network, and only theirs', async () => {
  const network = await stage(app, { slug: 'mine', leads: [cast.grace], members: [cast.mei] })
  const [grace, mei] = [await viewerFor(app, cast.grace), await viewerFor(app, cast.mei)]
  const lead = (await app.db.as(grace, (tx) => myMembership(tx, network)))!.id
  await app.db.as(grace, (tx) =>
    addQuestion(
      tx,
      network,
      { text: 'What do you hope for?', hint: '', kind: 'text', choices: [], required: false },
      lead,
    ),
  )
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
  const question = {
    text: 'Your work?',
    hint: '',
    kind: 'text' as const,
    choices: [],
    required: true,
  }
  await app.db.as(grace, async (tx) => {
    const mine = (await myMembership(tx, network))!.id
    for (const text of ['Your work?', 'Second', 'Third'])
      await addQuestion(tx, network, { ...question, text }, mine)
    const [first, , third] = await questionsOf(tx, network)
    await changeAnswers(tx, network, mine, [{ question: first!.id, text: 'Policy' }])
    await changeQuestion(tx, network, first!.id, { ...question, hint: 'In a word' }, mine)
    assert.equal((await questionsOf(tx, network))[0]!.id, first!.id)
    await changeQuestion(tx, network, first!.id, { ...question, text: 'Your profession?' }, mine)
    await moveQuestion(tx, network, third!.id, -1)
    await moveQuestion(tx, network, third!.id, -1)
    await moveQuestion(tx, network, third!.id, -1)
    assert.deepEqual(
      (await questionsOf(tx, network)).map(({ text }) => text),
      ['Third', 'Your profession?', 'Second'],
    )
    await retireQuestion(tx, network, third!.id, mine)
    assert.equal((await questionsOf(tx, network)).length, 2)
    assert.equal((await answersOf(tx, network, [mine])).get(mine)?.[0]?.asked, 'Your work?')
  })
})

test('answers are read with their errors', () => {
  const question = {
    id: '1',
    text: 'Colour?',
    hint: '',
    kind: 'choice' as const,
    choices: ['Red', 'Blue'],
    required: true,
  }
  assert.deepEqual(readAnswers([question], { 'answer-1': 'Red' }).answers, [
    { question: '1', text: 'Red' },
  ])
  assert.equal(readAnswers([question], { 'answer-1': 'Green' }).errors[0]?.href, '#answer-1')
  assert.equal(readAnswers([question], {}).errors[0]?.text, 'Answer the question “Colour?”')
  assert.deepEqual(
    readAnswers([{ ...question, kind: 'choices' }], { 'answer-1': ['Red', 'Blue'] }).answers,
    [{ question: '1', text: 'Red\nBlue' }],
  )
  assert.equal(
    readAnswers([{ ...question, kind: 'text' }], { 'answer-1': 'x'.repeat(201) }).errors.length,
    1,
  )
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

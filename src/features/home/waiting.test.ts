import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { outbox, signedIn } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'

const app = await testApp()
const linkBeside = (text: string, words: string) =>
  new RegExp(`href="([^"]+)">${words}`).exec(text)?.[1] ?? ''

test('Mei finds an invitation on her own page, and joins or declines without the email', async () => {
  await stage(app, { slug: 'asks', name: 'Asking Network', leads: [cast.grace] })
  await stage(app, { slug: 'asks-too', name: 'Asking Too', leads: [cast.grace] })
  const mei = await signedIn(app, cast.mei)
  const grace = await signedIn(app, cast.grace)
  for (const slug of ['asks', 'asks-too'])
    await grace.submit(`/networks/${slug}/invitations`, { people: cast.mei.email })
  assert.doesNotMatch((await mei.get('/home')).text, /invited to join/, 'before the email goes out')
  await outbox(app)
  const { text } = await mei.get('/home')
  const yes = await mei.post(linkBeside(text, 'You are invited to join Asking Network'), {
    answer: 'yes',
  })
  assert.equal(yes.location, '/join?network=asks')
  await mei.post('/join', { network: ['asks'] })
  await mei.submit('/join/check')
  const no = linkBeside(text, 'You are invited to join Asking Too')
  assert.match((await mei.submit(no, { answer: 'no' })).text, /Thank you for answering/)
  assert.doesNotMatch((await mei.get('/home')).text, /invited to join/)
})

test('an invitation to a sensitive network is named on its own page only, and nobody else has it', async () => {
  await stage(app, { slug: 'quiet', name: 'Quiet Ones', sensitive: true, leads: [cast.grace] })
  const sam = await signedIn(app, cast.sam)
  const grace = await signedIn(app, cast.grace)
  await grace.submit('/networks/quiet/invitations', { people: cast.sam.email })
  await outbox(app)
  const { text } = await sam.get('/home')
  assert.doesNotMatch(text, /Quiet Ones/)
  const link = linkBeside(text, 'You have an invitation')
  assert.match((await sam.get(link)).text, /Quiet Ones/)
  assert.doesNotMatch((await (await signedIn(app, cast.olu)).get('/home')).text, /invit/)
})

test('Sylvia finds what she was asked to sponsor, and what she sponsors', async () => {
  await stage(app, { slug: 'sponsored', name: 'Sponsored Network', leads: [cast.grace] })
  const sylvia = await signedIn(app, cast.sylvia)
  const grace = await signedIn(app, cast.grace)
  await grace.submit('/networks/sponsored/sponsor', {
    name: cast.sylvia.name,
    email: cast.sylvia.email,
    position: 'Director',
  })
  const question = 'Will you be the sponsor of Sponsored Network'
  const link = linkBeside((await sylvia.get('/home')).text, question)
  await sylvia.submit(`${link}/acceptance`, { name: 'S. Sponsor', position: 'Director' })
  const after = (await sylvia.get('/home')).text
  assert.doesNotMatch(after, new RegExp(question))
  assert.match(after, /What you have taken on[\s\S]*Sponsor of Sponsored Network/)
  assert.match((await sylvia.get(link)).text, /href="\/networks\/sponsored"/)
  await sylvia.submit(`${link}/ending`, {}, link)
  assert.doesNotMatch((await sylvia.get('/home')).text, /Sponsored Network/)
})

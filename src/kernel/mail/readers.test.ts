import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readConfig } from '#kernel/config.ts'
import { testApp } from '../../testing/app.ts'
import * as cast from '../../testing/cast.ts'
import { signedIn } from '../../testing/client.ts'
import { stage } from '../../testing/networks.ts'
import { whoReadsEmails } from './readers.ts'

const app = await testApp()
await stage(app, { slug: 'open-door', leads: [cast.grace] })
const mei = await signedIn(app, cast.mei)
await mei.post('/join', { network: 'open-door' })

/** The pages that promise that nobody who runs the site learns who is in a network. */
const promises = () =>
  Promise.all(
    ['/networks/open-door', '/privacy', '/account/privacy', '/join/check'].map(
      async (page) => (await mei.get(page)).text,
    ),
  )

test('without a mail server, every page that makes the promise says who reads the emails', async () => {
  for (const page of await promises()) {
    assert.match(page, /its administrators can read its emails, and learn from them who joins what/)
    assert.doesNotMatch(
      page,
      /run this site never see|run this site, cannot|administrators here see/,
    )
  }
})

test('with a mail server the promise stands', async () => {
  const { mail } = readConfig({ SMTP_URL: 'smtp://127.0.0.1:1' })
  Object.assign(app, { config: { ...app.config, mail } })
  const [network, notice, mine, check] = await promises()
  for (const page of [network!, notice!, mine!, check!])
    assert.doesNotMatch(page, /read its emails/)
  assert.match(network!, /the people who run this site never see who is a member/)
  assert.match(notice!, /the administrators here see numbers at most, never who is a member/)
  assert.match(check!, /the people who run this site, cannot see which networks you are in/)
})

test('in the demo it is anyone who can open it, whatever mail server is set', () => {
  const config = readConfig({ SMTP_URL: 'smtp://127.0.0.1:1' }, true)
  assert.match(
    whoReadsEmails(config)!,
    /This is a demo: anyone who can open it can read its emails/,
  )
})

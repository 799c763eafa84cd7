import { sql } from '#kernel/db.ts'
import type { Email } from '#kernel/mail.ts'
import type { Id } from '#kernel/viewer.ts'
import { membershipOf } from '#features/members/index.ts'
import { normaliseAddress } from '#features/sign-in/index.ts'
import { personByEmail } from '#features/people/index.ts'
import type { TestApp } from './app.ts'
import type { CastMember } from './cast.ts'
import { codeFor, type Answer, type Client } from './client.ts'

type Fields = Record<string, string | string[]>

/** Fills in the form up to the code. `more` goes with the page it belongs to. */
export async function upToCode(
  browser: Client,
  who: CastMember,
  networks: string[],
  more: Fields = {},
): Promise<Answer> {
  await browser.post('/join', { network: networks, ...more })
  await browser.post('/join/details', {
    name: who.name,
    email: who.email,
    organisation: '',
    ...more,
  })
  return browser.post('/join/check')
}

/** The whole way, from the form to the page after it. */
export async function fillIn(
  app: TestApp,
  browser: Client,
  who: CastMember,
  networks: string[],
  more: Fields = {},
): Promise<Answer> {
  await upToCode(browser, who, networks, more)
  return browser.submit('/join/confirm', { code: await codeFor(app, who.email) })
}

/** What became of someone in a network. */
export async function statusIn(
  app: TestApp,
  network: Id,
  who: CastMember,
): Promise<string | undefined> {
  return app.db.asSystem('look in a test', async (tx) => {
    const person = await personByEmail(tx, normaliseAddress(who.email).key!)
    return person && (await membershipOf(tx, network, person.id))?.status
  })
}

/** A lead lets in whoever asked first, on the members page. */
export async function letFirstIn(lead: Client, slug: string): Promise<Answer> {
  const page = `/networks/${slug}/members`
  const action = /action="([^"]+\/approval)"/.exec((await lead.get(page)).text)
  if (!action) throw new Error('Nobody asks to join.')
  return lead.submit(action[1]!, {}, page)
}

/** Asks something of those who join. Out: the question's id. */
export async function asks(app: TestApp, network: Id, text: string, required = false): Promise<Id> {
  const id = crypto.randomUUID()
  await app.db.asSystem('set the stage for a test', (tx) =>
    tx.run(sql`
    insert into members.question (id, network_id, position, text, kind, required) values (${id}, ${network}, 1, ${text}, 'text', ${required})`),
  )
  return id
}

/** Where the button of an email leads. */
export function linkIn(email: Email): string {
  const block = email.blocks.find((each) => typeof each === 'object' && 'button' in each)
  if (!block || typeof block === 'string' || !('href' in block))
    throw new Error('There is no button in this email.')
  return new URL(block.href).pathname
}

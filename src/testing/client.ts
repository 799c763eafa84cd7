import { drain } from '#kernel/jobs.ts'
import { keptEmails, type Email } from '#kernel/mail.ts'
import type { TestApp } from './app.ts'
import type { CastMember } from './cast.ts'

export type Answer = {
  status: number
  headers: Record<string, string>
  text: string
  location: string
}

/** A browser without a screen: cookies, forms with their tokens, redirects on request. */
export type Client = {
  get(url: string): Promise<Answer>
  /** Sends a form: the token is taken from `from`, by default the page at the same address. */
  post(url: string, fields?: Record<string, string | string[]>, from?: string): Promise<Answer>
  /** Sends a form and follows where it leads. */
  submit(url: string, fields?: Record<string, string | string[]>, from?: string): Promise<Answer>
  /** Sends a form with a file. */
  upload(
    url: string,
    file: { field: string; name: string; bytes: Buffer },
    fields?: Record<string, string>,
    from?: string,
  ): Promise<Answer>
  cookies: Map<string, string>
}

let nextAddress = 1

export function client(app: TestApp): Client {
  const cookies = new Map<string, string>()
  // Each browser has an address of its own, so that limits meant for one machine meet one browser.
  const address = `10.${(nextAddress >> 16) & 255}.${(nextAddress >> 8) & 255}.${nextAddress++ & 255}`
  const send = async (
    method: 'GET' | 'POST',
    url: string,
    body?: { payload: string | Buffer; type: string },
  ): Promise<Answer> => {
    const answer = await app.server.inject({
      method,
      url,
      headers: {
        'x-forwarded-for': address,
        ...(cookies.size
          ? { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') }
          : {}),
        ...(body ? { 'content-type': body.type } : {}),
      },
      payload: body?.payload,
    })
    for (const cookie of answer.cookies) {
      if (cookie.value === '' || cookie.maxAge === 0) cookies.delete(cookie.name)
      else cookies.set(cookie.name, cookie.value)
    }
    return {
      status: answer.statusCode,
      headers: answer.headers as Record<string, string>,
      text: answer.body,
      location: String(answer.headers.location ?? ''),
    }
  }
  const token = async (from: string) =>
    /name="token" value="([^"]+)"/.exec((await send('GET', from)).text)?.[1] ?? ''
  const self: Client = {
    cookies,
    get: (url) => send('GET', url),
    async post(url, fields = {}, from = url) {
      const form = new URLSearchParams({ token: await token(from) })
      for (const [name, value] of Object.entries(fields))
        for (const each of Array.isArray(value) ? value : [value]) form.append(name, each)
      return send('POST', url, {
        payload: form.toString(),
        type: 'application/x-www-form-urlencoded',
      })
    },
    async submit(url, fields, from) {
      let answer = await self.post(url, fields, from)
      for (let i = 0; i < 5 && answer.status === 303; i++) answer = await self.get(answer.location)
      return answer
    },
    async upload(url, file, fields = {}, from = url) {
      const edge = 'edge-of-a-part'
      const texts = Object.entries({ token: await token(from), ...fields }).map(
        ([name, value]) =>
          `--${edge}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      )
      const head = `${texts.join('')}--${edge}\r\nContent-Disposition: form-data; name="${file.field}"; filename="${file.name}"\r\nContent-Type: application/octet-stream\r\n\r\n`
      return send('POST', url, {
        payload: Buffer.concat([Buffer.from(head), file.bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
        type: `multipart/form-data; boundary=${edge}`,
      })
    },
  }
  return self
}

/** Does what waits in the background; out come the emails kept in the outbox, the newest first. */
export async function outbox(app: TestApp): Promise<Email[]> {
  await drain(app)
  return (await app.db.asSystem('read the outbox in a test', (tx) => keptEmails(tx))).map(
    (kept) => kept.email,
  )
}

/** The newest email to an address. */
export async function lastEmail(app: TestApp, address: string): Promise<Email | undefined> {
  return (await outbox(app)).find((email) => email.to.address === address)
}

/** The code in the newest email to an address. */
export async function codeFor(app: TestApp, address: string): Promise<string> {
  const email = await lastEmail(app, address)
  const block = email?.blocks.find((each) => typeof each === 'object' && 'code' in each)
  if (!block || typeof block === 'string' || !('code' in block))
    throw new Error(`No code was sent to ${address}.`)
  return block.code
}

/** Signs one of the cast in, through the pages, making their account on the way when there is none. */
export async function signedIn(app: TestApp, who: CastMember): Promise<Client> {
  const browser = client(app)
  await browser.post('/sign-in', { email: who.email })
  const code = await codeFor(app, who.email)
  const answer = await browser.post('/sign-in/code', { code })
  if (answer.location.startsWith('/sign-in/name'))
    await browser.post(answer.location, { name: who.name })
  return browser
}

import { Agent, request as ask } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

const codes = new Map<string, (code: string) => void>()

/** A mail server that reads the codes in what it is handed. */
export async function mailSink(): Promise<{
  port: number
  taken: () => number
  close: () => void
}> {
  let taken = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    closeTimeout: 100,
    onData(stream, session, done) {
      let text = ''
      stream.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')))
      stream.on('end', () => {
        taken++
        const code = /^(\d{6})\r?$/m.exec(text)?.[1]
        if (code) codes.get(session.envelope.rcptTo[0]!.address)?.(code)
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.server.address() as AddressInfo).port,
    taken: () => taken,
    close: () => server.close(),
  }
}

/** Complete sign-ups, form to confirmed membership, by forty people at a time for some seconds. Out: how many a second, and failures. */
export async function signUps(
  base: string,
  slugs: readonly string[],
  seconds: number,
): Promise<{ perSecond: number; failed: string[] }> {
  const until = Date.now() + seconds * 1000
  const began = performance.now()
  let done = 0
  let next = 0
  const failed: string[] = []
  const worker = async () => {
    while (Date.now() < until) {
      const i = next++
      await signUp(base, slugs[i % slugs.length]!, `joiner${i}.${process.pid}@hmrc.gov.uk`, i).then(
        () => done++,
        (error: Error) => failed.push(error.message),
      )
    }
  }
  await Promise.all(Array.from({ length: 40 }, worker))
  return { perSecond: done / ((performance.now() - began) / 1000), failed }
}

async function signUp(base: string, slug: string, email: string, i: number): Promise<void> {
  const browser = makeBrowser(base, `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`)
  const code = new Promise<string>((resolve, reject) => {
    codes.set(email, resolve)
    setTimeout(() => reject(new Error('no code came')), 20_000).unref()
  })
  code.catch(() => {})
  await browser.get(`/join?network=${slug}`)
  await browser.send('/join', { network: slug })
  await browser.send('/join/details', { name: `Joiner ${i}`, email, organisation: '' })
  await browser.send('/join/check', {})
  const last = await browser.send('/join/confirm', { code: await code })
  codes.delete(email)
  if (!last.includes('You have')) throw new Error(`ended at ${/<h1[^>]*>([^<]*)/.exec(last)?.[1]}`)
}

const agent = new Agent({ keepAlive: true, maxSockets: 60 })

/** Follows redirects, keeps cookies, and sends each page's token back with its form. */
function makeBrowser(base: string, from: string) {
  const cookies = new Map<string, string>()
  let token = ''
  const go = (method: string, path: string, body?: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers: Record<string, string> = {
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-forwarded-for': from,
      }
      if (body !== undefined) headers['content-type'] = 'application/x-www-form-urlencoded'
      const sent = ask(new URL(path, base), { method, agent, headers }, (answer) => {
        for (const cookie of answer.headers['set-cookie'] ?? []) {
          const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
          if (value) cookies.set(name!, value)
          else cookies.delete(name!)
        }
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        answer.on('end', () => {
          token =
            /name="token" value="([^"]+)"/.exec(text.slice(text.indexOf('<main')))?.[1] ?? token
          if (answer.statusCode === 303) go('GET', answer.headers.location!).then(resolve, reject)
          else if (answer.statusCode! >= 400)
            reject(new Error(`${method} ${path}: ${answer.statusCode}`))
          else resolve(text)
        })
      })
      sent.on('error', reject)
      sent.end(body)
    })
  return {
    get: (path: string) => go('GET', path),
    send: (path: string, fields: Record<string, string>) =>
      go('POST', path, new URLSearchParams({ token, ...fields }).toString()),
  }
}

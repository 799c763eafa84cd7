import assert from 'node:assert/strict'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'

const folder = mkdtempSync(join(tmpdir(), 'guildhall-kill-'))
const database = process.env['TEST_DATABASE_URL']
  ? await freshDatabase(process.env['TEST_DATABASE_URL'])
  : undefined
let child: ChildProcess | undefined
after(async () => {
  child?.kill('SIGKILL')
  await database?.drop()
  rmSync(folder, { recursive: true, force: true })
})

test('kill -9 at any moment loses nothing that was acknowledged', async () => {
  const acknowledged: string[] = []
  let browser = await start()
  await browser.post(browser.first!, {
    name: 'Ada Installer',
    email: 'ada.installer@cabinetoffice.gov.uk',
  })
  for (let round = 0; round < 4; round++) {
    const dying = new Promise((resolve) => child!.once('exit', resolve))
    setTimeout(() => child!.kill('SIGKILL'), 150 + round * 230)
    for (let i = 0; ; i++) {
      const domain = `round-${round}-${i}.example.org`
      const status = await browser
        .post('/admin/domains', { domain, note: '' }, '/admin/domains')
        .catch(() => 0)
      if (status !== 303) break
      acknowledged.push(domain)
    }
    await dying
    browser = await start(browser.cookies)
    const page = await browser.get('/admin/domains')
    for (const each of acknowledged)
      assert.ok(page.includes(each), `${each} was acknowledged, and is gone`)
  }
  assert.ok(acknowledged.length > 4, `only ${acknowledged.length} were acknowledged`)
})

test('kill -9 during the first start leaves a start that works', async () => {
  if (database) return
  for (const wait of [400, 1200, 2000]) {
    const other = mkdtempSync(join(tmpdir(), 'guildhall-kill-first-'))
    const first = run(other, await freePort())
    await new Promise((resolve) => setTimeout(resolve, wait))
    first.kill('SIGKILL')
    await new Promise((resolve) => first.once('exit', resolve))
    const second = run(other, await freePort())
    assert.match(await ready(second), /is ready/)
    second.kill('SIGKILL')
    await new Promise((resolve) => second.once('exit', resolve))
    rmSync(other, { recursive: true, force: true })
  }
})

async function start(cookies = new Map<string, string>()) {
  const port = await freePort()
  child = run(folder, port)
  const said = await ready(child)
  const base = `http://127.0.0.1:${port}`
  const send = async (
    path: string,
    options: { method?: string; body?: URLSearchParams; headers?: Record<string, string> } = {},
  ) => {
    const answer = await fetch(base + path, {
      ...options,
      redirect: 'manual',
      headers: {
        ...options.headers,
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
      },
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!
      if (value) cookies.set(name!, value)
      else cookies.delete(name!)
    }
    return answer
  }
  const get = async (path: string) => (await send(path)).text()
  const post = async (path: string, fields: Record<string, string>, from = path) => {
    const token =
      /name="token" value="([^"]+)"/.exec((await get(from)).split('<main')[1] ?? '')?.[1] ?? ''
    return (await send(path, { method: 'POST', body: new URLSearchParams({ token, ...fields }) }))
      .status
  }
  return { cookies, get, post, first: /first administrator: http:\/\/[^/]+(\S+)/.exec(said)?.[1] }
}

function run(data: string, port: number): ChildProcess {
  const environment = {
    ...process.env,
    GUILDHALL_DATA: data,
    PORT: String(port),
    ...(database ? { DATABASE_URL: database.url } : {}),
  }
  return spawn(process.execPath, [join(import.meta.dirname, '../main.ts')], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

function ready(started: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    const hear = (chunk: Buffer) => {
      said += chunk.toString()
      // The link of the first administrator, if any, follows at once.
      if (said.includes('is ready at')) setTimeout(() => resolve(said), 300)
    }
    started.stdout!.on('data', hear)
    started.stderr!.on('data', hear)
    started.once('exit', () => reject(new Error(`It did not start: ${said}`)))
  })
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

async function freshDatabase(url: string) {
  const { openPostgres } = await import('#kernel/db/postgres.ts')
  const name = `guildhall_kill_${process.pid}`
  const root = openPostgres(url, 1)
  await root.root(`create database ${name}`)
  const own = new URL(url)
  own.pathname = `/${name}`
  return {
    url: own.href,
    async drop() {
      await root.root(`drop database if exists ${name} with (force)`)
      await root.close()
    },
  }
}

import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { type AddressInfo } from 'node:net'
import { after, before, test } from 'node:test'
import { type Browser, browse, checkPage } from '#kernel/testing/browse.ts'

const server = createServer((request, response) => {
  response.setHeader('content-type', 'text/html')
  response.setHeader('content-security-policy', "default-src 'self'; style-src 'unsafe-inline'")
  if (request.url === '/absent.png') response.statusCode = 404
  response.end(request.url === '/wrong' ? wrong : right)
})

const right = `<!doctype html><html lang="en"><head><title>Events - Guildhall</title>
  <meta name="viewport" content="width=device-width"></head>
  <body><main><h1>Events</h1><p>Nothing is planned.</p></main></body></html>`

const wrong = `<!doctype html><html><head><title>Events</title>
  <meta name="viewport" content="width=device-width"></head><body>
  <h1>Events</h1><h1>More events</h1><div style="width: 500px">wide</div>
  <p style="color: #999; background: #fff">pale</p>
  <img src="/absent.png" alt=""><img src="http://other.invalid/pixel.png" alt="">
  <script>alert('inline')</script></body></html>`

let browser: Browser
before(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  browser = await browse(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})
after(async () => {
  await browser.close()
  server.close()
})

test('a page that keeps every promise passes, with and without scripts', async () => {
  for (const visitor of [
    {},
    { javascript: false },
    { scheme: 'dark', forcedColours: true },
  ] as const) {
    const page = await browser.visit(visitor)
    await page.goto('/right')
    await checkPage(page)
  }
})

const promises = [
  'foreign request: http://other.invalid/pixel.png',
  '/absent.png',
  '2 h1 on the page',
  'title is not',
  'html-has-lang',
  'color-contrast',
  'wider than 320 px: <div',
]

test('each promise that a page breaks is named', async () => {
  const page = await browser.visit()
  await page.goto('/wrong')
  const named = await broken(checkPage(page))
  for (const promise of [...promises, 'Content Security Policy'])
    assert.ok(named.includes(promise), promise)
})

test('each promise that a page breaks is named without scripts too', async () => {
  const page = await browser.visit({ javascript: false })
  await page.goto('/wrong')
  const named = await broken(checkPage(page))
  for (const promise of promises) assert.ok(named.includes(promise), promise)
})

async function broken(check: Promise<void>): Promise<string> {
  const error: unknown = await check.then(
    () => assert.fail('nothing was found'),
    (reason: unknown) => reason,
  )
  assert.ok(error instanceof assert.AssertionError)
  return (error.actual as string[]).join('\n')
}

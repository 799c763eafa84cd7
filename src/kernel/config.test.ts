import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ConfigError, help, readConfig, settings } from './config.ts'

test('with nothing set, everything has a working default', () => {
  const config = readConfig({})
  assert.deepEqual(
    [config.port, config.baseUrl, config.mail.via, config.role, config.secure],
    [3000, 'http://localhost:3000', 'outbox', 'all', false],
  )
})

test('each wrong setting is named, with what is wrong', () => {
  const wrong = () =>
    readConfig({ PORT: 'many', DATABASE_URL: 'mysql://x', ROLE: 'boss', BASE_URL: 'nowhere' })
  assert.throws(
    wrong,
    (error: Error) =>
      error instanceof ConfigError &&
      ['PORT must be', 'DATABASE_URL must start', 'ROLE must be', 'BASE_URL must be'].every(
        (part) => error.message.includes(part),
      ),
  )
})

test('a Notify key without its template is refused at the start', () => {
  assert.throws(() => readConfig({ NOTIFY_API_KEY: 'x'.repeat(80) }), /NOTIFY_TEMPLATE is needed/)
})

test('the help names every setting and its default', () => {
  for (const [name, [preset]] of Object.entries(settings))
    assert.ok(help().includes(name) && help().includes(preset), name)
})

test('an https address makes cookies secure, and its last slash does not double', () => {
  assert.deepEqual(
    [
      readConfig({ BASE_URL: 'https://hall.example/' }).secure,
      readConfig({ BASE_URL: 'https://hall.example/' }).baseUrl,
    ],
    [true, 'https://hall.example'],
  )
})

test('with the sample no email leaves, whatever is set, and real data is left alone', () => {
  const notify = { NOTIFY_API_KEY: 'k'.repeat(80), NOTIFY_TEMPLATE: 'template' }
  const servers = { SMTP_URL: 'smtp://mail.example', ...notify }
  assert.equal(readConfig(servers).mail.via, 'notify')
  assert.deepEqual(readConfig(servers, true).mail, {
    via: 'outbox',
    from: 'guildhall@localhost',
    rate: 120,
  })
  assert.match(readConfig({}).dataFolder, /data$/)
  assert.match(readConfig({}, true).dataFolder, /data.demo$/)
  assert.match(readConfig({ GUILDHALL_DATA: 'elsewhere' }, true).dataFolder, /elsewhere$/)
})

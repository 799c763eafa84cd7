import { countReasons } from '#kernel/bypass.ts'
import { commandLine } from '#kernel/command-line.ts'
import { help, readConfig, ConfigError } from '#kernel/config.ts'
import { systemClock } from '#kernel/clock.ts'
import { makeDb } from '#kernel/db.ts'
import { FolderInUse } from '#kernel/db/embedded.ts'
import { openEngine } from '#kernel/db/open.ts'
import { startWorker } from '#kernel/jobs.ts'
import { loadKeyring } from '#kernel/keys.ts'
import { said } from '#kernel/log.ts'
import { migrate } from '#kernel/migrate.ts'
import { makeServer } from '#kernel/server.ts'
import { firstAdministratorLink } from '#features/sign-in/index.ts'
import { features, makeApp } from './app.ts'
import { fillSample, progressLine, refuseSample, signInAddresses } from './sample.ts'

const isDemo = process.argv.includes('--demo')
commandLine({ typed: isDemo ? 'npm run demo' : 'npm start', options: ['--demo'], help })

for (const event of ['uncaughtException', 'unhandledRejection'] as const)
  process.on(event, (error: unknown) => {
    console.error(`Guildhall has to stop. ${said(error)}`)
    process.exit(1)
  })

try {
  await start()
} catch (error) {
  console.error(`Guildhall cannot start.\n${plainly(error)}`)
  process.exit(1)
}

function plainly(error: unknown): string {
  if (error instanceof ConfigError || error instanceof FolderInUse) return error.message
  const { code, port } = error as { code?: string; port?: number }
  if (code === 'EADDRINUSE')
    return `Something else is using port ${port}. Stop it, or set PORT to another number.`
  return said(error)
}

async function start(): Promise<void> {
  const config = readConfig(process.env, isDemo)
  const { keys, made } = loadKeyring(config)
  if (made && !config.demo)
    console.log(
      `A keyring was made: ${config.keyFile}\nKeep a copy somewhere safe, apart from backups of the data: without it, the data cannot be read by anyone.`,
    )
  const engine = await openEngine(config)
  await migrate(
    engine,
    features.map((feature) => feature.folder),
  )
  const app = makeApp(config, makeDb(engine, keys, systemClock))
  const countLast = countReasons(app)
  for (const feature of features) await feature.prepare?.(app.db)
  if (config.demo) await fillSample(app, { say: progressLine })
  else await refuseSample(app)
  const server = config.role === 'worker' ? undefined : await makeServer(app)
  await server?.listen({ port: config.port, host: config.host })
  const worker = config.role === 'web' ? undefined : await startWorker(app)
  console.log(`Guildhall is ready at ${config.baseUrl}`)
  const link = await firstAdministratorLink(app)
  if (link) console.log(`Make the first administrator: ${link}`)
  if (config.demo) console.log(signInAddresses(config.baseUrl))
  const stop = async () => {
    await server?.close()
    await worker?.stop()
    await countLast()
    app.transport.close()
    await app.db.close()
    process.exit(0)
  }
  let stopping: Promise<void> | undefined
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const)
    process.on(signal, () => void (stopping ??= stop()))
}

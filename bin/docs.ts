// `npm run docs`: makes docs/access.md and docs/events.md anew.
import { writeFileSync } from 'node:fs'
import { commandLine } from '#kernel/command-line.ts'
import { openEmbedded } from '#kernel/db/embedded.ts'
import { migrate } from '#kernel/migrate.ts'
import { features } from '../src/app.ts'
import { accessDoc, eventsDoc } from '../src/generated-docs.ts'

commandLine({
  typed: 'npm run docs',
  help: () => 'npm run docs   Makes docs/access.md and docs/events.md anew.',
})

const engine = await openEmbedded(undefined)
await migrate(
  engine,
  features.map((feature) => feature.folder),
)
writeFileSync('docs/access.md', await accessDoc(engine))
writeFileSync('docs/events.md', eventsDoc(features))
await engine.close()

// `npm run backup -- <folder>`: copies the embedded database and the files, and never the key.
import { launch, prepare } from './launch.js'

launch(prepare(), 'bin/backup.ts', process.argv.slice(2))

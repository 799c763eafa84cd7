// `npm run dev`: Guildhall on Node 24, started anew whenever a file under src/ changes.
import { launch, prepare } from './launch.js'

launch(prepare({ development: true }), '--watch-path=src', [
  '--watch-preserve-output',
  'src/main.ts',
  ...process.argv.slice(2),
])

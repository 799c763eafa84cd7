// `npm start` and `npm run demo`: installs what is missing, then runs Guildhall on Node 24.
import { launch, prepare } from './launch.js'

// Few arenas for memory, and with the embedded database a small young generation, keep the whole process
// under 200 MB.
const small = {
  MALLOC_ARENA_MAX: '2',
  ...(process.env.DATABASE_URL ? {} : { NODE_OPTIONS: '--max-semi-space-size=1' }),
}
launch(prepare(), 'src/main.ts', process.argv.slice(2), small)

// `npm start` and `npm run demo`: installs what is missing, then runs Guildhall on Node 24.
import { launch, prepare } from './launch.js'

launch(prepare(), 'src/main.ts', process.argv.slice(2))

// `npm test` and `npm run check`: installs what is missing, then runs every check in checks.ts.
import { launch, prepare } from './launch.js'

launch(prepare({ development: true }), 'bin/checks.ts', process.argv.slice(2))

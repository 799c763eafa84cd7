// `npm run docs`: makes docs/access.md and docs/events.md anew, from the rules and the capabilities.
import { launch, prepare } from './launch.js'

launch(prepare({ development: true }), 'bin/docs.ts', process.argv.slice(2))

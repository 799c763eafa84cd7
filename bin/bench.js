// `npm run bench`: installs what is missing, then measures.
import { launch, prepare } from './launch.js'

launch(prepare({ development: true }), 'bench/main.ts', process.argv.slice(2))

// `npm run keys`: how many keys the keyring holds; with `-- add`, adds one.
import { launch, prepare } from './launch.js'

launch(prepare(), 'bin/keys.ts', process.argv.slice(2))

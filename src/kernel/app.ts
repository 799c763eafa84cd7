import type { Config } from './config.ts'
import type { Db, Tx } from './db.ts'
import type { Feature } from './feature.ts'
import type { Pace } from './limits.ts'
import type { Transport } from './mail/transport.ts'
import type { Viewer } from './viewer.ts'

/** One running Guildhall: what handlers and jobs may ask besides their transaction. */
export type App = {
  config: Config
  db: Db
  features: readonly Feature[]
  identify: Identify
  transport: Transport
  pace: Pace
}

/** Who holds a session token. Runs as a stranger; out comes the person, or undefined. */
export type Identify = (tx: Tx, token: string) => Promise<Viewer | undefined>

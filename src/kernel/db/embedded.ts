import { createHash } from 'node:crypto'
import { mkdirSync, realpathSync } from 'node:fs'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import type { PGlite } from '@electric-sql/pglite'
import { fromPglite } from 'pg-boss'
import type { Engine, Run } from './engine.ts'

// The optimising compiler takes 600 MB for one function of PGlite; without it start-up peaks at 150 MB.
setFlagsFromString('--no-wasm-tier-up')
setFlagsFromString('--no-wasm-dynamic-tiering')

/** Opens the embedded database in a folder, or in memory when there is none; `from` is a dump to begin with. */
export async function openEmbedded(
  folder: string | undefined,
  from?: Blob,
): Promise<Engine & { dump(): Promise<Blob> }> {
  if (folder) mkdirSync(folder, { recursive: true, mode: 0o700 })
  const lock = folder ? await lockFolder(folder) : undefined
  const { PGlite, types } = await import('@electric-sql/pglite')
  const lite: PGlite = await PGlite.create(folder ?? 'memory://', {
    loadDataDir: from,
    postgresqlconf: ['shared_buffers = 8MB'],
    parsers: { [types.INT8]: Number, [types.DATE]: (text: string) => text },
  } as object)
  const transaction = <T>(work: (run: Run) => Promise<T>): Promise<T> =>
    lite.transaction((open) =>
      work(async (text, values) => {
        if (!values) return (await open.exec(text), { rows: [], count: 0 })
        const result = await open.query(text, [...values])
        return { rows: result.rows, count: result.affectedRows ?? result.rows.length }
      }),
    )
  return {
    name: 'pglite',
    transaction,
    startsAsStranger: false,
    ownTransaction: transaction,
    async root(text) {
      const results = await lite.exec(text)
      const last = results[results.length - 1]
      return { rows: last?.rows ?? [], count: last?.affectedRows ?? 0 }
    },
    jobs: () => ({ db: fromPglite(lite), backend: 'pglite' }),
    dump: () => lite.dumpDataDir('none'),
    async close() {
      await lite.close()
      lock?.close()
    },
  }
}

/**
 * Holds the folder for this process. Two processes on one folder would lose each other's writes in
 * silence, and PGlite takes no lock of its own. The system frees a socket when its process dies.
 */
async function lockFolder(folder: string): Promise<Server> {
  const name = `guildhall-${createHash('sha256').update(realpathSync(folder)).digest('hex').slice(0, 24)}`
  const address =
    process.platform === 'linux'
      ? `\0${name}`
      : process.platform === 'win32'
        ? `\\\\.\\pipe\\${name}`
        : join(tmpdir(), name)
  const { unlink } = await import('node:fs/promises')
  if (process.platform === 'darwin' && !(await answers(address)))
    await unlink(address).catch(() => {})
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.end())
    server.once('error', () => reject(new FolderInUse(folder)))
    server.listen(address, () => resolve(server.unref()))
  })
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address, () => resolve((socket.destroy(), true)))
    socket.once('error', () => resolve(false))
  })
}

/** Another process has the database open. */
export class FolderInUse extends Error {
  constructor(folder: string) {
    super(
      `Another Guildhall is using ${folder}. Stop it first, or set GUILDHALL_DATA to another folder.`,
    )
  }
}

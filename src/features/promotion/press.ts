import { fork, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { File } from './materials.ts'
import type { Message } from './message.ts'

/** What is sent to the press, and what comes back. */
export type Order = { id: number; message: Message; file: File }
export type Printed = { id: number; bytes?: Uint8Array; problem?: string }

type Press = { child: ChildProcess; waiting: Map<number, Waiting> }
type Waiting = { resolve(bytes: Buffer): void; reject(error: Error): void }

/**
 * Prints a file in a process of its own: letters, PDF and pictures take time and memory, and the server keeps
 * neither from pages. The process is started when it is needed, prints one file after another, and goes when it
 * has had nothing to do for a while, with all its memory. One that takes too long is ended.
 */
export function print(message: Message, file: File, seconds = 30): Promise<Buffer> {
  press ??= start()
  const { child, waiting } = press
  const id = ++orders
  clearTimeout(idle)
  child.ref()
  child.channel?.ref()
  return new Promise<Buffer>((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    child.send({ id, message, file } satisfies Order, (error) => error && reject(error))
    setTimeout(() => waiting.has(id) && child.kill('SIGKILL'), seconds * 1000).unref()
  }).finally(() => {
    waiting.delete(id)
    if (waiting.size === 0) rest(child)
  })
}

let press: Press | undefined
let orders = 0
let idle: NodeJS.Timeout | undefined

const worker = fileURLToPath(new URL('./press-worker.ts', import.meta.url))

function start(): Press {
  const cache = process.env['NODE_COMPILE_CACHE']
  const child = fork(worker, [], {
    serialization: 'advanced',
    env: cache === undefined ? {} : { NODE_COMPILE_CACHE: cache },
    execArgv: ['--max-old-space-size=256'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  const begun: Press = { child, waiting: new Map() }
  child.on('message', ({ id, bytes, problem }: Printed) => {
    const order = begun.waiting.get(id)
    if (bytes) order?.resolve(Buffer.from(bytes))
    else order?.reject(new Error(problem ?? 'Nothing was printed.'))
  })
  const ended = () => {
    if (press === begun) press = undefined
    for (const { reject } of begun.waiting.values()) reject(new Error('The press stopped.'))
  }
  child.on('exit', ended)
  child.on('error', ended)
  return begun
}

/** Nothing to do: the process no longer keeps this one from ending, and goes after a while. */
function rest(child: ChildProcess): void {
  child.unref()
  child.channel?.unref()
  clearTimeout(idle)
  idle = setTimeout(() => {
    if (press?.child === child) press = undefined
    child.kill()
  }, 20_000)
  idle.unref()
}

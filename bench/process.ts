import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'

export type Running = {
  child: ChildProcess
  port: number
  base: string
  startedIn: number
  memory(): number
  stop(): Promise<void>
}

/** Starts a script as a process of its own and waits for its word that it is ready. */
export async function start(
  script: string,
  args: string[],
  environment: Record<string, string>,
  word = 'ready',
): Promise<Running> {
  const port = Number(environment['PORT'] ?? args[0])
  const began = performance.now()
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await new Promise<void>((resolve, reject) => {
    child.stdout!.on('data', (chunk: Buffer) => chunk.toString().includes(word) && resolve())
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}`)))
  })
  return {
    child,
    port,
    base: `http://127.0.0.1:${port}`,
    startedIn: performance.now() - began,
    memory: () =>
      Math.round(
        Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))![1]) / 1024,
      ),
    stop: () =>
      new Promise((resolve) => (child.once('exit', () => resolve()), child.kill('SIGTERM'))),
  }
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return port
}

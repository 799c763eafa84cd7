import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { SpreadsheetError, kindOf, problems } from './spreadsheet-kind.ts'
import type { Kind } from './spreadsheet-kind.ts'

export { SpreadsheetError }

/**
 * A table of text, as a person sees it in a spreadsheet program. Every row has one cell a column.
 * `rows` keeps blank rows in the middle, so that `rows[i]` is row `firstRow + i` of the file;
 * `rowCount` counts the rows with something in them. `notes` say what was changed while reading.
 */
export type Sheet = {
  columns: string[]
  rows: string[][]
  kind: Kind
  rowCount: number
  firstRow: number
  notes: string[]
}

/** What of a sheet is needed to go through its rows. */
export type Table = Pick<Sheet, 'columns' | 'rows' | 'firstRow'>

/**
 * Reads an Excel workbook or a CSV file into one table, its first sheet that holds anything.
 * What the file is, is decided by its content. Throws a SpreadsheetError, whose message a person
 * reads beside the field, when the file is not one we can read.
 *
 * The reading is done by another process, with no environment, no access to files but the code, a
 * ceiling on memory and on time: a hostile file can only end that process. A worker thread would
 * not do, because one array grown past its limit ends the whole process. One file is read at a
 * time, so that many together cannot exhaust the machine.
 */
export async function readSpreadsheet(
  bytes: Buffer,
  filename: string,
  { seconds = 30, megabytes = 512 } = {},
): Promise<Sheet> {
  const kind = kindOf(bytes, filename)
  const turn = queue.then(() => readApart(bytes, kind, seconds, megabytes))
  queue = turn.catch(() => {})
  return await turn
}

let queue: Promise<unknown> = Promise.resolve()

const worker = fileURLToPath(new URL('./spreadsheet-worker.ts', import.meta.url))
const root = new URL('../../../', import.meta.url)
const readable = ['src/', 'node_modules/', 'package.json'].map((path) =>
  fileURLToPath(new URL(path, root)),
)
const answerLimit = 256 * 1024 * 1024

function readApart(bytes: Buffer, kind: Kind, seconds: number, megabytes: number): Promise<Sheet> {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        `--max-old-space-size=${megabytes}`,
        '--permission',
        ...readable.map((path) => `--allow-fs-read=${path}`),
        worker,
        kind,
      ],
      // Windows cannot start a program without SystemRoot. Nothing else is passed on: no secret.
      { env: { SystemRoot: process.env.SystemRoot }, stdio: ['pipe', 'pipe', 'ignore'] },
    )
    const chunks: Buffer[] = []
    let size = 0
    let stopped = false
    const stop = () => {
      stopped = true
      child.kill('SIGKILL')
    }
    const timer = setTimeout(stop, seconds * 1000)
    // A process that ends early closes its ears: that is told by 'close' below.
    child.stdin.on('error', () => {})
    child.stdin.end(bytes)
    child.stdout.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > answerLimit) stop()
      else chunks.push(chunk)
    })
    child.on('error', (error) => {
      clearTimeout(timer)
      reject(error)
    })
    child.on('close', (code) => {
      clearTimeout(timer)
      if (stopped || code !== 0) return reject(new SpreadsheetError(problems.tooMuch))
      const answer = JSON.parse(Buffer.concat(chunks).toString()) as Sheet | { problem: string }
      if ('problem' in answer) reject(new SpreadsheetError(answer.problem))
      else resolve(answer)
    })
  })
}

/** What a query gives back: its rows, and how many rows it touched. */
export type Result = { rows: unknown[]; count: number }

/** Runs one statement inside an open transaction; without values, a whole script. */
export type Run = (text: string, values?: readonly unknown[]) => Promise<Result>

/** A database behind the two that we speak to: PGlite and PostgreSQL. Only the kernel sees one. */
export type Engine = {
  name: 'pglite' | 'postgres'
  /** Opens a transaction, runs `opening` (trusted SQL), then the work; commits, or rolls back when the work throws. */
  transaction<T>(opening: string, work: (run: Run) => Promise<T>): Promise<T>
  /** Runs SQL as the owner, outside any transaction unless the text opens one. For migrations and upkeep. */
  root(text: string): Promise<Result>
  /** What pg-boss needs to reach the same database. */
  jobs(): object
  close(): Promise<void>
}

/** What a query gives back: its rows, and how many rows it touched. */
export type Result = { rows: unknown[]; count: number }

/**
 * Runs one statement inside an open transaction; without values, a whole script. `as` tells apart the same
 * text run under different rules, so that a plan made for the one is not thrown away for the other.
 */
export type Run = (text: string, values?: readonly unknown[], as?: string) => Promise<Result>

/** A database behind the two that we speak to: PGlite and PostgreSQL. Only the kernel sees one. */
export type Engine = {
  name: 'pglite' | 'postgres'
  /**
   * Opens a transaction and does the work in it; commits, or rolls back when the work throws. Statements are
   * run in the order in which they are given, also where nobody waits for one before giving the next.
   */
  transaction<T>(work: (run: Run) => Promise<T>): Promise<T>
  /** Whether a transaction begins with a stranger's rights and settings, or with the owner's and none. */
  readonly startsAsStranger: boolean
  /** The same with the owner's rights: for migrations. */
  ownTransaction<T>(work: (run: Run) => Promise<T>): Promise<T>
  /** Runs SQL as the owner, outside any transaction unless the text opens one. For migrations and upkeep. */
  root(text: string): Promise<Result>
  /** What pg-boss needs to reach the same database. */
  jobs(): object
  close(): Promise<void>
}

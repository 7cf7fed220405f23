type Row = Readonly<Record<string, string | number | Buffer | null>>

/** The part of a connection, or of a store, by which rows are written anew. */
export interface Rewritable {
  readonly prepare: (sql: string) => {
    readonly all: (parameters: Row) => readonly unknown[]
    readonly run: (parameters: Row) => unknown
  }
}

/**
 * Writes the drafts that `kept` tells, as SQL, anew on clear pages, and leaves no byte of the others. SQLite overwrites
 * a page that it frees as a whole (secure_delete), and a row that it deletes; but where rows moved from one page to
 * another before, what they said then is still in the gaps. Nothing may hang on the deletion of a draft, neither trigger
 * nor reference, or SQLite deletes row by row. Call it inside a transaction.
 */
export function rewriteDrafts(into: Rewritable, kept = 'TRUE', parameters: Row = {}): void {
  const rows = into.prepare(`SELECT * FROM draft WHERE ${kept}`).all(parameters) as readonly Row[]
  into.prepare('DELETE FROM draft').run({})
  for (const row of rows) {
    const columns = Object.keys(row)
    const values = columns.map(column => `@${column}`)
    into.prepare(`INSERT INTO draft (${columns.join(', ')}) VALUES (${values.join(', ')})`).run(row)
  }
}

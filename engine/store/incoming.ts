import type { RecordTable } from './record-table.ts'
import type { ReadableStore, WritableStore } from './store.ts'

// What was read from packages waits here until it is accepted: in a database of its own, attached under the
// name `incoming`, which SQLite keeps in memory or in a file without a name and drops when it is closed.
// Nothing of it can be in the workbook before one transaction puts it there.

/** The rows of one table that came with one package. */
export interface RowRange {
  readonly first: number
  /** One less than `first` when there are none. */
  readonly last: number
}

type Nothing = Record<string, never>

/** Makes the place where records wait, empty. Call it outside a transaction. */
export function openIncoming(store: WritableStore, tables: readonly RecordTable[]): void {
  closeIncoming(store)
  store.prepare<Nothing>(`ATTACH '' AS incoming`).run({})
  // It needs to survive nothing: what is lost is read again.
  store.prepare<Nothing>('PRAGMA incoming.journal_mode = OFF').get({})
  store.prepare<Nothing>('PRAGMA incoming.synchronous = OFF').run({})
  for (const { table, columns } of tables) {
    store.prepare<Nothing>(`CREATE TABLE incoming.${table} (${columns.join(', ')}, extra)`).run({})
  }
}

/** Drops whatever waits. Call it outside a transaction. */
export function closeIncoming(store: WritableStore): void {
  const attached = store
    .prepare<Nothing, { readonly name: string }>('PRAGMA database_list')
    .all({})
    .some(({ name }) => name === 'incoming')
  if (attached) store.prepare<Nothing>('DETACH incoming').run({})
}

/** Adds rows: values in the order of the table's columns, and last their unknown fields. */
export function appendIncoming(
  store: WritableStore,
  { table, columns }: RecordTable,
  rows: Iterable<readonly unknown[]>,
): void {
  const insert = store.prepare<readonly unknown[]>(
    `INSERT INTO incoming.${table} VALUES (${'?, '.repeat(columns.length)}?)`,
  )
  store.transaction(() => {
    for (const row of rows) insert.run(row)
  })
}

/** The number of the last row that waits in a table; 0 when there is none. */
export function lastIncomingRow(store: ReadableStore, { table }: RecordTable): number {
  const row = store
    .prepare<Nothing, { readonly last: number | null }>(
      `SELECT max(rowid) AS last FROM incoming.${table}`,
    )
    .get({})
  return row?.last ?? 0
}

/** The framework versions that came with a package. */
export function getIncomingFrameworks(store: ReadableStore, range: RowRange): readonly string[] {
  return store
    .prepare<RowRange, { readonly framework: string }>(
      `SELECT DISTINCT framework FROM incoming.framework_loading
       WHERE rowid BETWEEN @first AND @last`,
    )
    .all(range)
    .map(({ framework }) => framework)
}

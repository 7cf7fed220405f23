import { type RecordTable, sqlOf } from './record-table.ts'
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

/** The rows of one table that came with one package, and whether any has fields that are not known. */
export interface IncomingRange extends RowRange {
  readonly hasExtras: boolean
}

type Nothing = Record<string, never>

/** Makes the place where records wait, or empties it. */
export function openIncoming(store: WritableStore, tables: readonly RecordTable[]): void {
  if (isOpen(store)) {
    for (const { table } of tables) store.prepare<Nothing>(`DELETE FROM incoming.${table}`).run({})
    return
  }
  store.prepare<Nothing>(`ATTACH '' AS incoming`).run({})
  // It needs to survive nothing: what is lost is read again.
  // Rows are only ever added and read in their order, which large pages suit.
  store.prepare<Nothing>('PRAGMA incoming.page_size = 32768').run({})
  store.prepare<Nothing>('PRAGMA incoming.journal_mode = MEMORY').get({})
  store.prepare<Nothing>('PRAGMA incoming.synchronous = OFF').run({})
  for (const { table, columns } of tables) {
    store.prepare<Nothing>(`CREATE TABLE incoming.${table} (${columns.join(', ')}, extra)`).run({})
  }
}

/** Drops whatever waits. Call it outside a transaction. */
export function closeIncoming(store: WritableStore): void {
  if (isOpen(store)) store.prepare<Nothing>('DETACH incoming').run({})
}

function isOpen(store: ReadableStore): boolean {
  return store
    .prepare<Nothing, { readonly name: string }>('PRAGMA database_list')
    .all({})
    .some(({ name }) => name === 'incoming')
}

const insertSql = sqlOf(
  ({ table, columns }) => `INSERT INTO incoming.${table} VALUES (${'?, '.repeat(columns.length)}?)`,
)

/**
 * Adds rows: values in the order of the table's columns, and last their unknown fields. Rows are numbered
 * from 1 in the order in which they are added.
 */
export function appendIncoming(
  store: WritableStore,
  table: RecordTable,
  rows: Iterable<readonly unknown[]>,
): void {
  const insert = store.prepare<readonly unknown[]>(insertSql(table))
  store.transaction(() => {
    for (const row of rows) insert.run(row)
  })
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

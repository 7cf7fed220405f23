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

/** Rows to be added, asked for one value at a time, so that they need not be gathered row by row first. */
export interface RowSource {
  readonly count: number
  /** The columns in the order of the table's, and last the unknown fields. */
  readonly valueAt: (row: number, column: number) => unknown
}

/** Rows go in by so many at once, as every statement takes time of its own. */
const AT_ONCE = 16

const insertSql = (rows: number) =>
  sqlOf(({ table, columns }) => {
    const row = `(${'?, '.repeat(columns.length)}?)`
    return `INSERT INTO incoming.${table} VALUES ${Array.from({ length: rows }, () => row).join(', ')}`
  })
const insertManySql = insertSql(AT_ONCE)
const insertOneSql = insertSql(1)

/** Adds rows. They are numbered from 1 in the order in which they are added. */
export function appendIncoming(store: WritableStore, table: RecordTable, rows: RowSource): void {
  const width = table.columns.length + 1
  const insertMany = store.prepare<readonly unknown[]>(insertManySql(table))
  const insertOne = store.prepare<readonly unknown[]>(insertOneSql(table))
  const valuesOf = (first: number, count: number): readonly unknown[] =>
    Array.from({ length: count * width }, (_, index) =>
      rows.valueAt(first + Math.floor(index / width), index % width),
    )
  store.transaction(() => {
    const many = rows.count - (rows.count % AT_ONCE)
    for (let row = 0; row < many; row += AT_ONCE) insertMany.run(valuesOf(row, AT_ONCE))
    for (let row = many; row < rows.count; row++) insertOne.run(valuesOf(row, 1))
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

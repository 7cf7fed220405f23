import type { ReadableStore, WritableStore } from '../store.ts'
import type { RecordTable } from './record-table.ts'

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
  // SQLite keeps as many pages as before, however large they are from now on: 128 MB unless it is told anew.
  store.prepare<Nothing>('PRAGMA incoming.cache_size = -2000').run({})
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
  /** Whether all rows are known to have the same value in a column. */
  readonly isSame: (column: number) => boolean
}

/** Rows go in by so many at once, as every statement takes time of its own. */
const AT_ONCE = 16

/**
 * How rows of a table are added by so many at once: `?` for the values of each, and names for the values that
 * all of them share. Most of a rating is as in the one before, and giving a value takes longer than storing it.
 */
function insertSql(
  { table, columns }: RecordTable,
  shared: readonly number[],
  rows: number,
): string {
  const places = [...columns, 'extra'].map((_, column) =>
    shared.includes(column) ? `@${sharedName(column)}` : '?',
  )
  const row = `(${places.join(', ')})`
  return `INSERT INTO incoming.${table} VALUES ${Array.from({ length: rows }, () => row).join(', ')}`
}

const sharedName = (column: number): string => `shared${column}`

/** Adds rows. They are numbered from 1 in the order in which they are added. */
export function appendIncoming(store: WritableStore, table: RecordTable, rows: RowSource): void {
  const all = [...table.columns.keys(), table.columns.length]
  const shared = all.filter(rows.isSame)
  const own = all.filter(column => !rows.isSame(column))
  const names = Object.fromEntries(shared.map(at => [sharedName(at), rows.valueAt(0, at)]))
  const valuesOf = (first: number, count: number): readonly unknown[] => {
    const values: unknown[] = []
    for (let row = first; row < first + count; row++) {
      for (const column of own) values.push(rows.valueAt(row, column))
    }
    return values
  }
  const inserting = (count: number) =>
    store.prepare<readonly unknown[], unknown, [typeof names]>(insertSql(table, shared, count))
  const [insertMany, insertOne] = [inserting(AT_ONCE), inserting(1)]
  store.transaction(() => {
    const many = rows.count - (rows.count % AT_ONCE)
    for (let row = 0; row < many; row += AT_ONCE) insertMany.run(valuesOf(row, AT_ONCE), names)
    for (let row = many; row < rows.count; row++) insertOne.run(valuesOf(row, 1), names)
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

/** The earliest and the latest moment that records of a package say they were made at. */
export interface Moments {
  readonly earliest: string | null
  readonly latest: string | null
}

/** When the waiting records of a table were made, by the clocks of the laptops that made them. */
export function getMoments(store: ReadableStore, { table }: RecordTable, range: RowRange): Moments {
  const row = store
    .prepare<RowRange, Moments>(
      `SELECT min(recorded_at) AS earliest, max(recorded_at) AS latest
       FROM incoming.${table} WHERE rowid BETWEEN @first AND @last`,
    )
    .get(range)
  return row ?? { earliest: null, latest: null }
}

/**
 * How many ratings that a package says took another's place say that they were made before it, on the same
 * laptop: then its clock was set back in between. Call it once the package was taken in.
 */
export function countSetBack(store: ReadableStore, range: RowRange): number {
  const row = store
    .prepare<RowRange, { readonly count: number }>(
      `SELECT count(*) AS count FROM incoming.supersession AS i
       CROSS JOIN main.rating AS later ON later.id = i.record
       CROSS JOIN main.rating AS earlier ON earlier.id = i.superseded
       WHERE i.rowid BETWEEN @first AND @last
         AND later.device = earlier.device AND later.recorded_at < earlier.recorded_at`,
    )
    .get(range)
  return row?.count ?? 0
}

/** The waiting ratings of indicators that a framework version does not have: the code, and how many. */
export function getUnmatchedIndicators(
  store: ReadableStore,
  range: RowRange,
  framework: string,
): readonly { readonly code: string; readonly ratings: number }[] {
  return store
    .prepare<RowRange & { framework: string }, { code: string; ratings: number }>(
      `SELECT coalesce((SELECT code FROM indicator WHERE framework = r.framework AND id = r.indicator),
           r.indicator) AS code, count(*) AS ratings
       FROM incoming.rating AS r
       WHERE r.rowid BETWEEN @first AND @last AND r.indicator NOT IN (
           SELECT id FROM indicator WHERE framework = @framework)
         AND r.participant NOT IN (SELECT participant FROM withdrawal)
       GROUP BY r.indicator ORDER BY 1`,
    )
    .all({ ...range, framework })
}

/** What of a package is needed to see whether its laptop was copied. */
export interface CopyQuestion {
  readonly device: string
  /** The number of the package that is being taken in. */
  readonly package: number
  readonly participants: RowRange
  readonly ratings: RowRange
}

/**
 * Whether a device gave ratings here that its own package lacks, in a workshop that the package has whole,
 * although the package brings ratings of that device which were not here. One laptop goes on from what it
 * has, so it lacks nothing that it wrote: two that began as one do.
 */
export function hasDiverged(store: ReadableStore, question: CopyQuestion): boolean {
  const { device, participants, ratings } = question
  const wasHere = store
    .prepare<{ device: string; number: number }>(
      'SELECT 1 FROM main.device WHERE id = @device AND package IS NOT @number',
    )
    .get({ device, number: question.package })
  if (wasHere === undefined) return false
  const brought = store
    .prepare<{ device: string; number: number; first: number; last: number }>(
      `SELECT 1 FROM incoming.rating AS i CROSS JOIN main.rating AS m ON m.id = i.id
       WHERE i.rowid BETWEEN @first AND @last AND i.device = @device AND m.package = @number LIMIT 1`,
    )
    .get({ device, number: question.package, first: ratings.first, last: ratings.last })
  if (brought === undefined) return false
  const there = store
    .prepare<RowRange & { device: string }, { readonly id: string }>(
      `SELECT id FROM incoming.rating WHERE rowid BETWEEN @first AND @last AND device = @device`,
    )
    .all({ device, ...ratings })
  const inPackage = new Set(there.map(({ id }) => id))
  const here = store
    .prepare<RowRange & { device: string }, { readonly id: string }>(
      `SELECT m.id FROM main.participant_record AS p CROSS JOIN main.rating AS m
         ON m.participant = p.participant
       WHERE m.device = @device AND p.workshop IN (
         SELECT workshop FROM incoming.participant_record WHERE rowid BETWEEN @first AND @last)`,
    )
    .all({ device, ...participants })
  return here.some(({ id }) => !inPackage.has(id))
}

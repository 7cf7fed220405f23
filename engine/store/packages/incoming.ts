import type { ReadableStore, WritableStore } from '../store.ts'
import type { RecordTable } from './record-table.ts'

// Records of packages are staged here until the merge: in a separate database, attached under the name
// `incoming`, which SQLite keeps in memory or in an unnamed file and drops when it is closed. The workbook
// holds none of them before the transaction of the merge imports them.

/** The staged rows of one package in a table. */
export interface RowRange {
  readonly first: number
  /** One less than `first` if there are none. */
  readonly last: number
}

/** A range of staged rows that also tells whether any of them has unknown fields. */
export interface IncomingRange extends RowRange {
  readonly hasExtras: boolean
}

type Nothing = Record<string, never>

/** Creates the tables for staged records, or empties them. */
export function openIncoming(store: WritableStore, tables: readonly RecordTable[]): void {
  if (isOpen(store)) {
    for (const { table } of tables) store.prepare<Nothing>(`DELETE FROM incoming.${table}`).run({})
    return
  }
  store.prepare<Nothing>(`ATTACH '' AS incoming`).run({})
  // It need not survive a crash, after which the packages are read again.
  // Rows are only ever added and read in their order, which large pages suit.
  store.prepare<Nothing>('PRAGMA incoming.page_size = 32768').run({})
  // The cache is set again, since SQLite would keep the number of pages: 128 MB with these large ones.
  store.prepare<Nothing>('PRAGMA incoming.cache_size = -2000').run({})
  store.prepare<Nothing>('PRAGMA incoming.journal_mode = MEMORY').get({})
  store.prepare<Nothing>('PRAGMA incoming.synchronous = OFF').run({})
  for (const { table, columns } of tables) {
    store.prepare<Nothing>(`CREATE TABLE incoming.${table} (${columns.join(', ')}, extra)`).run({})
  }
}

/** Drops all staged records. Call it outside a transaction. */
export function closeIncoming(store: WritableStore): void {
  if (isOpen(store)) store.prepare<Nothing>('DETACH incoming').run({})
}

function isOpen(store: ReadableStore): boolean {
  return store
    .prepare<Nothing, { readonly name: string }>('PRAGMA database_list')
    .all({})
    .some(({ name }) => name === 'incoming')
}

/** Rows to be added, read value by value, so that nobody has to build an object for each row. */
export interface RowSource {
  readonly count: number
  /** The value of a column, in the order of the table's columns; last come the unknown fields. */
  readonly valueAt: (row: number, column: number) => unknown
  /** True if all rows are known to have the same value in a column. */
  readonly isSame: (column: number) => boolean
}

/** The number of rows that one statement inserts, since each statement costs some time. */
const AT_ONCE = 16

/**
 * The SQL that inserts this many rows: `?` for values that differ, named parameters for values that all rows
 * share. Ratings in a row share most values, and binding a value takes longer than storing it.
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

/** Stages rows. They are numbered from 1 in the order in which they are added. */
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

/** The hashes of the framework versions of a package. */
export function getIncomingFrameworks(store: ReadableStore, range: RowRange): readonly string[] {
  return store
    .prepare<RowRange, { readonly framework: string }>(
      `SELECT DISTINCT framework FROM incoming.framework_loading
       WHERE rowid BETWEEN @first AND @last`,
    )
    .all(range)
    .map(({ framework }) => framework)
}

/** The ranges of a package's workshops and people. */
interface RoomRanges {
  readonly workshops: RowRange
  readonly participants: RowRange
}

/** The ids of the workshops of a package's people, or of all its workshops where it has no people; and how many people. */
export function getIncomingRooms(
  store: ReadableStore,
  { workshops, participants }: RoomRanges,
): { readonly workshops: readonly string[]; readonly people: number } {
  const people = store
    .prepare<RowRange, { readonly workshop: string; readonly people: number }>(
      `SELECT workshop, count(DISTINCT participant) AS people FROM incoming.participant_record
       WHERE rowid BETWEEN @first AND @last GROUP BY workshop`,
    )
    .all(participants)
  const all = store
    .prepare<RowRange, { readonly workshop: string }>(
      `SELECT DISTINCT workshop FROM incoming.workshop_record WHERE rowid BETWEEN @first AND @last`,
    )
    .all(workshops)
  return {
    workshops: (people.length > 0 ? people : all).map(({ workshop }) => workshop),
    people: people.reduce((sum, one) => sum + one.people, 0),
  }
}

/** A choice of a framework version as a package has it. */
interface IncomingChoice {
  readonly framework: string
  readonly beside: readonly string[]
  readonly aside: readonly string[]
}

/** The choices of framework versions in a package that none of its own superseded. Call it after the import. */
export function getIncomingChoices(
  store: ReadableStore,
  range: RowRange,
): readonly IncomingChoice[] {
  return store
    .prepare<RowRange, Record<'framework' | 'beside' | 'aside', string>>(
      `WITH choice AS (
         SELECT id, framework, beside, aside FROM incoming.framework_choice_record
         WHERE rowid BETWEEN @first AND @last)
       SELECT framework, beside, aside FROM choice WHERE NOT EXISTS (
         SELECT 1 FROM main.supersession
         WHERE superseded = choice.id AND record IN (SELECT id FROM choice))`,
    )
    .all(range)
    .map(({ framework, beside, aside }) => ({
      framework,
      beside: JSON.parse(beside) as string[],
      aside: JSON.parse(aside) as string[],
    }))
}

/** The earliest and the latest time at which records of a package were made; null if it has none. */
export interface Moments {
  readonly earliest: string | null
  readonly latest: string | null
}

/** The earliest and latest time of staged records, by the clocks of the laptops that made them. */
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
 * Counts the ratings that supersede another of the same laptop and have an earlier time than it, which shows
 * that its clock was set back in between. Call it after the package was imported.
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

/** The number of staged ratings of each indicator that a framework version does not have, by its code. */
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

/** Tests whether any rating here is about an indicator that a framework version does not have. */
export function hasUnmatchedIndicators(store: ReadableStore, framework: string): boolean {
  // From one indicator to the next by the index, past all ratings of the same.
  const row = store
    .prepare<{ framework: string }>(
      `WITH RECURSIVE rated (indicator) AS (
         SELECT min(indicator) FROM main.rating
         UNION ALL
         SELECT (SELECT min(indicator) FROM main.rating WHERE indicator > rated.indicator)
         FROM rated WHERE rated.indicator IS NOT NULL)
       SELECT 1 FROM rated WHERE indicator NOT IN (
         SELECT id FROM indicator WHERE framework = @framework) LIMIT 1`,
    )
    .get({ framework })
  return row !== undefined
}

/** The parts of a package by which a copied laptop is detected. */
export interface CopyQuestion {
  readonly device: string
  /** The number of the package that is being merged. */
  readonly package: number
  readonly participants: RowRange
  readonly ratings: RowRange
}

/**
 * Tests whether a device gave ratings that its own package lacks, in a workshop that the package has whole,
 * while the package also has ratings of that device which were new here. A single laptop's package lacks
 * nothing that it wrote earlier; those of two laptops that are copies of one do.
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

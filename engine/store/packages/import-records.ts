import type { ReadableStore, WritableStore } from '../store.ts'
import type { RowRange } from './incoming.ts'
import { keyText, oncePerTable, type RecordTable } from './record-table.ts'

/** The staged rows of one package in a table, and the number that the package gets. */
export type PackageRange = RowRange & { readonly package: number }

type Values = readonly (string | number | null)[]

/** The condition for staged rows `i` of a package that are not about a person who withdrew. */
function wanted(table: RecordTable): string {
  const inRange = 'i.rowid BETWEEN @first AND @last'
  return table.person === null
    ? inRange
    : `${inRange} AND i.${table.person} NOT IN (SELECT participant FROM withdrawal)`
}

const sameKey = ({ key }: RecordTable): string =>
  key.map(column => `m.${column} = i.${column}`).join(' AND ')

const importSql = oncePerTable(table => {
  const { columns, blanks } = table
  const named = [...columns, ...Object.keys(blanks), 'package']
  const selected = [
    ...columns.map(column => `i.${column}`),
    ...Object.values(blanks).map(value => `'${value}'`),
    '@package',
  ]
  return `INSERT INTO main.${table.table} (${named.join(', ')})
    SELECT ${selected.join(', ')} FROM incoming.${table.table} AS i
    WHERE ${wanted(table)} ORDER BY i.rowid ON CONFLICT (${table.key.join(', ')}) DO NOTHING`
})

/**
 * Imports the records of a package that are new, which means that no record here has their key. Call it inside
 * a transaction. Returns the number of them.
 */
export function importRecords(
  store: WritableStore,
  table: RecordTable,
  range: PackageRange,
): number {
  return store.prepare<PackageRange>(importSql(table)).run(range).changes
}

const keepExtrasSql = oncePerTable(
  table => `INSERT INTO record_extra (kind, key, person, extra)
    SELECT @kind, ${keyText(table, 'i')}, ${table.person === null ? `''` : `i.${table.person}`}, i.extra
    FROM incoming.${table.table} AS i CROSS JOIN main.${table.table} AS m ON ${sameKey(table)}
    WHERE i.rowid BETWEEN @first AND @last AND i.extra IS NOT NULL AND m.package = @package`,
)

/** Stores the unknown fields of the records that were imported. Call it after `importRecords`. */
export function keepExtras(store: WritableStore, table: RecordTable, range: PackageRange): void {
  const { kind } = table
  store.prepare<PackageRange & { kind: string }>(keepExtrasSql(table)).run({ ...range, kind })
}

const countWithdrawnSql = oncePerTable(
  ({ table, person }) => `SELECT count(*) AS count FROM incoming.${table} AS i
    WHERE i.rowid BETWEEN @first AND @last
      AND i.${person} IN (SELECT participant FROM withdrawal)`,
)

/** Counts the records of a package that are about people who withdrew. */
export function countWithdrawn(store: ReadableStore, table: RecordTable, range: RowRange): number {
  if (table.person === null) return 0
  const row = store
    .prepare<RowRange, { readonly count: number }>(countWithdrawnSql(table))
    .get(range)
  return row?.count ?? 0
}

const divergentSql = oncePerTable(table => {
  const { table: name, columns } = table
  const differs = columns.map(column => `i.${column} IS NOT m.${column}`).join(' OR ')
  return `SELECT ${columns.map(column => `i.${column}`).join(', ')}, i.extra
    FROM incoming.${name} AS i CROSS JOIN main.${name} AS m ON ${sameKey(table)}
    WHERE ${wanted(table)} AND (${differs} OR i.extra IS NOT (
      SELECT extra FROM record_extra WHERE kind = @kind AND key = ${keyText(table, 'i')}))
    ORDER BY ${keyText(table, 'i')}`
})

/** The divergent records of a package: those with the key of a record here, and other content. */
export function getAllDivergent(
  store: ReadableStore,
  table: RecordTable,
  range: RowRange,
): readonly Values[] {
  const { kind } = table
  return store
    .prepare<RowRange & { kind: string }, Values>(divergentSql(table))
    .raw()
    .all({ ...range, kind })
}

/** Selects the columns of records here, as `m`, and last their unknown fields. */
const selectHere = (table: RecordTable): string =>
  `SELECT ${table.columns.map(column => `m.${column}`).join(', ')},
     (SELECT extra FROM record_extra WHERE kind = @kind AND key = ${keyText(table, 'm')})`

/** The order by person and key. */
const personOrder = ({ person, key }: RecordTable): string =>
  [...(person === null ? [] : [person]), ...key].map(column => `m.${column}`).join(', ')

const importedSql = oncePerTable(
  table => `${selectHere(table)}
    FROM incoming.${table.table} AS i CROSS JOIN main.${table.table} AS m ON ${sameKey(table)}
    WHERE i.rowid BETWEEN @first AND @last AND m.package = @package
    ORDER BY ${personOrder(table)}`,
)

/**
 * The records that were just imported from a package, by person and key: their columns, and last their unknown
 * fields. Scans only the staged rows, for the time during the merge.
 */
export function iterateImported(
  store: ReadableStore,
  table: RecordTable,
  range: PackageRange,
): IterableIterator<Values> {
  const { kind } = table
  return store
    .prepare<PackageRange & { kind: string }, Values>(importedSql(table))
    .raw()
    .iterate({ ...range, kind })
}

const packageRecordsSql = oncePerTable(
  table => `${selectHere(table)} FROM ${table.table} AS m WHERE m.package = @number
    ORDER BY ${personOrder(table)}`,
)

/** Every record that came with a package, in the form of `iterateImported`; for proving a receipt later. */
export function iteratePackageRecords(
  store: ReadableStore,
  table: RecordTable,
  number: number,
): IterableIterator<Values> {
  const { kind } = table
  return store
    .prepare<{ number: number; kind: string }, Values>(packageRecordsSql(table))
    .raw()
    .iterate({ number, kind })
}

/** Counts the records of a table that came with a package. */
export function countPackageRecords(
  store: ReadableStore,
  { table }: RecordTable,
  number: number,
): number {
  const row = store
    .prepare<{ number: number }, { readonly count: number }>(
      `SELECT count(*) AS count FROM ${table} WHERE package = @number`,
    )
    .get({ number })
  return row?.count ?? 0
}

/** Stores the framework versions of a package, which the records of their loading refer to. */
export function importFrameworks(store: WritableStore, range: RowRange): void {
  store
    .prepare<RowRange>(
      `INSERT INTO framework (hash, title, origin, file_name, loaded_at, device)
       SELECT framework, title, origin, file_name, loaded_at, device
       FROM incoming.framework_loading WHERE rowid BETWEEN @first AND @last
       ORDER BY loaded_at, device ON CONFLICT DO NOTHING`,
    )
    .run(range)
}

/**
 * Gives every framework version the details of its earliest loading, so that all laptops agree on its title.
 */
export function showEarliestLoadings(store: WritableStore): void {
  store
    .prepare<Record<string, never>>(
      `UPDATE framework SET (title, origin, file_name, loaded_at, device) = (
         SELECT title, origin, file_name, loaded_at, device FROM framework_loading
         WHERE framework = hash ORDER BY loaded_at, device LIMIT 1)
       WHERE (loaded_at, device) <> (
         SELECT loaded_at, device FROM framework_loading
         WHERE framework = hash ORDER BY loaded_at, device LIMIT 1)`,
    )
    .run({})
}

/** Imports the new supersessions of a package that join two records here. Returns the number of them. */
export function importSupersessions(
  store: WritableStore,
  range: PackageRange,
  subjects: readonly RecordTable[],
): number {
  const { changes } = store
    .prepare<PackageRange>(
      `INSERT INTO supersession (superseded, record, package)
       SELECT superseded, record, @package FROM incoming.supersession AS i
       WHERE rowid BETWEEN @first AND @last AND (${aboutTheSame(subjects)})
       ON CONFLICT DO NOTHING`,
    )
    .run(range)
  return changes
}

/** The supersessions of a package whose two records are not both here, or differ in their subject. */
export function getAllUnjoined(
  store: ReadableStore,
  range: RowRange,
  subjects: readonly RecordTable[],
): readonly { readonly record: string; readonly superseded: string }[] {
  return store
    .prepare<RowRange, { readonly record: string; readonly superseded: string }>(
      `SELECT record, superseded FROM incoming.supersession AS i
       WHERE rowid BETWEEN @first AND @last AND NOT (${aboutTheSame(subjects)})`,
    )
    .all(range)
}

/**
 * The condition that both records of a supersession `i` are here and share the subject of their table, or of
 * another table whose records theirs may supersede.
 */
function aboutTheSame(subjects: readonly RecordTable[]): string {
  const known = aboutTheSameSql.get(subjects) ?? aboutTheSameCondition(subjects)
  aboutTheSameSql.set(subjects, known)
  return known
}

const aboutTheSameSql = new WeakMap<readonly RecordTable[], string>()

/** The condition that both records of a supersession `i` are of one kind that this program does not know. */
const UNKNOWN_ABOUT_THE_SAME = `EXISTS (
  SELECT 1 FROM main.unknown_record AS a JOIN main.unknown_record AS b USING (kind, person)
  WHERE a.key = i.record AND b.key = i.superseded)`

function aboutTheSameCondition(subjects: readonly RecordTable[]): string {
  const known = subjects
    .flatMap(({ table, key: [id = 'id'], subject, over }) => [
      { table, id, other: { table, key: id, subject: subject ?? [] } },
      ...(over ? [{ table, id, other: over }] : []),
    ])
    .map(({ table, id, other }) => {
      const same = other.subject.map(column => ` AND a.${column} = b.${column}`).join('')
      return `EXISTS (SELECT 1 FROM main.${table} AS a JOIN main.${other.table} AS b
        ON a.${id} = i.record AND b.${other.key} = i.superseded${same})`
    })
  return [...known, UNKNOWN_ABOUT_THE_SAME].join(' OR ')
}

/** Tests whether the staged record with this id is about a person who withdrew. */
export function isWithdrawn(
  store: ReadableStore,
  table: RecordTable,
  id: string,
  range: RowRange,
): boolean {
  if (table.person === null) return false
  return (
    store
      .prepare<RowRange & { id: string }>(
        `SELECT 1 FROM incoming.${table.table} WHERE rowid BETWEEN @first AND @last
           AND ${table.key.at(-1)} = @id AND ${table.person} IN (SELECT participant FROM withdrawal)`,
      )
      .get({ ...range, id }) !== undefined
  )
}

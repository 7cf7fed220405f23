import type { ReadableStore, WritableStore } from '../store.ts'

/** A table of immutable records, described for merges. Its columns are in the order of a package's fields. */
export interface RecordTable {
  /** The name of the kind of record. */
  readonly kind: string
  readonly table: string
  readonly columns: readonly string[]
  /** The columns that together identify one record. */
  readonly key: readonly string[]
  /** The column with the participant that a record is about; null if it is about none. */
  readonly person: string | null
  /** The column with the workshop that a record is about; null if it is about none. */
  readonly workshop: string | null
  /** True for answers that are of nobody in particular. */
  readonly holdsAnswers: boolean
  /** The columns that two records must share for one to supersede the other; null if none may. */
  readonly subject: readonly string[] | null
  /** Another table whose records its own may supersede: its key, and the columns that both must share. */
  readonly over: {
    readonly table: string
    readonly key: string
    readonly subject: readonly string[]
  } | null
  /** True for the table of supersessions. */
  readonly isSupersession: boolean
  /** Columns that only this laptop fills, with the value for records from elsewhere. */
  readonly blanks: Readonly<Record<string, string>>
}

/**
 * Wraps a function that builds SQL for a table so that it runs once per table: a merge needs the same few
 * statements again and again.
 */
export function oncePerTable(
  build: (table: RecordTable) => string,
): (table: RecordTable) => string {
  const made = new WeakMap<RecordTable, string>()
  return table => {
    const known = made.get(table)
    if (known !== undefined) return known
    const sql = build(table)
    made.set(table, sql)
    return sql
  }
}

/** The selection of a workbook's records for a package. */
export interface RecordScope {
  /** The ids of the workshops; null for all of them. */
  readonly workshops: readonly string[] | null
  /** True to leave out participants, ratings and all other records about people. */
  readonly withoutPeople: boolean
}

/** Counts the records of each kind that there are any of. */
export function countRecords(
  store: ReadableStore,
  tables: readonly RecordTable[],
): readonly (readonly [kind: string, count: number])[] {
  return tables.flatMap(({ kind, table }) => {
    const sql = `SELECT count(*) AS count FROM ${table}`
    const count = store.prepare<object, { readonly count: number }>(sql).get({})?.count ?? 0
    return count === 0 ? [] : [[kind, count] as const]
  })
}

type Values = readonly (string | number | null)[]

/**
 * The records of a table in scope, in the order of their keys: their columns, and last unknown fields. `all`
 * are the tables of every kind, as a supersession accompanies its superseding record, and a device what it
 * wrote.
 */
export function iterateRecords(
  store: ReadableStore,
  table: RecordTable,
  scope: RecordScope,
  all: readonly RecordTable[],
): IterableIterator<Values> {
  const { kind } = table
  return store
    .prepare<{ kind: string; workshops: string }, Values>(selectSql(table, scope, all))
    .raw()
    .iterate({ kind, workshops: JSON.stringify(scope.workshops ?? []) })
}

const byPackageSql = oncePerTable(
  ({ table, columns, key }) => `SELECT package, ${columns.join(', ')} FROM ${table}
    ORDER BY package, ${key.join(', ')}`,
)

/**
 * Every record of a table by the number of the package that brought it, first those that were made here: the number,
 * null for here, and then the columns.
 */
export function iterateByPackage(
  store: ReadableStore,
  table: RecordTable,
): IterableIterator<Values> {
  return store.prepare<Record<string, never>, Values>(byPackageSql(table)).raw().iterate({})
}

/** The SQL of each table, by the shape of the scope. */
const selects = new WeakMap<RecordTable, Map<string, string>>()

function selectSql(table: RecordTable, scope: RecordScope, all: readonly RecordTable[]): string {
  const shape = `${scope.workshops === null} ${scope.withoutPeople}`
  const known = selects.get(table) ?? new Map<string, string>()
  selects.set(table, known)
  const { columns, key } = table
  const sql =
    known.get(shape) ??
    `SELECT ${columns.map(column => `r.${column}`).join(', ')},
       (SELECT extra FROM record_extra WHERE kind = @kind AND key = ${keyText(table, 'r')})
     FROM ${table.table} AS r WHERE @workshops IS NOT NULL AND (${whereClause(table, scope, all)})
     ORDER BY ${key.map(column => `r.${column}`).join(', ')}`
  known.set(shape, sql)
  return sql
}

function whereClause(table: RecordTable, scope: RecordScope, all: readonly RecordTable[]): string {
  if (table.isSupersession) {
    const known = all
      .filter(({ subject }) => subject !== null)
      .map(
        one => `EXISTS (SELECT 1 FROM ${one.table} AS j
          WHERE j.${one.key[0]} = r.record AND ${scopeCondition(one, 'j', scope)})
          ${andSupersededInScope(one, scope, all)}`,
      )
    const unknown = `EXISTS (SELECT 1 FROM unknown_record AS j
      WHERE j.key = r.record AND ${unknownInScope('j', scope)})`
    return [...known, unknown].join(' OR ')
  }
  if (table.table === 'device') {
    const written = all
      .filter(({ columns }) => columns.includes('device'))
      .map(({ table: of }) => `SELECT device FROM ${of}`)
    // Whoever knows the kind of a record asks for the device that wrote it.
    const unknown = "SELECT json_extract(line, '$.device') FROM unknown_record"
    return `r.id IN (${[...written, unknown].join(' UNION ')})`
  }
  return scopeCondition(table, 'r', scope)
}

/**
 * A further condition for supersessions of a record in another table: it must be in scope too, or the package
 * would have a supersession of a record that it lacks.
 */
function andSupersededInScope(
  one: RecordTable,
  scope: RecordScope,
  all: readonly RecordTable[],
): string {
  const { over } = one
  const others = all.find(({ table }) => table === over?.table)
  if (!over || !others) return ''
  return `AND (EXISTS (SELECT 1 FROM ${one.table} AS s WHERE s.${one.key[0]} = r.superseded)
    OR EXISTS (SELECT 1 FROM ${over.table} AS s
      WHERE s.${over.key} = r.superseded AND ${scopeCondition(others, 's', scope)}))`
}

/** The SQL for the text that identifies a record: the values of its key, joined by spaces. */
export function keyText({ key }: RecordTable, alias: string): string {
  return key.map(column => `${alias}.${column}`).join(` || ' ' || `)
}

const CHOSEN = '(SELECT value FROM json_each(@workshops))'
const PEOPLE = `(SELECT participant FROM participant_record WHERE workshop IN ${CHOSEN})`

function scopeCondition(table: RecordTable, alias: string, scope: RecordScope): string {
  if ((table.person !== null || table.holdsAnswers) && scope.withoutPeople) return 'FALSE'
  if (scope.workshops === null) return 'TRUE'
  if (table.workshop !== null) return `${alias}.${table.workshop} IN ${CHOSEN}`
  if (table.person !== null) return `${alias}.${table.person} IN ${PEOPLE}`
  return 'TRUE'
}

/** The condition that a record of a kind that this program does not know is in scope. */
function unknownInScope(alias: string, { workshops, withoutPeople }: RecordScope): string {
  if (workshops === null && !withoutPeople) return 'TRUE'
  const people = withoutPeople ? 'FALSE' : `${alias}.person IN ${PEOPLE}`
  return `(${alias}.person = '' OR ${people})`
}

/** A record of a kind that this program does not know, or a divergent record. */
export interface OddRecord {
  readonly kind: string
  readonly key: string
  /** The participant that it is about; blank if it is about nobody. */
  readonly person: string
  /** Its line in a package. */
  readonly line: string
}

/**
 * The records of kinds that this program, or the one of their time, does not know, in the order in which packages list
 * them: all, or those of one kind.
 */
export function iterateUnknownRecords(
  store: ReadableStore,
  scope: RecordScope,
  kind: string | null = null,
): IterableIterator<OddRecord> {
  return store
    .prepare<{ workshops: string; kind: string | null }, OddRecord>(
      `SELECT u.kind, u.key, u.person, u.line FROM unknown_record AS u
       WHERE @workshops IS NOT NULL AND (@kind IS NULL OR u.kind = @kind)
         AND ${unknownInScope('u', scope)} ORDER BY u.kind, u.key`,
    )
    .iterate({ workshops: JSON.stringify(scope.workshops ?? []), kind })
}

/** The divergent records of a workbook, in the order of their keys. */
export function getAllDivergentRecords(store: ReadableStore): readonly OddRecord[] {
  return store
    .prepare<Record<string, never>, OddRecord>(
      'SELECT kind, key, person, line FROM apart_record ORDER BY kind, key, line',
    )
    .all({})
}

/** Stores a divergent record, unless one with the same line is stored already. */
export function appendDivergentRecord(
  store: WritableStore,
  record: OddRecord & { readonly package: number },
): void {
  store
    .prepare<typeof record>(
      `INSERT INTO apart_record (kind, key, person, line, package)
       VALUES (@kind, @key, @person, @line, @package) ON CONFLICT DO NOTHING`,
    )
    .run(record)
}

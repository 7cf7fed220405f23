import type { ReadableStore, WritableStore } from '../store.ts'

/** A table of immutable records, as a merge needs to know it. Columns are in the order of a package's fields. */
export interface RecordTable {
  /** What the kind of record is called. */
  readonly kind: string
  readonly table: string
  readonly columns: readonly string[]
  /** The columns that together name one record. */
  readonly key: readonly string[]
  /** The column with the participant that a record is about, if it is about one. */
  readonly person: string | null
  /** The column with the workshop that a record is about, if it is about one. */
  readonly workshop: string | null
  /** The columns that two records share when one may take the place of the other. */
  readonly subject: readonly string[] | null
  /** Another table whose records its own may set aside, by its key and the columns both then share. */
  readonly over: {
    readonly table: string
    readonly key: string
    readonly subject: readonly string[]
  } | null
  /** Whether these are the records that put one record in another's place. */
  readonly isSupersession: boolean
  /** Columns that only this laptop fills, with what a record from elsewhere gets. */
  readonly blanks: Readonly<Record<string, string>>
}

/**
 * Makes SQL from a table's description once and keeps it: a merge asks for the same few statements again
 * and again.
 */
export function sqlOf(build: (table: RecordTable) => string): (table: RecordTable) => string {
  const made = new WeakMap<RecordTable, string>()
  return table => {
    const known = made.get(table)
    if (known !== undefined) return known
    const sql = build(table)
    made.set(table, sql)
    return sql
  }
}

/** Which of a workbook's records are meant. */
export interface RecordScope {
  /** The ids of the workshops; null for all of them. */
  readonly workshops: readonly string[] | null
  /** Without anyone's participants, ratings and whatever else is about people. */
  readonly withoutPeople: boolean
}

type Values = readonly (string | number | null)[]

/**
 * The records of a table in scope, in the order of their keys: their columns, and last unknown fields.
 * `all` are the tables of every kind: a supersession goes along with the record that it puts in another's
 * place, and a device with whatever it wrote.
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

/** The SQL of each table by what its scope leaves out, made once. */
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
    return all
      .filter(({ subject }) => subject !== null)
      .map(
        one => `EXISTS (SELECT 1 FROM ${one.table} AS j
          WHERE j.${one.key[0]} = r.record AND ${condition(one, 'j', scope)})
          ${goesAlong(one, scope, all)}`,
      )
      .join(' OR ')
  }
  if (table.table === 'device') {
    const written = all.filter(({ columns }) => columns.includes('device'))
    return `r.id IN (${written.map(one => `SELECT device FROM ${one.table}`).join(' UNION ')})`
  }
  return condition(table, 'r', scope)
}

/**
 * What a record sets aside in another table may be of another workshop, which is not in the package: then
 * the supersession stays behind as well.
 */
function goesAlong(one: RecordTable, scope: RecordScope, all: readonly RecordTable[]): string {
  const { over } = one
  const others = all.find(({ table }) => table === over?.table)
  if (!over || !others) return ''
  return `AND (EXISTS (SELECT 1 FROM ${one.table} AS s WHERE s.${one.key[0]} = r.superseded)
    OR EXISTS (SELECT 1 FROM ${over.table} AS s
      WHERE s.${over.key} = r.superseded AND ${condition(others, 's', scope)}))`
}

/** What names a record, as SQL: the values of its key with spaces between. */
export function keyText({ key }: RecordTable, alias: string): string {
  return key.map(column => `${alias}.${column}`).join(` || ' ' || `)
}

const CHOSEN = '(SELECT value FROM json_each(@workshops))'
const PEOPLE = `(SELECT participant FROM participant_record WHERE workshop IN ${CHOSEN})`

function condition(table: RecordTable, alias: string, scope: RecordScope): string {
  if (table.person !== null && scope.withoutPeople) return 'FALSE'
  if (scope.workshops === null) return 'TRUE'
  if (table.workshop !== null) return `${alias}.${table.workshop} IN ${CHOSEN}`
  if (table.person !== null) return `${alias}.${table.person} IN ${PEOPLE}`
  return 'TRUE'
}

/** A record that this program does not understand, or that is kept apart from its namesake. */
export interface OddRecord {
  readonly kind: string
  readonly key: string
  /** The participant that it is about; blank for records that are nobody's. */
  readonly person: string
  /** The record as a package has it. */
  readonly line: string
}

/** The records of kinds that this program does not know, in the order in which packages have them. */
export function iterateUnknownRecords(
  store: ReadableStore,
  { workshops, withoutPeople }: RecordScope,
): IterableIterator<OddRecord> {
  return store
    .prepare<{ everyone: number; nobody: number; workshops: string }, OddRecord>(
      `SELECT kind, key, person, line FROM unknown_record
       WHERE person = '' OR (NOT @nobody AND (@everyone OR person IN (
         SELECT participant FROM participant_record
         WHERE workshop IN (SELECT value FROM json_each(@workshops)))))
       ORDER BY kind, key`,
    )
    .iterate({
      everyone: workshops === null ? 1 : 0,
      nobody: withoutPeople ? 1 : 0,
      workshops: JSON.stringify(workshops ?? []),
    })
}

/** Keeps a record that says something else than its namesake; one that is there already stays. */
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

import type Database from 'better-sqlite3'
import { digestRow, keyOf, type Row, SEALED, type SealedTable } from './seals.ts'

/** The account of what was read of a damaged file. */
export interface Salvage {
  /** Records that could be read and say what they said when they were written, and were not there yet. */
  readonly rescued: number
  /** Records of which the file still says that they were made, and that could not be read; by table and key. */
  readonly lost: readonly string[]
  /** True where not even that could be read whole, so that more may be missing. */
  readonly isUncertain: boolean
}

/**
 * Copies what can still be read of a damaged workbook into a sound one: the records that were made on that laptop, each
 * proven by its digest, and what was said in turns that are open. Those of packages can be brought in again.
 */
export function salvage(damaged: Database.Database, into: Database.Database): Salvage {
  const seals = readSeals(damaged)
  const proven = [...SEALED, DRAFT]
    .filter(({ table }) => table !== 'workbook')
    .flatMap(one => provenRows(damaged, one, seals.digests))
  const turns = readRows(damaged, 'turn').map(row => ({ one: TURN, row }))
  const rescued = into.transaction(() => putAll(into, [...proven, ...turns]))()
  const lost = [...SEALED, DRAFT].flatMap(one =>
    [...(seals.digests.get(one.table)?.keys() ?? [])]
      .filter(key => one.table !== 'workbook' && !isThere(into, one, key))
      .map(key => `${one.table} ${key}`),
  )
  return { rescued, lost, isUncertain: seals.isUncertain }
}

/** A row and its table. */
interface Proven {
  readonly one: SealedTable
  readonly row: Row
}

/** The rows of a table that say what they said when they were written. */
function provenRows(
  damaged: Database.Database,
  one: SealedTable,
  digests: ReadonlyMap<string, ReadonlyMap<string, Buffer>>,
): readonly Proven[] {
  const wanted = digests.get(one.table)
  return readRows(damaged, one.table)
    .filter(row => wanted?.get(keyOf(one, row))?.equals(digestRow(one.table, row)))
    .map(row => ({ one, row }))
}

/** Stores rows in as many rounds as they refer to one another. Returns the number of records stored. */
function putAll(into: Database.Database, rows: readonly Proven[]): number {
  let waiting = rows
  let stored = 0
  for (;;) {
    const left = waiting.filter(({ one, row }) => {
      const changes = put(into, one.table, row)
      if (one !== TURN) stored += changes
      return changes === 0 && !isThere(into, one, keyOf(one, row))
    })
    if (left.length === waiting.length || left.length === 0) return stored
    waiting = left
  }
}

const TURN: SealedTable = { table: 'turn', key: ['id'] }

const DRAFT: SealedTable = { table: 'draft', key: ['turn', 'part', 'indicator', 'criterion'] }

interface SealRow {
  readonly about: string
  readonly key: string
  readonly digest: Buffer
}

function readSeals(damaged: Database.Database): {
  readonly digests: ReadonlyMap<string, ReadonlyMap<string, Buffer>>
  readonly isUncertain: boolean
} {
  const digests = new Map<string, Map<string, Buffer>>()
  let isUncertain = false
  const rows = readRows<SealRow>(damaged, 'seal', () => {
    isUncertain = true
  })
  for (const { about, key, digest } of rows) {
    const table = digests.get(about) ?? new Map<string, Buffer>()
    digests.set(about, table)
    table.set(key, digest)
  }
  return { digests, isUncertain }
}

/** The rows of a table from its beginning to the first damaged page, and from its end to the last one. */
function readRows<R = Row>(
  damaged: Database.Database,
  table: string,
  onDamage: () => void = () => undefined,
): readonly R[] {
  const rows = new Map<string, R>()
  for (const order of ['ASC', 'DESC']) {
    try {
      const key = orderOf(damaged, table)
      const sql = `SELECT * FROM ${table} ORDER BY ${key.map(column => `${column} ${order}`).join(', ')}`
      for (const row of damaged.prepare<[], R>(sql).iterate()) rows.set(JSON.stringify(row), row)
      return [...rows.values()]
    } catch {
      onDamage()
    }
  }
  return [...rows.values()]
}

/** The order in which a table's rows lie in the file, so that no index is needed to read them. */
function orderOf(damaged: Database.Database, table: string): readonly string[] {
  const columns = damaged.pragma(`table_info(${table})`) as readonly {
    readonly name: string
    readonly pk: number
  }[]
  const isByKey = damaged
    .prepare<[string], number>('SELECT wr FROM pragma_table_list WHERE name = ?')
    .pluck()
    .get(table)
  if (isByKey === 0) return ['rowid']
  return columns
    .filter(({ pk }) => pk > 0)
    .toSorted((one, other) => one.pk - other.pk)
    .map(({ name }) => name)
}

/** Stores a row unless its key is taken or it breaks a rule of its table. Returns the number stored. */
function put(into: Database.Database, table: string, row: Row): number {
  const columns = Object.keys(row)
  try {
    return into
      .prepare<[Row]>(
        `INSERT OR IGNORE INTO ${table} (${columns.join(', ')})
         VALUES (${columns.map(column => `@${column}`).join(', ')})`,
      )
      .run(row).changes
  } catch {
    return 0
  }
}

function isThere(into: Database.Database, { table, key }: SealedTable, text: string): boolean {
  const joined = key.join(` || ' ' || `)
  return (
    into.prepare<[string]>(`SELECT 1 FROM ${table} WHERE ${joined} = ?`).get(text) !== undefined
  )
}

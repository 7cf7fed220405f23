import { createHash } from 'node:crypto'
import Database from 'better-sqlite3'

/**
 * Every row of every table of a workbook file as text, a line each: a file of SQLite lays the same rows
 * out as it comes, so it is the rows that are compared. Views hold no rows of their own.
 */
export function rowsOf(file: string): string {
  const database = new Database(file, { readonly: true })
  try {
    const tables = database
      .prepare<[], string>(
        `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`,
      )
      .pluck()
      .all()
    return tables.map(table => `== ${table}\n${rowsIn(database, table)}`).join('\n')
  } finally {
    database.close()
  }
}

/** The same, of each table only how many rows it has and what they hash to. */
export function inShort(rows: string): string {
  const tables = rows.split(/^== /m).slice(1)
  const lines = tables.map(table => {
    const [name = '', ...within] = table.trimEnd().split('\n')
    const hash = createHash('sha256').update(within.join('\n')).digest('hex')
    return `${name}, ${within.length}: ${hash}\n`
  })
  return lines.join('')
}

function rowsIn(database: Database.Database, table: string): string {
  const rows = database.prepare<[], Record<string, unknown>>(`SELECT * FROM "${table}"`).all()
  // A seal is of ids and moments that are others each time; that it fits its record is for `verify`.
  const told = table === 'seal' ? rows.map(({ digest: _, ...row }) => row) : rows
  return told.map(row => `${JSON.stringify(row, readable)}\n`).join('')
}

/** Bytes are shown in hexadecimal; where a file lies on the disk is a number of the disk's own. */
function readable(name: string, value: unknown): unknown {
  if (name === 'place' && typeof value === 'string' && value !== '') return '<place on this disk>'
  if (isBytes(value)) return Buffer.from(value.data).toString('hex')
  return value
}

/** A buffer as JSON sees it. */
function isBytes(value: unknown): value is { readonly data: readonly number[] } {
  return typeof value === 'object' && value !== null && 'data' in value && Array.isArray(value.data)
}

import { readdirSync, readFileSync } from 'node:fs'
import type Database from 'better-sqlite3'

/** One step of the schema; `version` is its number, which the file stores as `user_version`. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** Reads the steps in order. Their folder lies beside this file, in the sources and in every bundle. */
export function readMigrations(): readonly Migration[] {
  const folder = new URL('./migrations/', import.meta.url)
  return readdirSync(folder)
    .filter(file => file.endsWith('.sql'))
    .sort()
    .map(file => ({
      version: Number.parseInt(file, 10),
      name: file,
      sql: withUnixLineEnds(readFileSync(new URL(file, folder), 'utf8')),
    }))
}

/** SQLite keeps a schema as it was written, and git may write a checkout's files with the line ends of Windows. */
const withUnixLineEnds = (text: string): string => text.replaceAll('\r\n', '\n')

/** The version of the newest step, which is the format that this program writes. */
export function newestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/** The format of a workbook file. */
export function versionOf(database: Database.Database): number {
  return Number(database.pragma('user_version', { simple: true }))
}

/** Migrates a file from its own version to the newest, all steps in one transaction. */
export function migrate(database: Database.Database, migrations: readonly Migration[]): void {
  const from = versionOf(database)
  const pending = migrations.filter(migration => migration.version > from)
  if (pending.length === 0) return
  const takeAll = database.transaction(() => {
    for (const migration of pending) {
      database.exec(migration.sql)
      database.pragma(`user_version = ${migration.version}`)
    }
  })
  // A step may put a table's own text right, from which SQLite otherwise guards a file.
  database.unsafeMode(true)
  try {
    takeAll.immediate()
  } finally {
    database.unsafeMode(false)
  }
}

/** Every table, index, view and trigger of a file, as one text that can be compared. */
export function describeSchema(database: Database.Database): string {
  return database
    .prepare<[], string>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY type, name')
    .pluck()
    .all()
    .map(withUnixLineEnds)
    .join(';\n')
}

import Database from 'better-sqlite3'

/** The version of SQLite that the program brings, such as `3.51.0`. */
export function sqliteVersion(): string {
  const database = new Database(':memory:')
  try {
    return String(database.prepare('SELECT sqlite_version()').pluck().get())
  } finally {
    database.close()
  }
}

import type Database from 'better-sqlite3'
import { migrate, newestVersion, readMigrations } from '../migrate.ts'
import type { OpenStore } from '../store.ts'
import { asStore, sealAll } from './as-store.ts'
import { closingOnFailure, refuseByHeader, refuseStrangeSchema } from './database.ts'
import { withDamageNamed } from './failures.ts'
import { openImage } from './image.ts'

/**
 * Opens an existing workbook to be read alone: its content in memory, taken on to the newest format there. The file
 * and its folder keep every byte, and may be on a disk that only reads. Throws as `openStore` does.
 */
export function openStoreForReading(file: string): OpenStore {
  const migrations = readMigrations()
  refuseByHeader(file, newestVersion(migrations))
  return withDamageNamed(file, () => {
    const database = openImage(file)
    return closingOnFailure(database, () => {
      refuseStrangeSchema(database, file, migrations)
      setPragmas(database)
      migrate(database, migrations)
      const store = asStore(database, file)
      sealAll(store)
      return { database, store }
    })
  })
}

function setPragmas(database: Database.Database): void {
  database.pragma('foreign_keys = ON')
  database.pragma('trusted_schema = OFF')
}

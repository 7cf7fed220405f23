import { closeSync, existsSync, openSync, readSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { isDevice } from '../../disk/devices.ts'
import { toReadError, toWriteError } from '../../disk/disk-errors.ts'
import { flushFile, flushFolder } from '../../disk/flush.ts'
import { renamePath, tidyAwayOrLater } from '../../disk/move-and-remove.ts'
import { isHeldOpen, patiently } from '../../disk/patience.ts'
import { realName } from '../../disk/real-name.ts'
import { unfinishedName } from '../../disk/unfinished.ts'
import { WorkbookError } from '../../errors.ts'
import { APPLICATION_ID, blankFile, expectedSchema } from '../blank.ts'
import {
  describeSchema,
  type Migration,
  migrate,
  newestVersion,
  readMigrations,
  versionOf,
} from '../migrate.ts'
import type { OpenStore } from '../store.ts'
import { asStore, sealAll } from './as-store.ts'
import { withPlainFailures } from './failures.ts'
import { undoCutShort } from './rollback-journal.ts'

const SQLITE_MAGIC = 'SQLite format 3\0'
const HEADER_BYTES = 100
const JOURNAL_OFFSET = 18
/** The values there: written under a rollback journal, or with a log (SQLite's file format, 1.3.3). */
const UNDER_JOURNAL = 1
const WITH_LOG = 2
const VERSION_OFFSET = 60
const APPLICATION_ID_OFFSET = 68

/** Opens an existing workbook file. An older one is backed up and then migrated. */
export function openStore(named: string): OpenStore {
  const file = realName(named)
  const migrations = readMigrations()
  refuseByHeader(file, newestVersion(migrations))
  return withPlainFailures(file, () => {
    undoCutShort(file)
    const version = refuseStrangeContent(file, migrations)
    const database = new Database(file, { fileMustExist: true })
    return closingOnFailure(database, () => {
      setPragmas(database)
      if (version < newestVersion(migrations)) {
        backUp(database, `${file}.format-${version}.backup`)
        migrate(database, migrations)
      }
      const store = asStore(database, file)
      sealAll(store)
      return { database, store }
    })
  })
}

/** Creates a new workbook, with tables and nothing in them, in an empty or absent file. */
export function createStore(file: string): OpenStore {
  try {
    // The file itself says what it is from its beginning, even while its log lies beside it.
    writeFileSync(file, blankFile(readMigrations()))
  } catch (error) {
    throw toWriteError(error, file)
  }
  return withPlainFailures(file, () => {
    const database = new Database(file, { fileMustExist: true })
    return closingOnFailure(database, () => {
      setPragmas(database)
      return { database, store: asStore(database, file) }
    })
  })
}

/**
 * Writes a consistent copy of an open workbook, its log included, unless the copy exists. The copy is whole or not
 * there: one that a full disk or a power cut ended would be taken for the backup ever after.
 */
function backUp(database: Database.Database, to: string): void {
  if (existsSync(to)) return
  const unfinished = unfinishedName(to)
  try {
    database.prepare('VACUUM INTO ?').run(unfinished)
    flushFile(unfinished)
    renamePath(unfinished, to)
    flushFolder(dirname(to))
  } catch (error) {
    throw toWriteError(error, to)
  } finally {
    tidyAwayOrLater(unfinished)
  }
}

/** Reads back the settings that make a file durable, since SQLite may silently choose others. */
export function readDurability(database: Database.Database): {
  readonly journalMode: string
  readonly synchronous: number
} {
  return {
    journalMode: String(database.pragma('journal_mode', { simple: true })),
    synchronous: Number(database.pragma('synchronous', { simple: true })),
  }
}

function setPragmas(database: Database.Database): void {
  database.pragma('journal_mode = WAL')
  // A re-opened WAL file falls back to NORMAL, which loses acknowledged rows in a power cut.
  database.pragma('synchronous = FULL')
  database.pragma('fullfsync = ON')
  database.pragma('foreign_keys = ON')
  database.pragma('trusted_schema = OFF')
  database.pragma('secure_delete = ON')
  database.pragma('wal_autocheckpoint = 0')
  const { journalMode, synchronous } = readDurability(database)
  if (journalMode !== 'wal' || synchronous !== 2) {
    throw new WorkbookError('CANNOT_WRITE_FILE', {
      file: database.name,
      detail: `this disk offers journal ${journalMode}, synchronous ${synchronous}`,
    })
  }
}

/** Refuses foreign and newer files by their first bytes, which leaves them exactly as they were. */
export function refuseByHeader(file: string, supported: number): void {
  // Windows says of a device that it is there, and some devices never answer.
  if (isDevice(file) || !existsSync(file)) throw new WorkbookError('NO_SUCH_FILE', { file })
  const header = readHeader(file)
  const magic = header.toString('latin1', 0, SQLITE_MAGIC.length)
  const application = header.readUInt32BE(APPLICATION_ID_OFFSET)
  if (magic !== SQLITE_MAGIC || application !== APPLICATION_ID) {
    throw new WorkbookError('NOT_A_WORKBOOK', { file })
  }
  refuseNewer(file, header.readUInt32BE(VERSION_OFFSET), supported)
}

/**
 * Tests whether a file says of itself that it is written with a log, or under the journal of a large merge. One that was
 * killed as such a merge ended stays so until its next opening.
 */
export function namesItsJournal(file: string): boolean {
  const [writing, reading] = readHeader(file).subarray(JOURNAL_OFFSET)
  return writing === reading && (writing === UNDER_JOURNAL || writing === WITH_LOG)
}

function readHeader(file: string): Buffer {
  const header = Buffer.alloc(HEADER_BYTES)
  try {
    const descriptor = patiently(() => openSync(file, 'r'), isHeldOpen)
    try {
      readSync(descriptor, header, 0, HEADER_BYTES, 0)
    } finally {
      closeSync(descriptor)
    }
  } catch (error) {
    throw toReadError(error, file)
  }
  return header
}

function refuseNewer(file: string, version: number, supported: number): void {
  if (version > supported) throw new WorkbookError('NEWER_WORKBOOK', { file, version, supported })
}

/**
 * Reads the version, which may still be in the log, and the schema through a connection that cannot write, so
 * that a refused file keeps every byte. Returns the version. Throws NEWER_WORKBOOK, DAMAGED_WORKBOOK.
 */
function refuseStrangeContent(file: string, migrations: readonly Migration[]): number {
  const database = new Database(file, { readonly: true, fileMustExist: true })
  try {
    return refuseStrangeSchema(database, file, migrations)
  } finally {
    database.close()
  }
}

/**
 * Returns the format of a file. Throws NEWER_WORKBOOK for one that this program does not know, and DAMAGED_WORKBOOK
 * where the file has other tables than the program's steps make.
 */
export function refuseStrangeSchema(
  database: Database.Database,
  file: string,
  migrations: readonly Migration[],
): number {
  const version = versionOf(database)
  refuseNewer(file, version, newestVersion(migrations))
  const known = migrations.filter(migration => migration.version <= version)
  if (describeSchema(database) === expectedSchema(known)) return version
  const detail = 'its tables are not those of a workbook'
  throw new WorkbookError('DAMAGED_WORKBOOK', { file, detail })
}

/** Runs `work` on an open connection, which is closed where that fails. */
export function closingOnFailure<T>(database: Database.Database, work: () => T): T {
  try {
    return work()
  } catch (error) {
    database.close()
    throw error
  }
}

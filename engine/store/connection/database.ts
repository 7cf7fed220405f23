import { accessSync, closeSync, constants, existsSync, openSync, readSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { isDevice } from '../../disk/devices.ts'
import { toReadError, toWriteError } from '../../disk/disk-errors.ts'
import { flushFile, flushFolder } from '../../disk/flush.ts'
import { renamePath, tidyAwayOrLater } from '../../disk/move-and-remove.ts'
import { isHeldOpen, patiently, systemCodeOf } from '../../disk/patience.ts'
import { unfinishedName } from '../../disk/unfinished.ts'
import { WorkbookError } from '../../errors.ts'
import {
  describeSchema,
  expectedSchema,
  type Migration,
  migrate,
  newestVersion,
  readMigrations,
  versionOf,
} from '../migrate.ts'
import type { OpenStore, Statement, WritableStore } from '../store.ts'
import { undoCutShort, withRollbackJournal } from './rollback-journal.ts'

/** "FWKB", the application id that distinguishes a workbook from other SQLite files. */
export const APPLICATION_ID = 0x46574b42

const SQLITE_MAGIC = 'SQLite format 3\0'
const HEADER_BYTES = 100
const VERSION_OFFSET = 60
const APPLICATION_ID_OFFSET = 68

/** Opens an existing workbook file. An older one is backed up and then migrated. */
export function openStore(file: string): OpenStore {
  // Windows says of a device that it is there, and some devices never answer.
  if (isDevice(file) || !existsSync(file)) throw new WorkbookError('NO_SUCH_FILE', { file })
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
      return { database, store: asStore(database, file) }
    })
  })
}

/** Creates the tables of a new workbook in an empty or absent file. */
export function createStore(file: string): OpenStore {
  return withPlainFailures(file, () => {
    const database = new Database(file)
    return closingOnFailure(database, () => {
      // Ratings are long rows, so pages of twice SQLite's default size are fewer to log and to write back.
      database.pragma('page_size = 8192')
      database.pragma(`application_id = ${APPLICATION_ID}`)
      setPragmas(database)
      migrate(database, readMigrations())
      // The file itself must say what it is, even while its log lies beside it.
      database.pragma('wal_checkpoint(TRUNCATE)')
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
  const { journalMode, synchronous } = readDurability(database)
  if (journalMode !== 'wal' || synchronous !== 2) {
    throw new WorkbookError('CANNOT_WRITE_FILE', {
      file: database.name,
      detail: `this disk offers journal ${journalMode}, synchronous ${synchronous}`,
    })
  }
}

/** Refuses foreign and newer files by their first bytes, which leaves them exactly as they were. */
function refuseByHeader(file: string, supported: number): void {
  const header = readHeader(file)
  const magic = header.toString('latin1', 0, SQLITE_MAGIC.length)
  const application = header.readUInt32BE(APPLICATION_ID_OFFSET)
  if (magic !== SQLITE_MAGIC || application !== APPLICATION_ID) {
    throw new WorkbookError('NOT_A_WORKBOOK', { file })
  }
  refuseNewer(file, header.readUInt32BE(VERSION_OFFSET), supported)
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
    const version = versionOf(database)
    refuseNewer(file, version, newestVersion(migrations))
    const known = migrations.filter(migration => migration.version <= version)
    if (describeSchema(database) !== expectedSchema(known)) {
      const detail = 'its tables are not those of a workbook'
      throw new WorkbookError('DAMAGED_WORKBOOK', { file, detail })
    }
    return version
  } finally {
    database.close()
  }
}

function closingOnFailure<T>(database: Database.Database, work: () => T): T {
  try {
    return work()
  } catch (error) {
    database.close()
    throw error
  }
}

/**
 * Makes a store of an open connection: statements are prepared once, and failures are the contract's errors.
 */
export function asStore(database: Database.Database, file: string): WritableStore {
  const statements = new Map<string, unknown>()
  const prepare = <P extends object, R, More extends readonly object[]>(
    sql: string,
  ): Statement<P, R, More> => {
    const known = statements.get(sql)
    // The SQL determines its parameters and rows, so equal texts have equal types.
    if (known) return known as Statement<P, R, More>
    const statement = database.prepare<[P, ...More], R>(sql)
    statements.set(sql, statement)
    return statement
  }
  // Made once, since better-sqlite3's wrapper costs more to make than a small transaction takes.
  const inTransaction = database.transaction((work: () => unknown) => work())
  const transaction = <T>(work: () => T): T => {
    try {
      return inTransaction.immediate(work) as T
    } catch (error) {
      throw toWorkbookError(error, file)
    }
  }
  const rehearse = <T>(work: () => T): T =>
    withPlainFailures(file, () => {
      database.exec('BEGIN IMMEDIATE')
      try {
        return work()
      } finally {
        // SQLite itself rolls back after some failures, such as a full disk.
        if (database.inTransaction) database.exec('ROLLBACK')
      }
    })
  const largeTransaction = <T>(work: () => T): T =>
    withRollbackJournal(database, () => transaction(work))
  return { file, prepare, transaction, rehearse, largeTransaction } as WritableStore
}

/** Tests whether an error says that a row breaks a rule of its table, such as a reference to no row. */
export function isConstraintFailure(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')
}

/** Converts SQLite's errors about disks and damaged files to the contract's; other errors stay as they are. */
function toWorkbookError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const code = error.code
  if (code === 'SQLITE_FULL') return new WorkbookError('DISK_FULL', { file })
  if (code === 'SQLITE_NOTADB') return new WorkbookError('NOT_A_WORKBOOK', { file })
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new WorkbookError('DAMAGED_WORKBOOK', { file, detail: error.message })
  }
  // Windows removes no journal that another program has open.
  const isHeld = code.startsWith('SQLITE_BUSY') || code === 'SQLITE_IOERR_DELETE'
  if (isHeld) return new WorkbookError('FILE_IN_USE', { file })
  if (code.startsWith('SQLITE_READONLY')) return new WorkbookError('FILE_NOT_ALLOWED', { file })
  if (code.startsWith('SQLITE_IOERR') || code.startsWith('SQLITE_CANTOPEN')) {
    return (
      whyNotOpened(file) ?? new WorkbookError('CANNOT_WRITE_FILE', { file, detail: error.message })
    )
  }
  return error
}

/** The reason of the disk itself for which SQLite could not use a file or those beside it; it does not say. */
function whyNotOpened(file: string): unknown {
  for (const path of [file, `${file}-wal`, `${file}-shm`, `${file}-journal`]) {
    try {
      probe(path)
    } catch (error) {
      if (path === file || systemCodeOf(error) !== 'ENOENT') return toReadError(error, file)
    }
  }
  return undefined
}

/**
 * Tries whether a file may be written. It must not be opened where a process loses its locks on a file with the
 * first descriptor that it closes (POSIX); Windows in turn tells who holds a file only to those who open it.
 */
function probe(path: string): void {
  if (process.platform === 'win32') closeSync(openSync(path, 'r+'))
  else accessSync(path, constants.W_OK)
}

/** Runs `work` and converts the errors of SQLite that it throws to the contract's. */
export function withPlainFailures<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toWorkbookError(error, file)
  }
}

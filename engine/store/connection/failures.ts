import { accessSync, closeSync, constants, openSync } from 'node:fs'
import Database from 'better-sqlite3'
import { toReadError } from '../../disk/disk-errors.ts'
import { systemCodeOf } from '../../disk/patience.ts'
import { WorkbookError } from '../../errors.ts'

/** Tests whether an error says that a row breaks a rule of its table, such as a reference to no row. */
export function isConstraintFailure(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')
}

/** Converts SQLite's errors about disks and damaged files to the contract's; other errors stay as they are. */
export function toWorkbookError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const code = error.code
  if (code === 'SQLITE_READONLY_DBMOVED') {
    return new WorkbookError('WORKBOOK_MOVED', { file, rescued: null })
  }
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

/**
 * Runs `work`, which only reads a file, and names as DAMAGED_WORKBOOK whatever it stumbled over: bytes where a text was,
 * or half of a receipt. What the system says of the file is no damage, and is thrown as `withPlainFailures` does.
 */
export function withDamageNamed<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    const known = toWorkbookError(error, file)
    if (known instanceof WorkbookError || !(error instanceof Error)) throw known
    if ('syscall' in error) throw known
    throw new WorkbookError('DAMAGED_WORKBOOK', { file, detail: error.message })
  }
}

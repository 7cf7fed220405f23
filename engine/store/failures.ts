import Database from 'better-sqlite3'
import { WorkbookError } from '../errors.ts'

/** Turns what SQLite says of a disk that refuses into the contract's errors. */
export function toWorkbookError(error: unknown, file: string): unknown {
  if (!(error instanceof Database.SqliteError)) return error
  const code = error.code
  if (code === 'SQLITE_FULL') return new WorkbookError('DISK_FULL', { file })
  if (code === 'SQLITE_NOTADB') return new WorkbookError('NOT_A_WORKBOOK', { file })
  if (code.startsWith('SQLITE_CORRUPT')) {
    return new WorkbookError('DAMAGED_WORKBOOK', { file, detail: error.message })
  }
  const refused = ['SQLITE_IOERR', 'SQLITE_READONLY', 'SQLITE_CANTOPEN', 'SQLITE_BUSY']
  if (refused.some(prefix => code.startsWith(prefix))) {
    return new WorkbookError('CANNOT_WRITE_FILE', { file, detail: error.message })
  }
  return error
}

/** Runs `work`, with what SQLite throws turned into the contract's errors. */
export function withPlainFailures<T>(file: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    throw toWorkbookError(error, file)
  }
}

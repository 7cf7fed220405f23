import { existsSync } from 'node:fs'
import Database from 'better-sqlite3'
import { renamePath } from '../../disk/move-and-remove.ts'
import { unfinishedName } from '../../disk/unfinished.ts'
import type { Statement, WritableStore } from '../store.ts'
import { createCheckpoints } from './checkpoints.ts'
import { toWorkbookError, withPlainFailures } from './failures.ts'
import { watchPlace } from './place.ts'
import { withRollbackJournal } from './rollback-journal.ts'
import { createSealer } from './seals.ts'
import { NO_LIST, openTold } from './told.ts'

/**
 * Makes a store of an open connection: statements are prepared once, and failures are the contract's errors.
 */
export function asStore(database: Database.Database, file: string): WritableStore {
  const place = database.memory ? null : watchPlace(file, () => isStillWorkbook(database, file))
  const checkpoints = place && createCheckpoints(database, place)
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
  const seal = createSealer(database)
  const inTransaction = database.transaction((work: () => unknown, isNested: boolean) => {
    const done = work()
    if (!isNested) seal()
    return done
  })
  const commit = <T>(work: () => T): T => {
    try {
      return inTransaction.immediate(work, database.inTransaction) as T
    } catch (error) {
      throw toWorkbookError(error, file)
    }
  }
  const transaction = <T>(work: () => T): T => {
    const isNested = database.inTransaction
    const done = commit(work)
    if (isNested) return done
    place?.refuseIfMoved()
    checkpoints?.committed()
    return done
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
  const largeTransaction = <T>(work: () => T): T => {
    place?.refuseIfMoved()
    const done = withRollbackJournal(database, () => commit(work))
    place?.note()
    place?.refuseIfMoved()
    return done
  }
  const checkpoint: WritableStore['checkpoint'] = mode =>
    withPlainFailures(file, () => checkpoints?.now(mode) ?? true)
  const list = place ? openTold(file) : NO_LIST
  const close = (): void => {
    if (!place || place.isLogOurs()) database.close()
    else closeBesideOtherLog(database, file)
    list.remove()
  }
  return {
    file,
    prepare,
    transaction,
    rehearse,
    largeTransaction,
    checkpoint,
    told: list.add,
    forgetTold: list.remove,
    release: () => place?.release(),
    close,
  } as WritableStore
}

/** Makes the digests of records that have none yet, as those of a workbook from before do. */
export function sealAll(store: WritableStore): void {
  const waiting = store.prepare<Record<string, never>>('SELECT 1 FROM unsealed LIMIT 1').get({})
  if (waiting !== undefined) store.transaction(() => undefined)
}

/** Closes a connection, which has SQLite remove the log of that name, and leaves one that is of another file. */
function closeBesideOtherLog(database: Database.Database, file: string): void {
  const log = `${file}-wal`
  const aside = unfinishedName(log, 'replaced')
  const isThere = existsSync(log)
  if (isThere) renamePath(log, aside)
  database.close()
  if (isThere) renamePath(aside, log)
}

/** Tests whether a file that another program wrote to is still this workbook, and whole, by reading it anew. */
function isStillWorkbook(database: Database.Database, file: string): boolean {
  try {
    const id = database.prepare<[], string>('SELECT id FROM workbook').pluck()
    const anew = new Database(file, { readonly: true, fileMustExist: true })
    try {
      return (
        anew.prepare<[], string>('SELECT id FROM workbook').pluck().get() === id.get() &&
        anew.pragma('quick_check(1)', { simple: true }) === 'ok'
      )
    } finally {
      anew.close()
    }
  } catch {
    return false
  }
}

import { readdirSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { listBackups } from '../../disk/backup-places.ts'
import { toWriteError } from '../../disk/disk-errors.ts'
import { flushFile } from '../../disk/flush.ts'
import { eraseFile, removePath, renamePath, tidyAway } from '../../disk/move-and-remove.ts'
import { WorkbookError } from '../../errors.ts'
import type { WritableStore } from '../store.ts'
import { withPlainFailures } from './failures.ts'
import { openImage } from './image.ts'

type Nothing = Record<string, never>

/**
 * Makes deleted rows unreadable in the workbook's file and its log, by rewriting every page and truncating the
 * log. Returns false while another connection that reads the file keeps the log; the rest is then removed when
 * the last connection closes.
 */
export function scrubStore(store: WritableStore): boolean {
  store.prepare<Nothing>('VACUUM').run({})
  return store.checkpoint('truncate')
}

/** Endings of the files beside a workbook: backups of older formats, and what an interrupted scrub leaves. */
const BACKUP = /^\.format-\d+\.backup$/
const UNFINISHED = '.unfinished'
const REPLACED = '.replaced'

/** Scrubbed copies that have taken the place of a workbook's backups; the old ones are still to hand. */
export interface ScrubbedBackups {
  readonly count: number
  /** Erases the old ones. False if somebody holds one of them: then `hasUnscrubbed` finds it the next time. */
  readonly finish: () => boolean
  /** Gives the old ones their names back, as if nothing had been done. */
  readonly undo: () => void
}

/**
 * Puts copies without the rows of these participants in the place of every backup that the program made of a
 * workbook: all of them or, if it throws, none. Throws DISK_FULL, FILE_IN_USE, FILE_NOT_ALLOWED, DISK_GONE,
 * CANNOT_WRITE_FILE, DAMAGED_BACKUP.
 */
export function scrubBackups(file: string, participants: readonly string[]): ScrubbedBackups {
  restoreReplaced(file)
  const backups = backupsOf(file)
  const moved: string[] = []
  const undo = (): void => {
    for (const backup of moved.splice(0)) {
      plainly(backup, () => renamePath(`${backup}${REPLACED}`, backup))
    }
  }
  try {
    for (const backup of backups) plainly(backup, () => writeScrubbed(backup, participants))
    for (const backup of backups) {
      plainly(backup, () => renamePath(backup, `${backup}${REPLACED}`))
      moved.push(backup)
      plainly(backup, () => renamePath(`${backup}${UNFINISHED}`, backup))
    }
  } catch (error) {
    undo()
    throw error
  } finally {
    for (const backup of backups) tidyAway(`${backup}${UNFINISHED}`)
  }
  const finish = (): boolean =>
    moved.map(backup => eraseFile(`${backup}${REPLACED}`)).every(isErased => isErased)
  return { count: backups.length, finish, undo }
}

/** The errors of a file that is not whole, which would have people restore a backup from its backup. */
const DAMAGED = ['NOT_A_WORKBOOK', 'DAMAGED_WORKBOOK']

/** Does work on one backup and names it where SQLite or the disk refuses. */
function plainly<T>(backup: string, work: () => T): T {
  try {
    return withPlainFailures(backup, work)
  } catch (error) {
    const isDamaged = error instanceof WorkbookError && DAMAGED.includes(error.code)
    throw isDamaged
      ? new WorkbookError('DAMAGED_BACKUP', { file: backup })
      : toWriteError(error, backup)
  }
}

/** Tests whether a backup of a workbook, or what an interrupted scrub left of one, names these participants. */
export function hasUnscrubbed(file: string, participants: readonly string[]): boolean {
  if (participants.length === 0) return false
  return replacedOf(file).length > 0 || backupsOf(file).some(backup => names(backup, participants))
}

const backupsOf = (file: string): readonly string[] => besideOf(file, '')
const replacedOf = (file: string): readonly string[] => besideOf(file, REPLACED)

/** The backups beside a workbook whose names end so, without that ending. */
function besideOf(file: string, ending: string): readonly string[] {
  const folder = dirname(file)
  const ofFormats = readdirSync(folder)
    .filter(name => name.startsWith(`${basename(file)}.format-`) && name.endsWith(ending))
    .map(name => name.slice(0, name.length - ending.length))
    .filter(name => BACKUP.test(name.slice(basename(file).length)))
    .map(name => join(folder, name))
  return [...ofFormats, ...listBackups(file, ending).map(({ path }) => path)]
}

/** Takes an interrupted scrub back, so that it is done once more from its beginning. */
function restoreReplaced(file: string): void {
  for (const backup of replacedOf(file)) {
    const replaced = `${backup}${REPLACED}`
    // One that somebody held was emptied before it could be removed.
    plainly(replaced, () => {
      if (statSync(replaced).size === 0) removePath(replaced)
      else renamePath(replaced, backup)
    })
  }
}

function writeScrubbed(backup: string, participants: readonly string[]): void {
  const unfinished = `${backup}${UNFINISHED}`
  removePath(unfinished)
  const before = openImage(backup)
  try {
    before.prepare('VACUUM INTO ?').run(unfinished)
  } finally {
    before.close()
  }
  const database = new Database(unfinished)
  try {
    // An interrupted copy is thrown away, so it needs no journal, which would keep the rows.
    database.pragma('journal_mode = OFF')
    // And it is flushed once, as a whole.
    database.pragma('synchronous = OFF')
    database.pragma('secure_delete = ON')
    // Tables of any format are scrubbed, in an order that ignores their references.
    database.pragma('foreign_keys = OFF')
    eraseFrom(database, participants)
    database.exec('VACUUM')
    database.pragma('journal_mode = WAL')
  } finally {
    database.close()
  }
  flushFile(unfinished)
}

/** The columns that name a participant, and the tables whose rows stay when one withdraws. */
const NAMING = ['participant', 'one', 'other', 'person']
const STAYING = ['withdrawal', 'brought']

function names(backup: string, participants: readonly string[]): boolean {
  // As an image, since even a reader leaves a log and an index of it beside what it has opened.
  const database = openImage(backup)
  try {
    return NAMING.some(column =>
      tablesWith(database, column)
        .filter(table => !STAYING.includes(table))
        .some(table =>
          database
            .prepare(
              `SELECT 1 FROM "${table}" WHERE "${column}" IN (SELECT value FROM json_each(?)) LIMIT 1`,
            )
            .get(JSON.stringify(participants)),
        ),
    )
  } finally {
    database.close()
  }
}

/** Erases participants from every table that names one, in any format; its triggers are restored afterwards. */
function eraseFrom(database: Database.Database, participants: readonly string[]): void {
  const triggers = database
    .prepare<[], { readonly name: string; readonly sql: string }>(
      // A digest goes with its record, or the backup would be taken for one that lost it.
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name NOT LIKE '%\\_erased' ESCAPE '\\'`,
    )
    .all()
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`)
  const erase = (table: string, condition: string): void => {
    database
      .prepare(`DELETE FROM "${table}" WHERE ${condition}`)
      .run({ people: JSON.stringify(participants) })
  }
  const among = 'IN (SELECT value FROM json_each(@people))'
  const withIds = new Set(tablesWith(database, 'id'))
  for (const table of tablesWith(database, 'participant')) {
    if (table === 'withdrawal' || !withIds.has(table)) continue
    if (tablesWith(database, 'superseded').includes('supersession')) {
      const theirs = `(SELECT id FROM "${table}" WHERE participant ${among})`
      erase('supersession', `record IN ${theirs} OR superseded IN ${theirs}`)
    }
  }
  for (const column of NAMING) {
    for (const table of tablesWith(database, column)) {
      if (!STAYING.includes(table)) erase(table, `"${column}" ${among}`)
    }
  }
  for (const { sql } of triggers) database.exec(sql)
}

function tablesWith(database: Database.Database, column: string): readonly string[] {
  return database
    .prepare<{ column: string }, { readonly name: string }>(
      `SELECT t.name FROM sqlite_schema AS t JOIN pragma_table_info(t.name) AS c
       WHERE t.type = 'table' AND c.name = @column ORDER BY t.name`,
    )
    .all({ column })
    .map(({ name }) => name)
}

import { closeSync, fsyncSync, openSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { WritableStore } from '../store.ts'

type Nothing = Record<string, never>

/**
 * Makes deleted rows unreadable in the workbook's file and its log, by rewriting every page and truncating the
 * log. Returns false while another connection that reads the file keeps the log; the rest is then removed when
 * the last connection closes.
 */
export function scrubStore(store: WritableStore): boolean {
  store.prepare<Nothing>('VACUUM').run({})
  return truncateLog(store)
}

/**
 * Writes the log back into the file and empties it, so that it holds no older pages. Returns false, without waiting,
 * while another connection that reads the file keeps it.
 */
export function truncateLog(store: WritableStore): boolean {
  const patience = pragma(store, 'busy_timeout')
  // An export may read for minutes, too long to wait for.
  pragma(store, 'busy_timeout = 0')
  const busy = pragma(store, 'wal_checkpoint(TRUNCATE)')
  pragma(store, `busy_timeout = ${patience}`)
  return busy === 0
}

/** Runs a pragma and returns the first number of its result. */
function pragma(store: WritableStore, text: string): number {
  const row = store.prepare<Nothing, Record<string, number>>(`PRAGMA ${text}`).get({})
  return Object.values(row ?? {})[0] ?? 0
}

/** Endings of the files beside a workbook: backups of older formats, and copies of an interrupted scrub. */
const BACKUP = /^\.format-\d+\.backup$/
const UNFINISHED = '.unfinished'

/**
 * Removes the rows of these participants from every backup that the program made of a workbook. Each backup is
 * replaced by a scrubbed copy in one step. Returns the number of backups.
 */
export function scrubBackups(file: string, participants: readonly string[]): number {
  const folder = dirname(file)
  const beside = readdirSync(folder).filter(name => name.startsWith(`${basename(file)}.format-`))
  for (const name of beside.filter(name => name.endsWith(UNFINISHED))) {
    rmSync(join(folder, name), { force: true })
  }
  const backups = beside.filter(name => BACKUP.test(name.slice(basename(file).length)))
  for (const name of backups) scrubBackup(join(folder, name), participants)
  return backups.length
}

function scrubBackup(backup: string, participants: readonly string[]): void {
  const unfinished = `${backup}${UNFINISHED}`
  const before = new Database(backup, { readonly: true, fileMustExist: true })
  try {
    before.prepare('VACUUM INTO ?').run(unfinished)
  } finally {
    before.close()
  }
  const database = new Database(unfinished)
  try {
    // An interrupted copy is thrown away, so it needs no journal, which would keep the rows.
    database.pragma('journal_mode = OFF')
    database.pragma('secure_delete = ON')
    // Tables of any format are scrubbed, in an order that ignores their references.
    database.pragma('foreign_keys = OFF')
    eraseFrom(database, participants)
    database.exec('VACUUM')
  } finally {
    database.close()
  }
  flush(unfinished)
  renameSync(unfinished, backup)
}

/** Erases participants from every table that names one, in any format; its triggers are restored afterwards. */
function eraseFrom(database: Database.Database, participants: readonly string[]): void {
  const triggers = database
    .prepare<[], { readonly name: string; readonly sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'`,
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
  for (const column of ['participant', 'one', 'other', 'person']) {
    for (const table of tablesWith(database, column)) {
      if (table !== 'withdrawal' && table !== 'brought') erase(table, `"${column}" ${among}`)
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

function flush(file: string): void {
  const descriptor = openSync(file, 'r+')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

import { hash } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { ReadableStore } from '../store.ts'

/** A table whose records are sealed, with the columns of its key. */
export interface SealedTable {
  readonly table: string
  readonly key: readonly string[]
}

const byId = (table: string): SealedTable => ({ table, key: ['id'] })

/** The tables of records that can be made here, as the step 200 of the schema and later ones name them. */
export const SEALED: readonly SealedTable[] = [
  ...[
    'collected_record',
    'comment_record',
    'comment_tag',
    'device',
    'consent_record',
    'diary_note_record',
    'discussed_record',
    'facilitators_record',
    'framework_choice_record',
    'glossary_record',
    'group_indicators_record',
    'hands_record',
    'information_record',
    'language_record',
    'laptop_name_record',
    'paper_record',
    'participant_link',
    'participant_record',
    'participant_test',
    'person_round',
    'picture_part',
    'picture_record',
    'rating',
    'recall_words',
    'resolution_batch',
    'round_record',
    'round_state',
    'rule_record',
    'settlement',
    'suggestion',
    'team_key_record',
    'translation_record',
    'translation_shown',
    'withdrawal',
    'workbook',
    'workshop_plan_record',
    'workshop_protocol_record',
    'workshop_record',
  ].map(byId),
  { table: 'framework', key: ['hash'] },
  { table: 'framework_loading', key: ['framework', 'device'] },
  { table: 'indicator', key: ['framework', 'id'] },
  { table: 'indicator_split', key: ['framework', 'indicator', 'origin'] },
  { table: 'supersession', key: ['superseded', 'record'] },
]

/** The tables that do not say which package a row came with. */
const OF_NO_PACKAGE = ['workbook', 'framework']

/** A row by its columns. */
export type Row = Readonly<Record<string, string | number | null>>

/** The length of a digest, in bytes: damage is to be told, not somebody who can make digests anew. */
const DIGEST_BYTES = 16

/**
 * The digest of a row: of its columns by name, without those that are empty, so that a column that a later step adds
 * changes none. `package` is not part of what a record says.
 */
export function digestRow(about: string, row: Row): Buffer {
  const said: Record<string, string | number> = {}
  for (const column of Object.keys(row)) {
    const value = row[column]
    if (value !== null && value !== undefined && column !== 'package') said[column] = value
  }
  // Letters and then bytes are had in half the time of bytes alone, which are memory of their own outside the heap.
  const letters = hash('sha256', `${about} ${JSON.stringify(said)}`, 'hex')
  return Buffer.from(letters.slice(0, 2 * DIGEST_BYTES), 'hex')
}

/** The text that identifies a row: the values of its key, joined by spaces. */
export const keyOf = ({ key }: SealedTable, row: Row): string =>
  key.map(column => row[column]).join(' ')

/** The SQL for the parts of a key, which are ids and hashes and have no spaces. */
function partsOf({ key }: SealedTable): string {
  if (key.length === 1) return 'SELECT key FROM unsealed WHERE about = @table'
  const parts = key.map((_, at) => `json_extract(split, '$[${at}]')`)
  return `SELECT ${parts.join(', ')} FROM (
    SELECT '["' || replace(key, ' ', '","') || '"]' AS split FROM unsealed WHERE about = @table)`
}

/** Seals what a transaction wrote, inside it. */
export type Seal = () => void

/** A sealer of the records of a connection, whose statements are prepared at their first use. */
export function createSealer(database: Database.Database): Seal {
  const waiting = database.prepare<[], string>('SELECT DISTINCT about FROM unsealed').pluck()
  const put = database.prepare<[string, string, Buffer]>(
    'INSERT OR REPLACE INTO seal (about, key, digest) VALUES (?, ?, ?)',
  )
  const done = database.prepare<[string]>('DELETE FROM unsealed WHERE about = ?')
  const selects = new Map<string, Database.Statement<[{ table: string }], Row>>()
  const select = (one: SealedTable) => {
    const { table, key } = one
    const known =
      selects.get(table) ??
      database.prepare<[{ table: string }], Row>(
        `SELECT * FROM ${table} WHERE (${key.join(', ')}) IN (${partsOf(one)})`,
      )
    selects.set(table, known)
    return known
  }
  return () => {
    for (const about of waiting.all()) {
      const one = SEALED.find(({ table }) => table === about)
      if (!one) throw new Error(`There is no table ${about} to seal.`)
      for (const row of select(one).all({ table: about })) {
        put.run(about, keyOf(one, row), digestRow(about, row))
      }
      done.run(about)
    }
  }
}

type Nothing = Record<string, never>

/** The records that were made here and are not as they were written: changed, missing, or never written by us. */
export function findUnsound(store: ReadableStore): readonly string[] {
  const tables = new Set(
    store
      .prepare<Nothing, { readonly name: string }>(
        `SELECT name FROM sqlite_schema WHERE type = 'table'`,
      )
      .all({})
      .map(({ name }) => name),
  )
  // A file of an earlier step of the schema has not all of them; whether a file has those of its step is checked apart.
  const sealed = SEALED.filter(({ table }) => tables.has(table))
  return [...sealed.flatMap(one => unsoundIn(store, one)), ...unsoundDrafts(store)]
}

function unsoundIn(store: ReadableStore, one: SealedTable): readonly string[] {
  const { table } = one
  const seals = new Map(
    store
      .prepare<{ table: string }, { readonly key: string; readonly digest: Buffer }>(
        'SELECT key, digest FROM seal WHERE about = @table',
      )
      .all({ table })
      .map(({ key, digest }) => [key, digest]),
  )
  const waiting = new Set(
    store
      .prepare<{ table: string }, { readonly key: string }>(
        'SELECT key FROM unsealed WHERE about = @table',
      )
      .all({ table })
      .map(({ key }) => key),
  )
  const unsound: string[] = []
  const own = OF_NO_PACKAGE.includes(table) ? '' : 'WHERE package IS NULL'
  for (const row of store
    .prepare<Nothing, Row>(`SELECT * FROM ${table} NOT INDEXED ${own}`)
    .iterate({})) {
    const key = keyOf(one, row)
    const digest = seals.get(key)
    seals.delete(key)
    if (waiting.has(key)) continue
    if (!digest?.equals(digestRow(table, row))) unsound.push(`${table} ${key}`)
  }
  for (const key of seals.keys()) if (!waiting.has(key)) unsound.push(`${table} ${key}`)
  return unsound
}

function unsoundDrafts(store: ReadableStore): readonly string[] {
  // A file of a step before 220 has them elsewhere, and is taken on before anybody goes on with it.
  const hasDigests = store
    .prepare<Nothing, object>(`SELECT 1 FROM pragma_table_info('draft') WHERE name = 'digest'`)
    .get({})
  if (!hasDigests) return []
  return store
    .prepare<Nothing, Row & { readonly digest: Buffer }>(
      'SELECT * FROM draft WHERE digest IS NOT NULL',
    )
    .all({})
    .filter(({ digest, ...row }) => !digest.equals(digestRow('draft', row)))
    .map(({ turn }) => `draft of the turn ${turn}`)
}

import type { RecordTable } from '../packages/record-table.ts'
import type { ReadableStore, WritableStore } from '../store.ts'
import { eraseSheetsOf } from './sheets.ts'
import { eraseTurnsOf } from './turns.ts'

/** A participant's wish that everything they said be deleted. */
export interface WithdrawalRecord {
  readonly id: string
  readonly participant: string
  readonly recordedAt: string
  readonly device: string
}

/** Stores a withdrawal. From then on triggers allow the participant's rows to be deleted. */
export function appendWithdrawal(store: WritableStore, record: WithdrawalRecord): void {
  store
    .prepare<WithdrawalRecord>(
      `INSERT INTO withdrawal (id, participant, recorded_at, device)
       VALUES (@id, @participant, @recordedAt, @device)`,
    )
    .run(record)
}

/** The participants who withdrew. */
export function getAllWithdrawn(store: ReadableStore): readonly string[] {
  return store
    .prepare<Record<string, never>, { readonly participant: string }>(
      'SELECT DISTINCT participant FROM withdrawal',
    )
    .all({})
    .map(({ participant }) => participant)
}

/** Counts the participants who withdrew. */
export function countWithdrawnPeople(store: ReadableStore): number {
  const row = store
    .prepare<Record<string, never>, { readonly count: number }>(
      'SELECT count(DISTINCT participant) AS count FROM withdrawal',
    )
    .get({})
  return row?.count ?? 0
}

/** The participants who withdrew and of whom these tables still have rows. */
export function getWithdrawnWithRows(
  store: ReadableStore,
  tables: readonly RecordTable[],
): readonly string[] {
  const found = tables.flatMap(({ table, person }) =>
    person === null ? [] : `EXISTS (SELECT 1 FROM ${table} AS t WHERE t.${person} = w.participant)`,
  )
  const odd = ODD_TABLES.map(
    table => `EXISTS (SELECT 1 FROM ${table} AS t WHERE t.person = w.participant)`,
  )
  const here = ['turn', 'sheet'].map(
    table => `EXISTS (SELECT 1 FROM ${table} AS t WHERE t.participant = w.participant)`,
  )
  return store
    .prepare<Record<string, never>, { readonly participant: string }>(
      `SELECT DISTINCT w.participant FROM withdrawal AS w WHERE ${[...found, ...odd, ...here].join(' OR ')}`,
    )
    .all({})
    .map(({ participant }) => participant)
}

const ODD_TABLES = ['record_extra', 'unknown_record', 'apart_record'] as const

/**
 * Deletes every row about a participant who withdrew, and blanks the digests of their records. Returns the
 * number of deleted rows of each kind. Call it inside a transaction, with `tables` in the order in which
 * records are stored.
 */
export function erasePerson(
  store: WritableStore,
  tables: readonly RecordTable[],
  participant: string,
): ReadonlyMap<string, number> {
  const person = { participant }
  const run = (sql: string): number => store.prepare<typeof person>(sql).run(person).changes
  const erased = new Map<string, number>()
  eraseTurnsOf(store, participant)
  eraseSheetsOf(store, participant)
  const theirs = tables.filter(table => table.person !== null)
  // Supersessions go first, then records before those that they refer to.
  const joined = theirs
    .filter(({ subject }) => subject !== null)
    .map(({ table, key, person }) =>
      run(`DELETE FROM supersession WHERE superseded IN (
             SELECT ${key[0]} FROM ${table} WHERE ${person} = @participant)
           OR record IN (SELECT ${key[0]} FROM ${table} WHERE ${person} = @participant)`),
    )
  const unknown = 'SELECT key FROM unknown_record WHERE person = @participant'
  joined.push(
    run(`DELETE FROM supersession WHERE superseded IN (${unknown}) OR record IN (${unknown})`),
  )
  erased.set(
    'supersession',
    joined.reduce((total, count) => total + count, 0),
  )
  for (const { kind, table, person } of theirs.toReversed()) {
    erased.set(kind, run(`DELETE FROM ${table} WHERE ${person} = @participant`))
  }
  for (const table of ODD_TABLES) run(`DELETE FROM ${table} WHERE person = @participant`)
  run(`UPDATE brought SET digest = '' WHERE person = @participant AND digest <> ''`)
  return erased
}

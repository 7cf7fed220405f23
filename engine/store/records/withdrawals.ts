import type { RecordTable } from '../packages/record-table.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** That a participant asked for everything they said to go. */
export interface WithdrawalRecord {
  readonly id: string
  readonly participant: string
  readonly recordedAt: string
  readonly device: string
}

/** Stores a withdrawal. The rows of that person may be deleted from now on. */
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

/** How many people withdrew. */
export function countWithdrawnPeople(store: ReadableStore): number {
  const row = store
    .prepare<Record<string, never>, { readonly count: number }>(
      'SELECT count(DISTINCT participant) AS count FROM withdrawal',
    )
    .get({})
  return row?.count ?? 0
}

/** The people who withdrew and of whom these tables still have rows. */
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
  return store
    .prepare<Record<string, never>, { readonly participant: string }>(
      `SELECT DISTINCT w.participant FROM withdrawal AS w WHERE ${[...found, ...odd].join(' OR ')}`,
    )
    .all({})
    .map(({ participant }) => participant)
}

const ODD_TABLES = ['record_extra', 'unknown_record', 'apart_record'] as const

/**
 * Deletes every row about a person who withdrew, and blanks the digests of what they said. Gives how many
 * rows of each kind went. Call it inside a transaction, with `tables` in the order in which records are
 * stored.
 */
export function erasePerson(
  store: WritableStore,
  tables: readonly RecordTable[],
  participant: string,
): ReadonlyMap<string, number> {
  const person = { participant }
  const run = (sql: string): number => store.prepare<typeof person>(sql).run(person).changes
  const erased = new Map<string, number>()
  const theirs = tables.filter(table => table.person !== null)
  // First what joins their records, then what refers to others of theirs.
  const joined = theirs
    .filter(({ subject }) => subject !== null)
    .map(({ table, key, person }) =>
      run(`DELETE FROM supersession WHERE superseded IN (
             SELECT ${key[0]} FROM ${table} WHERE ${person} = @participant)
           OR record IN (SELECT ${key[0]} FROM ${table} WHERE ${person} = @participant)`),
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

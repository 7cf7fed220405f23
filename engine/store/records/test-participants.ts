import type { ReadableStore, WritableStore } from '../store.ts'

/** A mark that a participant is a test or, with `test` false, that they are none after all. */
export interface TestRecord {
  readonly id: string
  readonly participant: string
  readonly test: boolean
  readonly recordedAt: string
  readonly device: string
}

/** Stores a mark on a participant. */
export function appendTest(store: WritableStore, record: TestRecord): void {
  store
    .prepare<Omit<TestRecord, 'test'> & { test: number }>(
      `INSERT INTO participant_test (id, participant, test, recorded_at, device)
       VALUES (@id, @participant, @test, @recordedAt, @device)`,
    )
    .run({ ...record, test: record.test ? 1 : 0 })
}

/** The ids of the current marks on a participant: more than one if laptops disagree. */
export function getCurrentTestIds(store: ReadableStore, participant: string): readonly string[] {
  return store
    .prepare<{ participant: string }, { readonly id: string }>(
      `SELECT id FROM participant_test AS t WHERE participant = @participant
       AND NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = t.id) ORDER BY id`,
    )
    .all({ participant })
    .map(({ id }) => id)
}

/** Tests whether a participant is a test, who counts for nothing. */
export function isTestParticipant(store: ReadableStore, participant: string): boolean {
  return (
    store
      .prepare<{ participant: string }>(
        'SELECT 1 FROM test_participant WHERE participant = @participant',
      )
      .get({ participant }) !== undefined
  )
}

/** The participants who are tests. */
export function getAllTestParticipants(store: ReadableStore): ReadonlySet<string> {
  const rows = store
    .prepare<Record<string, never>, { readonly participant: string }>(
      'SELECT participant FROM test_participant',
    )
    .all({})
  return new Set(rows.map(({ participant }) => participant))
}

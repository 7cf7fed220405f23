import type { ReadableStore, WritableStore } from '../store.ts'

/** A decision which framework version is in use. */
export interface FrameworkChoiceRecord {
  readonly id: string
  readonly framework: string
  readonly beside: readonly string[]
  readonly aside: readonly string[]
  readonly recordedAt: string
  readonly device: string
}

type ChoiceRow = Omit<FrameworkChoiceRecord, 'beside' | 'aside'> & {
  readonly beside: string
  readonly aside: string
}

/** The choices that no later one superseded: none, one or, after a merge, more. */
export function getAllFrameworkChoices(store: ReadableStore): readonly FrameworkChoiceRecord[] {
  return store
    .prepare<Record<string, never>, ChoiceRow>(
      `SELECT id, framework, beside, aside, recorded_at AS recordedAt, device
       FROM framework_choice ORDER BY id`,
    )
    .all({})
    .map(({ beside, aside, ...row }) => ({
      ...row,
      beside: JSON.parse(beside) as string[],
      aside: JSON.parse(aside) as string[],
    }))
}

/** Stores a choice. */
export function appendFrameworkChoice(store: WritableStore, record: FrameworkChoiceRecord): void {
  const { beside, aside } = record
  store
    .prepare(
      `INSERT INTO framework_choice_record (id, framework, beside, aside, recorded_at, device)
       VALUES (@id, @framework, @beside, @aside, @recordedAt, @device)`,
    )
    .run({ ...record, beside: JSON.stringify(beside), aside: JSON.stringify(aside) })
}

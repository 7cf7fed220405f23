import type { ListedSuggestion, Suggestion } from '../../../shared/model/comments.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** The subject of a suggestion; a participant has one current suggestion for each. */
export type SuggestionKey = Pick<Suggestion, 'participant' | 'kind' | 'indicator' | 'round'>

const COLUMNS = `id, participant, kind, framework, indicator, round, text,
  recorded_at AS recordedAt, device`

/** One suggestion record, current or superseded. */
export function getSuggestion(store: ReadableStore, id: string): Suggestion | undefined {
  return store
    .prepare<{ id: string }, Suggestion>(`SELECT ${COLUMNS} FROM suggestion WHERE id = @id`)
    .get({ id })
}

/** The current suggestions of one key: none, one or, after a merge, more. */
export function getCurrentSuggestions(
  store: ReadableStore,
  { participant, kind, indicator, round }: SuggestionKey,
): readonly Pick<Suggestion, 'id' | 'text'>[] {
  return store
    .prepare<SuggestionKey, Pick<Suggestion, 'id' | 'text'>>(
      `SELECT id, text FROM current_suggestion WHERE participant = @participant AND round = @round
       AND kind = @kind AND indicator IS @indicator ORDER BY id`,
    )
    .all({ participant, kind, indicator, round })
}

/** One participant's current suggestions of a round; those taken back are included, with empty texts. */
export function getAllSuggestionsOf(
  store: ReadableStore,
  scope: { readonly participant: string; readonly round: number },
): readonly Suggestion[] {
  return store
    .prepare<typeof scope, Suggestion>(
      `SELECT ${COLUMNS} FROM current_suggestion
       WHERE participant = @participant AND round = @round ORDER BY id`,
    )
    .all(scope)
}

/** The current suggestions of these workshops, without their authors, in the order in which they were made. */
export function getAllSuggestions(
  store: ReadableStore,
  workshops: readonly string[],
): readonly Omit<ListedSuggestion, 'released'>[] {
  return store
    .prepare<{ workshops: string }, Omit<ListedSuggestion, 'released'>>(
      `SELECT s.id, s.kind, s.indicator, s.round, s.text, p.workshop,
         p.stakeholder_group AS "group"
       FROM current_suggestion AS s JOIN counted_participant AS p ON p.participant = s.participant
       WHERE s.text <> '' AND p.workshop IN (SELECT value FROM json_each(@workshops))
       ORDER BY s.id`,
    )
    .all({ workshops: JSON.stringify(workshops) })
}

/** Stores a suggestion record. */
export function appendSuggestion(store: WritableStore, record: Suggestion): void {
  store
    .prepare<Suggestion>(
      `INSERT INTO suggestion (id, participant, kind, framework, indicator, round, text,
         recorded_at, device)
       VALUES (@id, @participant, @kind, @framework, @indicator, @round, @text,
         @recordedAt, @device)`,
    )
    .run(record)
}

/** The subject of a mark: an indicator, in one workshop or, if null, in all of them together. */
export interface DiscussedKey {
  readonly workshop: string | null
  readonly indicator: string
}

/** A record that an indicator was discussed, or was not after all. */
export interface DiscussedRecord extends DiscussedKey {
  readonly id: string
  readonly discussed: boolean
  readonly recordedAt: string
  readonly device: string
}

/** The ids of the current marks of one key. */
export function getCurrentMarkIds(
  store: ReadableStore,
  { workshop, indicator }: DiscussedKey,
): readonly string[] {
  return store
    .prepare<DiscussedKey, { readonly id: string }>(
      `SELECT id FROM current_discussed
       WHERE indicator = @indicator AND workshop IS @workshop ORDER BY id`,
    )
    .all({ workshop, indicator })
    .map(row => row.id)
}

/** The indicators that a workshop, or all together (null), discussed, in the order of the discussion. */
export function getAllDiscussed(
  store: ReadableStore,
  workshop: string | null,
): readonly { readonly indicator: string; readonly recordedAt: string }[] {
  return store
    .prepare<
      { workshop: string | null },
      { readonly indicator: string; readonly recordedAt: string }
    >(
      `SELECT indicator, min(recorded_at) AS recordedAt FROM current_discussed
       WHERE workshop IS @workshop AND discussed = 1 GROUP BY indicator ORDER BY min(id)`,
    )
    .all({ workshop })
}

/** Stores a mark. */
export function appendDiscussed(store: WritableStore, record: DiscussedRecord): void {
  store
    .prepare(
      `INSERT INTO discussed_record (id, workshop, indicator, discussed, recorded_at, device)
       VALUES (@id, @workshop, @indicator, @discussed, @recordedAt, @device)`,
    )
    .run({ ...record, discussed: record.discussed ? 1 : 0 })
}

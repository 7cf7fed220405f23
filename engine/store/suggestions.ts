import type { ListedSuggestion, Suggestion } from '../../shared/model/suggestion.ts'
import type { ReadableStore, WritableStore } from './store.ts'

/** What one suggestion is about; a participant has one current suggestion for each. */
export type SuggestionKey = Pick<Suggestion, 'participant' | 'kind' | 'indicator' | 'round'>

const COLUMNS = `id, participant, kind, framework, indicator, round, text,
  recorded_at AS recordedAt, device`

/** One suggestion record, current or superseded. */
export function getSuggestion(store: ReadableStore, id: string): Suggestion | undefined {
  return store
    .prepare<{ id: string }, Suggestion>(`SELECT ${COLUMNS} FROM suggestion WHERE id = @id`)
    .get({ id })
}

/** The ids of a key's current suggestions: none, one, or after a merge more. */
export function getCurrentSuggestionIds(
  store: ReadableStore,
  { participant, kind, indicator, round }: SuggestionKey,
): readonly string[] {
  return store
    .prepare<SuggestionKey, { readonly id: string }>(
      `SELECT id FROM current_suggestion WHERE participant = @participant AND round = @round
       AND kind = @kind AND indicator IS @indicator ORDER BY id`,
    )
    .all({ participant, kind, indicator, round })
    .map(row => row.id)
}

/** One participant's current suggestions of a round, those taken back included as empty texts. */
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

/** What the participants of these workshops suggest, without saying who; in order of its making. */
export function getAllSuggestions(
  store: ReadableStore,
  workshops: readonly string[],
): readonly ListedSuggestion[] {
  return store
    .prepare<{ workshops: string }, ListedSuggestion>(
      `SELECT s.id, s.kind, s.indicator, s.round, s.text, p.workshop,
         p.stakeholder_group AS "group"
       FROM current_suggestion AS s JOIN participant AS p ON p.participant = s.participant
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

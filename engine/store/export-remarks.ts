import type { Suggestion } from '../../shared/model/suggestion.ts'
import type { ReadableStore } from './store.ts'

/** A current suggestion with the indicator that it is about. */
export interface SuggestionToExport
  extends Pick<Suggestion, 'id' | 'participant' | 'kind' | 'round' | 'text'> {
  readonly indicatorId: string | null
  readonly indicator: string | null
  readonly title: string | null
}

/** The suggestions of a workbook that were not taken back, in the order in which they were made. */
export function getAllSuggestionsToExport(store: ReadableStore): readonly SuggestionToExport[] {
  return store
    .prepare<Record<string, never>, SuggestionToExport>(
      `SELECT s.id, s.participant, s.kind, s.round, s.text, s.indicator AS indicatorId, i.code AS indicator, i.title
       FROM current_suggestion AS s
       LEFT JOIN indicator AS i ON i.framework = s.framework AND i.id = s.indicator
       WHERE s.text <> '' ORDER BY s.id`,
    )
    .all({})
}

/**
 * The tags on each current rating's comment, by the rating's id: those on earlier wordings of the
 * comment too, as all records of one key are one conversation.
 */
export function getTagsByRating(store: ReadableStore): ReadonlyMap<string, readonly string[]> {
  const rows = store
    .prepare<Record<string, never>, { readonly rating: string; readonly tag: string }>(
      `SELECT DISTINCT r.id AS rating, t.tag FROM current_comment_tag AS t
       JOIN rating AS tagged ON tagged.id = t.rating
       JOIN current_rating AS r ON r.indicator = tagged.indicator
         AND r.criterion = tagged.criterion AND r.round = tagged.round
         AND r.participant = tagged.participant
       WHERE t.removed = 0 ORDER BY r.id, t.tag`,
    )
    .all({})
  const tags = new Map<string, readonly string[]>()
  for (const { rating, tag } of rows) tags.set(rating, [...(tags.get(rating) ?? []), tag])
  return tags
}

import type { Suggestion } from '../../../shared/model/comments.ts'
import type { Answer, Wording } from '../../../shared/model/rating.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import type { Entry } from '../records/ratings.ts'
import type { ReadableStore } from '../store.ts'

/** One current rating of a participant, with the code and title of its indicator. */
export interface RatingOfParticipant {
  readonly id: string
  /** The indicator's id, the same in every framework version. */
  readonly indicatorId: string
  /** Its code in the version that was rated. */
  readonly indicator: string
  readonly title: string
  readonly criterion: Criterion
  readonly round: number
  readonly answer: Answer['kind']
  readonly level: number | null
  readonly comment: string
  readonly recordedAt: string
  readonly device: string
  readonly framework: string
  readonly wording: Wording
  readonly entry: Entry
}

/**
 * Prepares a query for the current ratings of one participant after another, in all rounds, by round and
 * position in the framework.
 */
export function findRatingsToExport(
  store: ReadableStore,
): (participant: string) => readonly RatingOfParticipant[] {
  const statement = store.prepare<{ participant: string }, RatingOfParticipant>(
    `SELECT r.id, r.indicator AS indicatorId, i.code AS indicator, i.title, r.criterion, r.round, r.answer, r.level, r.comment,
         r.recorded_at AS recordedAt, r.device, r.framework, r.wording, r.entry
       FROM current_rating AS r
       JOIN indicator AS i ON i.framework = r.framework AND i.id = r.indicator
       WHERE r.participant = @participant
       ORDER BY r.round, i.position, r.criterion DESC, r.id`,
  )
  return participant => statement.all({ participant })
}

/** The rounds in which participants of these workshops have rated anything, in ascending order. */
export function getAllRounds(
  store: ReadableStore,
  workshops: readonly string[],
): readonly number[] {
  return store
    .prepare<{ workshops: string }, { readonly round: number }>(
      `SELECT DISTINCT r.round FROM participant AS p
       JOIN current_rating AS r ON r.participant = p.participant
       WHERE p.workshop IN (SELECT value FROM json_each(@workshops)) ORDER BY r.round`,
    )
    .all({ workshops: JSON.stringify(workshops) })
    .map(({ round }) => round)
}

/**
 * The time of the workbook's newest record, by which an export is dated; without any record, the time at which
 * the workbook was created.
 */
export function getNewestMoment(store: ReadableStore): string {
  const row = store
    .prepare<Record<string, never>, { readonly newest: string }>(
      `SELECT coalesce(max(moment), (SELECT created_at FROM workbook)) AS newest FROM (
         SELECT max(recorded_at) AS moment FROM workshop_record
         UNION ALL SELECT max(recorded_at) FROM participant_record
         UNION ALL SELECT max(recorded_at) FROM rating
         UNION ALL SELECT max(recorded_at) FROM suggestion
         UNION ALL SELECT max(recorded_at) FROM comment_tag
         UNION ALL SELECT max(recorded_at) FROM rule_record
         UNION ALL SELECT max(recorded_at) FROM round_record
         UNION ALL SELECT max(recorded_at) FROM discussed_record)`,
    )
    .get({})
  if (!row) throw new Error('A query that takes a maximum returned no row.')
  return row.newest
}

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
 * The tags on each current rating's comment, by the rating's id. They include tags on earlier ratings of the
 * same question, so that a reworded comment keeps its tags.
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

import type { Suggestion } from '../../../shared/model/comments.ts'
import type { Answer, Wording } from '../../../shared/model/rating.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import type { Entry } from '../records/ratings.ts'
import { hasPaper, paperBehind } from '../records/sheets.ts'
import type { ReadableStore } from '../store.ts'

/** One current rating of a participant with its comment, and the code and title of its indicator. */
export interface RatingOfParticipant {
  readonly id: string
  /** The indicator's id, the same in every framework version. */
  readonly indicatorId: string
  /** Its code in the version that was rated. */
  readonly indicator: string
  readonly title: string
  /** The place of the indicator in that version, from 0. */
  readonly position: number
  readonly criterion: Criterion
  readonly round: number
  readonly answer: Answer['kind']
  readonly level: number | null
  readonly comment: string
  readonly recordedAt: string
  readonly device: string
  readonly framework: string
  readonly wording: Wording
  /** The way it came in; from paper, whether a second person checked it. */
  readonly entry: Entry | 'paper' | 'paper_checked'
  /** The people who keyed it in from paper and who checked that; null for what did not come from paper. */
  readonly keyedBy: string | null
  readonly checkedBy: string | null
}

/** The records of a participant, of which an export makes rows; answers and comments stand apart. */
export interface SaidByParticipant {
  /** Their current ratings in all rounds, by round and position in the framework; `comment` is always empty. */
  readonly ratings: readonly RatingOfParticipant[]
  /** Their current comments in the same order, each as a rating without an answer. */
  readonly comments: readonly RatingOfParticipant[]
}

const FROM_PAPER = `CASE WHEN ${paperBehind('keyed_by')} IS NULL THEN r.entry
    WHEN ${paperBehind('checked_by')} IS NULL THEN 'paper' ELSE 'paper_checked' END AS entry,
  ${paperBehind('keyed_by')} AS keyedBy, ${paperBehind('checked_by')} AS checkedBy`

const NOT_FROM_PAPER = 'r.entry, NULL AS keyedBy, NULL AS checkedBy'

/** Finds what one participant said. */
export type FindSaid = (participant: string) => SaidByParticipant

/**
 * Prepares queries for what one participant after another said; with `commented`, for the answers to those indicators alone
 * that they wrote something about, which are few of many.
 */
export function findWordsToExport(
  store: ReadableStore,
  { commented }: { readonly commented: boolean } = { commented: false },
): FindSaid {
  const entry = hasPaper(store) ? FROM_PAPER : NOT_FROM_PAPER
  const select = (from: string, answer: string, comment: string, about = '') =>
    store.prepare<{ participant: string; indicators?: string }, RatingOfParticipant>(
      `SELECT r.id, r.indicator AS indicatorId, i.code AS indicator, i.title, i.position, r.criterion,
         r.round, ${answer}, ${comment} AS comment, r.recorded_at AS recordedAt, r.device,
         r.framework, r.wording, ${entry}
       FROM ${from} AS r
       JOIN indicator AS i ON i.framework = r.framework AND i.id = r.indicator
       WHERE r.participant = @participant ${about}
       ORDER BY r.round, i.position, r.criterion DESC, r.id`,
    )
  const comments = select('current_comment', `'none' AS answer, NULL AS level`, 'r.text')
  const answers = 'r.answer, r.level'
  const written = (participant: string) =>
    comments.all({ participant }).filter(({ comment }) => comment !== '')
  if (!commented) {
    const ratings = select('current_rating', answers, `''`)
    return participant => ({
      ratings: ratings.all({ participant }),
      comments: written(participant),
    })
  }
  const about = 'AND r.indicator IN (SELECT value FROM json_each(@indicators))'
  const ratings = select('current_rating', answers, `''`, about)
  return participant => {
    const found = written(participant)
    const indicators = JSON.stringify([...new Set(found.map(one => one.indicatorId))])
    return {
      ratings: found.length === 0 ? [] : ratings.all({ participant, indicators }),
      comments: found,
    }
  }
}

/** The rounds in which participants of these workshops have said anything, or groups shown hands, in ascending order. */
export function getAllRounds(
  store: ReadableStore,
  workshops: readonly string[],
): readonly number[] {
  return store
    .prepare<{ workshops: string }, { readonly round: number }>(
      `SELECT DISTINCT r.round FROM counted_participant AS p
       JOIN current_rating AS r ON r.participant = p.participant
       WHERE p.workshop IN (SELECT value FROM json_each(@workshops))
       UNION SELECT DISTINCT c.round FROM counted_participant AS p
       JOIN comment_record AS c ON c.participant = p.participant
       WHERE p.workshop IN (SELECT value FROM json_each(@workshops)) AND c.text <> ''
         AND NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = c.id)
       UNION SELECT DISTINCT round FROM current_hands
       WHERE workshop IN (SELECT value FROM json_each(@workshops)) AND present > 0
       ORDER BY 1`,
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
         UNION ALL SELECT max(recorded_at) FROM comment_record
         UNION ALL SELECT max(recorded_at) FROM hands_record
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

/** Tests whether anything was ever said to easy read. */
export const hasEasyRead = (store: ReadableStore): boolean =>
  store
    .prepare<Record<string, never>>(
      `SELECT 1 FROM rating WHERE wording = 'easy'
       UNION ALL SELECT 1 FROM comment_record WHERE wording = 'easy' LIMIT 1`,
    )
    .get({}) !== undefined

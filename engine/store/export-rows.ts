import type { Answer, Wording } from '../../shared/model/rating.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import type { Entry } from './ratings.ts'
import type { ReadableStore } from './store.ts'

/** One current rating with what its ids stand for, as people outside the workbook need it. */
export interface ExportedRating {
  readonly id: string
  readonly workshopId: string
  readonly workshop: string
  readonly date: string
  readonly participant: string
  readonly group: string
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
 * The current ratings of these workshops and groups, in every round, one at a time: by workshop,
 * participant, round and place in the framework.
 */
export function iterateExportedRatings(
  store: ReadableStore,
  scope: { readonly workshops: readonly string[]; readonly groups: readonly string[] },
): IterableIterator<ExportedRating> {
  return store
    .prepare<{ workshops: string; groups: string }, ExportedRating>(
      `SELECT r.id, w.workshop AS workshopId, w.title AS workshop, w.date, p.code AS participant,
         p.stakeholder_group AS "group", i.code AS indicator, i.title, r.criterion, r.round,
         r.answer, r.level, r.comment, r.recorded_at AS recordedAt, r.device, r.framework,
         r.wording, r.entry
       FROM current_rating AS r
       JOIN participant AS p ON p.participant = r.participant
       JOIN workshop AS w ON w.workshop = p.workshop
       JOIN indicator AS i ON i.framework = r.framework AND i.id = r.indicator
       WHERE w.workshop IN (SELECT value FROM json_each(@workshops))
         AND p.stakeholder_group IN (SELECT value FROM json_each(@groups))
       ORDER BY w.date, w.workshop, p.participant, r.round, i.position, r.criterion DESC, r.id`,
    )
    .iterate({ workshops: JSON.stringify(scope.workshops), groups: JSON.stringify(scope.groups) })
}

/** When the newest record of the workbook was made: what an export is dated by. */
export function getNewestMoment(store: ReadableStore): string {
  const row = store
    .prepare<Record<string, never>, { readonly newest: string }>(
      `SELECT max(
         (SELECT created_at FROM workbook),
         coalesce((SELECT max(recorded_at) FROM workshop_record), ''),
         coalesce((SELECT max(recorded_at) FROM participant_record), ''),
         coalesce((SELECT max(recorded_at) FROM rating), ''),
         coalesce((SELECT max(recorded_at) FROM suggestion), ''),
         coalesce((SELECT max(recorded_at) FROM comment_tag), ''),
         coalesce((SELECT max(recorded_at) FROM rule_record), ''),
         coalesce((SELECT max(recorded_at) FROM round_record), ''),
         coalesce((SELECT max(recorded_at) FROM discussed_record), '')) AS newest`,
    )
    .get({})
  if (!row) throw new Error('A query that takes a maximum returned no row.')
  return row.newest
}

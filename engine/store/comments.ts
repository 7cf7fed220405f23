import type { Criterion } from '../../shared/model/vocabulary.ts'
import type { ReadableStore } from './store.ts'

/** A rating record that has, or supersedes one that has, a comment. */
export interface CommentRow {
  readonly rating: string
  readonly participant: string
  readonly workshop: string
  readonly group: string
  readonly indicator: string
  readonly criterion: Criterion
  readonly round: number
  readonly text: string
  readonly recordedAt: string
  /** 1 for the current record of its key. */
  readonly isCurrent: number
}

/** Every comment that these workshops' people ever wrote, by key and then in the order of writing. */
export function getAllComments(
  store: ReadableStore,
  scope: {
    readonly workshops: readonly string[]
    readonly indicator: string | null
    readonly round: number | null
  },
): readonly CommentRow[] {
  return store
    .prepare<object, CommentRow>(
      `SELECT r.id AS rating, r.participant, p.workshop, p.stakeholder_group AS "group", r.indicator, r.criterion, r.round,
         r.comment AS text, r.recorded_at AS recordedAt,
         NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = r.id) AS isCurrent
       FROM rating AS r JOIN participant AS p ON p.participant = r.participant
       WHERE r.comment <> ''
         AND (@indicator IS NULL OR r.indicator = @indicator)
         AND (@round IS NULL OR r.round = @round)
         AND p.workshop IN (SELECT value FROM json_each(@workshops))
       ORDER BY r.indicator, r.criterion DESC, r.round, r.participant, r.id`,
    )
    .all({ ...scope, workshops: JSON.stringify(scope.workshops) })
}

/** The tags that are on comments now, by the rating that each was put on. */
export function getAllCommentTags(
  store: ReadableStore,
): readonly { readonly rating: string; readonly tag: string }[] {
  return store
    .prepare<Record<string, never>, { readonly rating: string; readonly tag: string }>(
      'SELECT rating, tag FROM current_comment_tag WHERE removed = 0 ORDER BY id',
    )
    .all({})
}

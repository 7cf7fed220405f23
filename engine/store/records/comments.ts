import type { RatingKey, Wording } from '../../../shared/model/rating.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import type { ReadableStore, WritableStore } from '../store.ts'
import type { Entry } from './ratings.ts'

/** A record of what a person wrote about a question; an empty text is one taken back. */
export interface CommentRecord extends RatingKey {
  readonly id: string
  readonly framework: string
  readonly text: string
  readonly wording: Wording
  readonly entry: Entry
  readonly recordedAt: string
  readonly device: string
}

/** A text that a person wrote and did not change since, in a comment of its own or with an older rating. */
export type CurrentComment = CommentRecord

const COLUMNS = `id, participant, framework, indicator, criterion, round, text, wording, entry,
  recorded_at AS recordedAt, device`

/**
 * The current comments of one person, oldest first. They are found before they are sorted: SQLite would merge the two
 * sorted halves of the view, and making that ready takes fifty times as long as finding the few that there are.
 */
const inOrder = (condition: string): string =>
  `WITH mine AS MATERIALIZED (SELECT ${COLUMNS} FROM current_comment WHERE ${condition})
   SELECT * FROM mine ORDER BY id`

/** The current comments of one question by one participant: none, one or, after a merge, more. */
export function getCurrentComments(
  store: ReadableStore,
  { participant, indicator, criterion, round }: RatingKey,
): readonly CurrentComment[] {
  return store
    .prepare<RatingKey, CurrentComment>(
      inOrder(`participant = @participant AND round = @round
       AND indicator = @indicator AND criterion = @criterion`),
    )
    .all({ participant, indicator, criterion, round })
}

/** One participant's current comments of a round; those taken back are included, with empty texts. */
export function getAllCommentsOf(
  store: ReadableStore,
  scope: { readonly participant: string; readonly round: number },
): readonly CurrentComment[] {
  return store
    .prepare<typeof scope, CurrentComment>(inOrder('participant = @participant AND round = @round'))
    .all(scope)
}

/**
 * The ids of the records whose words about a question the participant has not changed since: comments, and
 * older ratings with words. Those that a resolution set aside are among them, since they return if it is taken
 * back.
 */
export function getStandingCommentIds(
  store: ReadableStore,
  { participant, indicator, criterion, round }: RatingKey,
): readonly string[] {
  return store
    .prepare<RatingKey, { readonly id: string }>(
      `SELECT id FROM comment_record AS c WHERE participant = @participant AND round = @round
         AND indicator = @indicator AND criterion = @criterion
         AND NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = c.id)
       UNION ALL
       SELECT id FROM rating AS r WHERE indicator = @indicator AND criterion = @criterion
         AND round = @round AND participant = @participant AND comment <> ''
         AND NOT EXISTS (
           SELECT 1 FROM supersession AS s WHERE s.superseded = r.id AND (
             EXISTS (SELECT 1 FROM comment_record WHERE id = s.record)
             OR EXISTS (SELECT 1 FROM rating AS later
                        WHERE later.id = s.record AND later.comment IS NOT NULL)))
       ORDER BY id`,
    )
    .all({ participant, indicator, criterion, round })
    .map(({ id }) => id)
}

/** Stores a comment record. */
export function appendComment(store: WritableStore, record: CommentRecord): void {
  store
    .prepare<CommentRecord>(
      `INSERT INTO comment_record (id, participant, framework, indicator, criterion, round, text,
         wording, entry, recorded_at, device)
       VALUES (@id, @participant, @framework, @indicator, @criterion, @round, @text, @wording,
         @entry, @recordedAt, @device)`,
    )
    .run(record)
}

/** Every record that said something about a question, with its question: a comment, or a rating. */
const SAID = `SELECT id, participant, indicator, criterion, round FROM rating
  UNION ALL SELECT id, participant, indicator, criterion, round FROM comment_record`

/** A comment with the group and workshop of its writer. */
export interface CommentRow {
  /** The id of the comment, or of the older rating that it is part of. */
  readonly rating: string
  readonly participant: string
  readonly workshop: string
  readonly group: string
  readonly indicator: string
  readonly criterion: Criterion
  readonly round: number
  readonly text: string
  readonly recordedAt: string
  /** 1 for a current comment, else 0. */
  readonly isCurrent: number
}

/**
 * Every comment of these workshops' participants, current or not, by question and then in the order of
 * writing.
 */
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
      `WITH wrote AS (
         SELECT id, participant, indicator, criterion, round, comment AS text, recorded_at FROM rating
         UNION ALL
         SELECT id, participant, indicator, criterion, round, text, recorded_at FROM comment_record)
       SELECT r.id AS rating, r.participant, p.workshop, p.stakeholder_group AS "group", r.indicator,
         r.criterion, r.round, r.text, r.recorded_at AS recordedAt,
         r.id IN (SELECT id FROM current_comment) AS isCurrent
       FROM wrote AS r JOIN counted_participant AS p ON p.participant = r.participant
       WHERE r.text <> ''
         AND (@indicator IS NULL OR r.indicator = @indicator)
         AND (@round IS NULL OR r.round = @round)
         AND p.workshop IN (SELECT value FROM json_each(@workshops))
       ORDER BY r.indicator, r.criterion DESC, r.round, r.participant, r.id`,
    )
    .all({ ...scope, workshops: JSON.stringify(scope.workshops) })
}

/** A record that a tag was put on a comment, or taken off it. */
export interface CommentTagRecord {
  readonly id: string
  /** The author of the comment. */
  readonly participant: string
  /** The id of the comment, or of the older rating that it is part of. */
  readonly rating: string
  readonly tag: string
  readonly removed: boolean
  readonly recordedAt: string
  readonly device: string
}

/** A tag that is on a comment now; two laptops may each have put it there. */
export type CurrentTag = Pick<CommentTagRecord, 'id' | 'rating' | 'tag'>

/** The person who said something, by the id of the rating or comment; undefined if there is no such record. */
export function getWriter(store: ReadableStore, id: string): string | undefined {
  return store
    .prepare<{ id: string }, { readonly participant: string }>(
      `SELECT participant FROM (${SAID}) WHERE id = @id`,
    )
    .get({ id })?.participant
}

/**
 * The tags that are on a comment now. They include tags on earlier records of the same question, so that a
 * reworded comment keeps its tags.
 */
export function getTagsOfKey(store: ReadableStore, rating: string): readonly CurrentTag[] {
  return store
    .prepare<{ rating: string }, CurrentTag>(
      `WITH said AS (${SAID}), asked AS MATERIALIZED (SELECT * FROM said WHERE id = @rating)
       SELECT t.id, t.rating, t.tag FROM asked
       JOIN current_comment_tag AS t ON t.participant = asked.participant AND t.removed = 0
       JOIN said AS r ON r.id = t.rating AND r.indicator = asked.indicator
         AND r.criterion = asked.criterion AND r.round = asked.round
       ORDER BY t.id`,
    )
    .all({ rating })
}

/** Stores a record about a tag. */
export function appendCommentTag(store: WritableStore, record: CommentTagRecord): void {
  store
    .prepare(
      `INSERT INTO comment_tag (id, participant, rating, tag, removed, recorded_at, device)
       VALUES (@id, @participant, @rating, @tag, @removed, @recordedAt, @device)`,
    )
    .run({ ...record, removed: record.removed ? 1 : 0 })
}

/** A tag, and the question that the comment under it is about. */
export interface TagOfQuestion extends RatingKey {
  readonly tag: string
}

/** The tags that are on comments now, each with its question, in the order in which they were first put. */
export function getAllTagsOfQuestions(store: ReadableStore): readonly TagOfQuestion[] {
  return store
    .prepare<Record<string, never>, TagOfQuestion>(
      `WITH said AS (${SAID})
       SELECT r.participant, r.indicator, r.criterion, r.round, t.tag
       FROM current_comment_tag AS t JOIN said AS r ON r.id = t.rating
       WHERE t.removed = 0
       GROUP BY r.participant, r.indicator, r.criterion, r.round, t.tag ORDER BY min(t.id)`,
    )
    .all({})
}

import type { Answer, Rating, RatingKey } from '../../../shared/model/rating.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** The origin of a rating: given on screen, or entered from a file. */
export type Entry = 'screen' | 'file'

/** A rating with its origin, as it is stored. */
export type RatingRecord = Rating & { readonly entry: Entry }

type RatingRow = Omit<RatingRecord, 'answer'> & {
  readonly answer: Answer['kind']
  readonly level: number | null
}

const COLUMNS = `id, participant, framework, indicator, criterion, round, answer, level, comment,
  wording, entry, recorded_at AS recordedAt, device`

const fromRow = ({ answer, level, ...row }: RatingRow): RatingRecord => ({
  ...row,
  answer: answer === 'level' ? { kind: answer, level: Number(level) } : { kind: answer },
})

/** One rating record, current or superseded. */
export function getRating(store: ReadableStore, id: string): RatingRecord | undefined {
  const row = store
    .prepare<{ id: string }, RatingRow>(`SELECT ${COLUMNS} FROM rating WHERE id = @id`)
    .get({ id })
  return row && fromRow(row)
}

/**
 * The ids of a question's ratings that the participant has not changed since: none, one or, after a merge,
 * more. Those that a resolution superseded are among them, since they return if it is taken back.
 */
export function getStandingRatingIds(store: ReadableStore, key: RatingKey): readonly string[] {
  return store
    .prepare<RatingKey, { readonly id: string }>(
      `SELECT id FROM rating AS r WHERE indicator = @indicator AND criterion = @criterion
       AND round = @round AND participant = @participant
       AND NOT EXISTS (SELECT 1 FROM supersession AS s JOIN rating AS later ON later.id = s.record
                       WHERE s.superseded = r.id)
       ORDER BY id`,
    )
    .all(key)
    .map(row => row.id)
}

/** The current ratings of one question by one participant: none, one or, in a conflict, more. */
export function getCurrentRatings(
  store: ReadableStore,
  { participant, indicator, criterion, round }: RatingKey,
): readonly RatingRecord[] {
  return store
    .prepare<RatingKey, RatingRow>(
      `SELECT ${COLUMNS} FROM current_rating WHERE indicator = @indicator
       AND criterion = @criterion AND round = @round AND participant = @participant ORDER BY id`,
    )
    .all({ participant, indicator, criterion, round })
    .map(fromRow)
}

/** One participant's current ratings of a round. */
export function getAllRatingsOf(
  store: ReadableStore,
  scope: { readonly participant: string; readonly round: number },
): readonly RatingRecord[] {
  return store
    .prepare<typeof scope, RatingRow>(
      `SELECT ${COLUMNS} FROM current_rating
       WHERE participant = @participant AND round = @round ORDER BY id`,
    )
    .all(scope)
    .map(fromRow)
}

/** Stores a rating record. */
export function appendRating(store: WritableStore, record: RatingRecord): void {
  const { answer, ...rest } = record
  const level = answer.kind === 'level' ? answer.level : null
  store
    .prepare<RatingRow>(
      `INSERT INTO rating (id, participant, framework, indicator, criterion, round, answer, level,
         comment, wording, entry, recorded_at, device)
       VALUES (@id, @participant, @framework, @indicator, @criterion, @round, @answer, @level,
         @comment, @wording, @entry, @recordedAt, @device)`,
    )
    .run({ ...rest, answer: answer.kind, level })
}

/** Stores that one record supersedes another, which stays in the history. */
export function appendSupersession(
  store: WritableStore,
  supersession: { readonly record: string; readonly superseded: string },
): void {
  store
    .prepare<typeof supersession>(
      'INSERT INTO supersession (record, superseded) VALUES (@record, @superseded)',
    )
    .run(supersession)
}

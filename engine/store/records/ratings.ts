import type { Answer, Rating, RatingKey } from '../../../shared/model/rating.ts'
import type { ReadableStore, WritableStore } from '../store.ts'

/** How a rating came in: given on this screen, or keyed in from a file. */
export type Entry = 'screen' | 'file'

/** A rating with what the store keeps beside it. */
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
 * The ids of a key's ratings that the person has not changed since: none, one, or where laptops came
 * together more. What a settlement set aside is among them, because it comes back when that is undone.
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

/** Says that one record replaces another, which stays in the history. */
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

import { wordsField, wordsIn } from '../../../shared/messages/wordings.ts'
import type { RatingBehind, TracedRating } from '../../../shared/model/provenance.ts'
import type { Answer, RatingKey } from '../../../shared/model/rating.ts'
import { type TranslatedTexts, translated } from '../../../shared/model/translations/translation.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { paperBehind } from '../records/sheets.ts'
import type { ReadableStore } from '../store.ts'

type TracedRow = Omit<TracedRating, 'answer' | 'broughtBy' | 'words' | 'wordsLanguage'> & {
  readonly title: string
  readonly easyRead: string
  /** The translation that was on screen, as JSON, and its language. */
  readonly texts: string | null
  readonly translatedTo: string | null
  readonly answer: Answer['kind']
  readonly level: number | null
  readonly packageName: string | null
  readonly packageHash: string | null
}

type BehindRow = TracedRow & Omit<RatingBehind, keyof TracedRating | 'name' | 'counts' | 'countsIn'>

const TRACED = `r.id, r.answer, r.level, r.comment, r.wording, r.entry,
  r.recorded_at AS recordedAt, r.device,
  ${paperBehind('keyed_by')} AS keyedBy, ${paperBehind('checked_by')} AS checkedBy,
  i.title, i.easy_read AS easyRead, t.texts, t.language AS translatedTo,
  (SELECT l.language FROM language_record AS l, json_each(l.said) AS said
    WHERE l.participant = r.participant AND said.value = r.id LIMIT 1) AS language,
  brought.name AS packageName, brought.sha256 AS packageHash`

const SOURCES = `JOIN indicator AS i ON i.framework = r.framework AND i.id = r.indicator
  LEFT JOIN translation_record AS t ON t.id = (
    SELECT one.value ->> '$.translation' FROM translation_shown AS s, json_each(s.shown) AS one
    WHERE s.participant = r.participant AND one.value ->> '$.said' = r.id LIMIT 1)
  LEFT JOIN package AS brought ON brought.number = r.package`

/** The words that were on screen, and their language where they are a translation. */
function wordsOnScreen({
  wording,
  title,
  easyRead,
  texts,
  translatedTo,
}: Pick<TracedRow, 'wording' | 'title' | 'easyRead' | 'texts' | 'translatedTo'>) {
  const own = { title, easyRead }
  if (texts === null) return { words: wordsIn(wording, own), wordsLanguage: null }
  const translation = { texts: JSON.parse(texts) as TranslatedTexts }
  const shown = translated(own, translation)
  const isTranslated = translation.texts[wordsField(wording, shown)] !== undefined
  return { words: wordsIn(wording, shown), wordsLanguage: isTranslated ? translatedTo : null }
}

function toTraced<Row extends TracedRow>({
  packageName,
  packageHash,
  level,
  answer,
  title,
  easyRead,
  texts,
  translatedTo,
  ...row
}: Row) {
  return {
    ...row,
    ...wordsOnScreen({ wording: row.wording, title, easyRead, texts, translatedTo }),
    answer: answer === 'level' ? { kind: answer, level: Number(level) } : { kind: answer },
    broughtBy:
      packageName === null || packageHash === null
        ? null
        : { name: packageName, sha256: packageHash },
  }
}

/** The selection of ratings behind a figure: of these participants, on one question. */
export interface BehindScope {
  readonly indicator: string
  readonly criterion: Criterion
  readonly round: number
  readonly participants: readonly string[]
}

/** The current ratings of these participants, by participant and then by id. */
export function getAllRatingsBehind(
  store: ReadableStore,
  { participants, ...scope }: BehindScope,
): readonly Omit<RatingBehind, 'name' | 'counts' | 'countsIn'>[] {
  return store
    .prepare<object, BehindRow>(
      `SELECT ${TRACED}, r.participant, p.code, p.stakeholder_group AS "group", w.title AS workshop,
         (SELECT count(*) FROM rating AS h WHERE h.indicator = r.indicator
            AND h.criterion = r.criterion AND h.round = r.round
            AND h.participant = r.participant) AS records
       FROM current_rating AS r ${SOURCES}
       JOIN participant AS p ON p.participant = r.participant
       JOIN workshop AS w ON w.workshop = p.workshop
       WHERE r.indicator = @indicator AND r.criterion = @criterion AND r.round = @round
         AND r.participant IN (SELECT value FROM json_each(@participants))
       ORDER BY r.participant, r.id`,
    )
    .all({ ...scope, participants: JSON.stringify(participants) })
    .map(toTraced)
}

/** The current comments of these participants on one question, in the order of writing. */
export function getAllCommentsBehind(
  store: ReadableStore,
  { participants, ...scope }: BehindScope,
): readonly { readonly id: string; readonly participant: string; readonly text: string }[] {
  return store
    .prepare<object, { readonly id: string; readonly participant: string; readonly text: string }>(
      `SELECT id, participant, text FROM current_comment
       WHERE indicator = @indicator AND criterion = @criterion AND round = @round
         AND participant IN (SELECT value FROM json_each(@participants)) ORDER BY id`,
    )
    .all({ ...scope, participants: JSON.stringify(participants) })
}

/** A comment of one participant on one question, current or not. */
export interface TracedComment {
  readonly id: string
  readonly text: string
  readonly recordedAt: string
  readonly device: string
  readonly current: boolean
}

/** Every comment of one participant on one question, current or not; older ones are parts of ratings. */
export function getAllCommentsOfKey(
  store: ReadableStore,
  key: RatingKey,
): readonly TracedComment[] {
  return store
    .prepare<RatingKey, Omit<TracedComment, 'current'> & { readonly current: number }>(
      `SELECT id, text, recorded_at AS recordedAt, device,
         NOT EXISTS (SELECT 1 FROM supersession WHERE superseded = c.id) AS current
       FROM comment_record AS c WHERE participant = @participant AND round = @round
         AND indicator = @indicator AND criterion = @criterion ORDER BY id`,
    )
    .all(key)
    .map(row => ({ ...row, current: row.current === 1 }))
}

/** Every rating of one question by one participant, current or not, in the order in which they were made. */
export function getAllRatingsOfKey(
  store: ReadableStore,
  key: RatingKey,
): readonly (TracedRating & { readonly current: boolean })[] {
  return store
    .prepare<RatingKey, TracedRow & { readonly current: number }>(
      `SELECT ${TRACED}, r.id IN (
           SELECT id FROM current_rating WHERE indicator = @indicator AND criterion = @criterion
           AND round = @round AND participant = @participant) AS current
       FROM rating AS r ${SOURCES}
       WHERE r.indicator = @indicator AND r.criterion = @criterion AND r.round = @round
         AND r.participant = @participant ORDER BY r.id`,
    )
    .all(key)
    .map(row => ({ ...toTraced(row), current: row.current === 1 }))
}

import type { Answer, Wording } from '../../../shared/model/rating.ts'
import type { TurnEnd } from '../../../shared/model/turn.ts'
import type { Criterion } from '../../../shared/model/vocabulary.ts'
import { rewriteDrafts } from '../connection/rewrite-drafts.ts'
import { digestRow } from '../connection/seals.ts'
import type { ToldSave } from '../connection/told.ts'
import type { ReadableStore, WritableStore } from '../store.ts'
import type { RoundKey } from './rounds.ts'

type Nothing = Record<string, never>

/** One person's time at this laptop. */
export interface TurnRow {
  readonly id: string
  readonly participant: string
  readonly round: number
  /** The key for what the page keeps in its browser; empty once the turn has ended. */
  readonly key: string
  readonly openedAt: string
  /** The way it ended: by the person, or because the program stopped; null while it is open. */
  readonly ended: TurnEnd | 'restart' | null
}

const TURN = 'id, participant, round, key, opened_at AS openedAt, ended'

/** The turn with this id, open or ended. */
export function getTurn(store: ReadableStore, id: string): TurnRow | undefined {
  return store
    .prepare<{ id: string }, TurnRow>(`SELECT ${TURN} FROM turn WHERE id = @id`)
    .get({ id })
}

/** The open turn of a participant. */
export function getOpenTurn(store: ReadableStore, participant: string): TurnRow | undefined {
  return store
    .prepare<{ participant: string }, TurnRow>(
      `SELECT ${TURN} FROM turn WHERE participant = @participant AND ended IS NULL`,
    )
    .get({ participant })
}

/** Every open turn, the oldest first. */
export function getAllOpenTurns(store: ReadableStore): readonly TurnRow[] {
  return store
    .prepare<Nothing, TurnRow>(`SELECT ${TURN} FROM turn WHERE ended IS NULL ORDER BY id`)
    .all({})
}

/** Tests whether the person of a turn has ended a later one by their own act. */
export function hasHandedOverSince(
  store: ReadableStore,
  { id, participant }: Pick<TurnRow, 'id' | 'participant'>,
): boolean {
  return (
    store
      .prepare<{ id: string; participant: string }>(
        `SELECT 1 FROM turn WHERE participant = @participant AND id > @id
         AND ended IN ('finish', 'hand-over') LIMIT 1`,
      )
      .get({ id, participant }) !== undefined
  )
}

/** Stores an open turn. */
export function appendTurn(store: WritableStore, turn: Omit<TurnRow, 'ended'>): void {
  store
    .prepare<typeof turn>(
      `INSERT INTO turn (id, participant, round, key, opened_at)
       VALUES (@id, @participant, @round, @key, @openedAt)`,
    )
    .run(turn)
}

/** Marks a turn as ended, and erases its key. */
export function closeTurn(
  store: WritableStore,
  end: { readonly id: string; readonly ended: TurnEnd | 'restart'; readonly endedAt: string },
): void {
  store
    .prepare<typeof end>(
      `UPDATE turn SET ended = @ended, ended_at = @endedAt, key = '' WHERE id = @id`,
    )
    .run(end)
}

/** The person and the round of a turn. */
type PersonInRound = Pick<TurnRow, 'participant' | 'round'>

/** Keeps the key of a turn that a restart ends, for the next one of this person in this round. */
export function keepKey(store: WritableStore, turn: PersonInRound & Pick<TurnRow, 'key'>): void {
  const { participant, round, key } = turn
  store
    .prepare<PersonInRound & { key: string }>(
      'INSERT OR REPLACE INTO kept_key (participant, round, key) VALUES (@participant, @round, @key)',
    )
    .run({ participant, round, key })
}

/** Takes the key out that was kept for a person in a round; undefined where none was. */
export function takeKeptKey(store: WritableStore, person: PersonInRound): string | undefined {
  return store
    .prepare<PersonInRound, { readonly key: string }>(
      'DELETE FROM kept_key WHERE participant = @participant AND round = @round RETURNING key',
    )
    .get(person)?.key
}

/** A draft: an answer or a text that a person gives in a turn to one field. */
export interface DraftRow {
  readonly turn: string
  readonly part: 'answer' | 'comment' | 'suggestion'
  /** The indicator's id; empty for a suggestion of what is missing. */
  readonly indicator: string
  /** Empty for a suggestion. */
  readonly criterion: Criterion | ''
  readonly participant: string
  readonly framework: string
  readonly answer: Answer['kind'] | null
  readonly level: number | null
  readonly text: string | null
  readonly wording: Wording
  /** The language of the screen by its code; null for English. */
  readonly language: string | null
  /** The id of the translation that was on screen; null for the framework's own words. */
  readonly translation: string | null
  readonly savedAt: string
}

const DRAFT = `turn, part, indicator, criterion, participant, framework, answer, level, text, wording,
  language, translation, saved_at AS savedAt`

/**
 * The workshop and round of a draft whose turn is open and its person's, whose framework version has the indicator, and
 * whose level is on the scale; all of it by one statement. Undefined where any of it does not hold.
 */
export function getFittingRound(store: ReadableStore, draft: DraftRow): RoundKey | undefined {
  return store
    .prepare<DraftRow, RoundKey>(
      `SELECT round, (SELECT workshop FROM participant WHERE participant = @participant) AS workshop
       FROM turn WHERE id = @turn AND participant = @participant AND ended IS NULL
         AND (@indicator = '' OR EXISTS (
           SELECT 1 FROM indicator WHERE framework = @framework AND id = @indicator))
         AND (@level IS NULL OR @level BETWEEN 1 AND (SELECT scale FROM workbook))`,
    )
    .get(draft)
}

/** The drafts of a turn, in the order in which they were last saved. */
export function getAllDrafts(store: ReadableStore, turn: string): readonly DraftRow[] {
  return store
    .prepare<{ turn: string }, DraftRow>(
      `SELECT ${DRAFT} FROM draft WHERE turn = @turn ORDER BY saved_at, part, indicator, criterion`,
    )
    .all({ turn })
}

/** The text that a field has in a turn now; null for none. */
export function getDraftText(
  store: ReadableStore,
  { turn, part, indicator, criterion }: DraftRow,
): string | null {
  const row = store
    .prepare<object, { readonly text: string | null }>(
      `SELECT text FROM draft WHERE turn = @turn AND part = @part AND indicator = @indicator
       AND criterion = @criterion`,
    )
    .get({ turn, part, indicator, criterion })
  return row?.text ?? null
}

/** Tests whether a field of a turn was saved at this moment or later. */
export function hasDraftSince(store: ReadableStore, save: ToldSave): boolean {
  const { turn, part, indicator, criterion, savedAt } = save
  const row = store
    .prepare<object, object>(
      `SELECT 1 FROM draft WHERE turn = @turn AND part = @part AND indicator = @indicator
       AND criterion = @criterion AND saved_at >= @savedAt`,
    )
    .get({ turn, part, indicator, criterion, savedAt })
  return row !== undefined
}

/** Stores a draft in the place of what its field held before. */
export function putDraft(store: WritableStore, draft: DraftRow): void {
  const { turn, part, indicator, criterion, participant, framework, answer, level, text } = draft
  const row = {
    turn,
    part,
    indicator,
    criterion,
    participant,
    framework,
    answer,
    level,
    text,
    wording: draft.wording,
    saved_at: draft.savedAt,
    language: draft.language,
    translation: draft.translation,
  }
  store
    .prepare<[Buffer], unknown, [typeof row]>(
      `INSERT INTO draft (turn, part, indicator, criterion, participant, framework, answer, level,
         text, wording, language, translation, saved_at, digest)
       VALUES (@turn, @part, @indicator, @criterion, @participant, @framework, @answer, @level,
         @text, @wording, @language, @translation, @saved_at, ?)
       ON CONFLICT (turn, part, indicator, criterion) DO UPDATE SET framework = excluded.framework,
         answer = excluded.answer, level = excluded.level, text = excluded.text,
         wording = excluded.wording, language = excluded.language, translation = excluded.translation,
         saved_at = excluded.saved_at, digest = excluded.digest`,
    )
    .run([digestRow('draft', row)], row)
}

/** Erases the drafts of a turn, and every byte of them in the file. Call it inside a transaction. */
export function eraseDrafts(store: WritableStore, turn: string): void {
  rewriteDrafts(store, 'turn <> @turn', { turn })
}

/** Erases the turns of a participant with what was said in them. */
export function eraseTurnsOf(store: WritableStore, participant: string): void {
  const person = { participant }
  rewriteDrafts(store, 'participant <> @participant', person)
  for (const table of ['turn', 'kept_key', 'first_word']) {
    store
      .prepare<typeof person>(`DELETE FROM ${table} WHERE participant = @participant`)
      .run(person)
  }
}

/** The drafts of turns that are still open, by all that tells one from another. */
export function iterateOpenDrafts(store: ReadableStore): IterableIterator<DraftRow> {
  return store
    .prepare<Record<string, never>, DraftRow>(`SELECT ${DRAFT} FROM draft ORDER BY turn, saved_at`)
    .iterate({})
}

/** The moment at which a field was last saved in a turn; undefined where it was not. */
export function getDraftMoment(
  store: ReadableStore,
  { turn, part, indicator, criterion }: DraftRow,
): string | undefined {
  return store
    .prepare<object, { readonly savedAt: string }>(
      `SELECT saved_at AS savedAt FROM draft WHERE turn = @turn AND part = @part
       AND indicator = @indicator AND criterion = @criterion`,
    )
    .get({ turn, part, indicator, criterion })?.savedAt
}

/**
 * Erases the drafts of open turns that a record of the same person about the same has overtaken: where two copies of a
 * file are brought together, one of them may have recorded what the other still has as a draft. Call it inside a
 * transaction.
 */
export function eraseOvertakenDrafts(store: WritableStore): void {
  rewriteDrafts(
    store,
    `NOT EXISTS (
         SELECT 1 FROM turn AS t JOIN (
           SELECT 'answer' AS part, participant, round, indicator, criterion, recorded_at FROM current_rating
           UNION ALL SELECT 'comment', participant, round, indicator, criterion, recorded_at
             FROM current_comment
           UNION ALL SELECT 'suggestion', participant, round, coalesce(indicator, ''), '', recorded_at
             FROM current_suggestion) AS r
         ON r.participant = t.participant AND r.round = t.round
         WHERE t.id = draft.turn AND r.part = draft.part AND r.indicator = draft.indicator
           AND r.criterion = draft.criterion AND r.recorded_at >= draft.saved_at)`,
  )
}

/** Leaves no byte of words that a draft held before in the file. Call it inside a transaction. */
export function wipeReplacedWords(store: WritableStore): void {
  rewriteDrafts(store)
}

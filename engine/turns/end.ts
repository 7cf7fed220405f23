import { isDeepStrictEqual } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import { assertNever } from '../../shared/assert-never.ts'
import type { TurnEnd } from '../../shared/model/turn.ts'
import { recordSuggestionInTransaction } from '../discussion/suggestions.ts'
import { WorkbookError } from '../errors.ts'
import { recordStart } from '../people/starts.ts'
import { recordAnswer, recordComment } from '../ratings/record.ts'
import { recordWords } from '../ratings/record-words.ts'
import { markPerson } from '../rounds/mark-person.ts'
import { hasDoneAgain, nextRoundOf } from '../rounds/standings.ts'
import { getCurrentComments } from '../store/records/comments.ts'
import { getCurrentSuggestions } from '../store/records/discussion.ts'
import { getCurrentRatings } from '../store/records/ratings.ts'
import { eraseFirstWord, getFirstWord, putFirstWord } from '../store/records/recall-words.ts'
import {
  closeTurn,
  type DraftRow,
  eraseDrafts,
  getAllDrafts,
  getAllOpenTurns,
  getOpenTurn,
  getTurn,
  keepKey,
  type TurnRow,
} from '../store/records/turns.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { getStartedTurn, type NamedTurn } from './held.ts'
import { answerOf } from './said.ts'

/** The turn that ends, and how; `leavesOut` where the person is done although something is open. */
export interface TurnEnding extends NamedTurn {
  readonly how: TurnEnd
  readonly leavesOut?: boolean
}

/**
 * Ends a turn in one transaction: each draft that differs from what stands becomes a record, of the moment at which
 * it was saved, and the drafts are erased. Ending it again changes nothing. What the log keeps of the drafts
 * remains for the caller to wipe. A person who has said nothing stays unrecorded, unless that is what they say: that
 * they leave it all out. Whoever was asked for the round once more is finished when they say so again. Throws TURN_OVER
 * for a turn that a restart ended or that is not there.
 */
export function endTurn(
  workbook: Workbook,
  { turn: id, participant, how, leavesOut = false }: TurnEnding,
): void {
  const { store } = workbook
  store.transaction(() => {
    const started = getStartedTurn(store, participant)
    if (started?.start && started.id === id) {
      if (!leavesOut) return
      recordStart(workbook, started.start)
    }
    const turn = getTurn(store, id)
    if (turn?.participant !== participant || turn.ended === 'restart') {
      throw new WorkbookError('TURN_OVER', { turn: id })
    }
    if (turn.ended !== null) return
    const firstWord = getFirstWord(store, participant)
    closeInTransaction(workbook, turn, how)
    const { round } = turn
    const isDone = leavesOut || (how === 'finish' && hasDoneAgain(store, { participant, round }))
    if (isDone) markPerson(workbook, { participant, round, standing: 'finished' })
    // Who is led into the next round stays at the laptop, and may find it covered.
    if (firstWord !== undefined && nextRoundOf(store, participant, round) !== null) {
      putFirstWord(store, { participant, kept: firstWord })
    }
  })
}

/**
 * Ends the turn that a person has open; false where they have none. What the log keeps of the drafts remains for the
 * caller to wipe.
 */
export function endTurnOf(workbook: Workbook, participant: string, how: TurnEnd): boolean {
  const { store } = workbook
  return store.transaction(() => {
    const turn = getOpenTurn(store, participant)
    if (turn) closeInTransaction(workbook, turn, how)
    if (how !== 'cover') eraseFirstWord(store, participant)
    return turn !== undefined
  })
}

/**
 * Ends the turns that the program left open when it was last stopped, as a crash does. Nothing that was saved is
 * lost. Empties the log, which may have words that were replaced then.
 */
export function endInterruptedTurns(workbook: Workbook): void {
  const { store } = workbook
  const open = getAllOpenTurns(store)
  if (open.length > 0) {
    store.transaction(() => {
      for (const turn of open) closeInTransaction(workbook, turn, 'restart')
    })
  }
  store.checkpoint('truncate')
}

/** Ends an open turn; call it inside a transaction. */
export function closeInTransaction(
  workbook: Workbook,
  turn: TurnRow,
  ended: TurnEnd | 'restart',
): void {
  const { store, clock } = workbook
  recordDrafts(workbook, turn)
  eraseDrafts(store, turn.id)
  if (ended === 'restart') keepKey(store, turn)
  closeTurn(store, { id: turn.id, ended, endedAt: clock() })
}

/** Records the drafts of a turn, and in which words they were asked. */
function recordDrafts(workbook: Workbook, turn: TurnRow): void {
  const { store, clock } = workbook
  const drafts = getAllDrafts(store, turn.id)
  const said = drafts.flatMap(draft => {
    const id = recordDraft(workbook, turn, draft)
    const { language, translation } = draft
    return id === null ? [] : [{ id, language, translation }]
  })
  const { participant, round } = turn
  recordWords(workbook, { participant, round, recordedAt: clock() }, said)
}

/** Records a draft; gives the id of the record, or null where it says what stands already. */
function recordDraft(
  workbook: Workbook,
  { participant, round }: TurnRow,
  draft: DraftRow,
): string | null {
  const { part, wording, framework, savedAt } = draft
  const about = { id: uuidv7(), participant, round, framework }
  const how = { entry: 'screen', recordedAt: savedAt } as const
  const text = draft.text ?? ''
  switch (part) {
    case 'answer': {
      const key = { participant, round, ...questionOf(draft) }
      const answer = answerOf(draft)
      const standing = getCurrentRatings(workbook.store, key).map(rating => rating.answer)
      if (stands(standing, answer, { kind: 'none' })) return null
      recordAnswer(workbook, { ...about, ...key, answer, wording }, how)
      return about.id
    }
    case 'comment': {
      const key = { participant, round, ...questionOf(draft) }
      const standing = getCurrentComments(workbook.store, key).map(comment => comment.text)
      if (stands(standing, text, '')) return null
      recordComment(workbook, { ...about, ...key, text, wording }, how)
      return about.id
    }
    case 'suggestion': {
      const subject =
        draft.indicator === ''
          ? ({ kind: 'missing', indicator: null } as const)
          : ({ kind: 'wording', indicator: draft.indicator } as const)
      const key = { participant, round, ...subject }
      const standing = getCurrentSuggestions(workbook.store, key).map(one => one.text)
      if (stands(standing, text, '')) return null
      recordSuggestionInTransaction(workbook, { ...about, text, ...subject }, savedAt)
      return about.id
    }
    default:
      return assertNever(part)
  }
}

/** Tests whether a draft says what stands already: the only one there, or nothing where there is none. */
function stands<Value>(standing: readonly Value[], said: Value, nothing: Value): boolean {
  const [only = nothing, another] = standing
  return another === undefined && isDeepStrictEqual(only, said)
}

function questionOf({ indicator, criterion }: DraftRow) {
  if (criterion === '') throw new Error('An answer or comment has a criterion.')
  return { indicator, criterion }
}

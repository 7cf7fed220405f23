import { randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { BegunTurn, Draft, NothingToRate, Turn } from '../../shared/model/turn.ts'
import { WorkbookError } from '../errors.ts'
import { currentFramework, currentVersion } from '../frameworks/versions/current-version.ts'
import { withName } from '../people/names.ts'
import { recordStart, requirePresent } from '../people/starts.ts'
import { refuseOffScale, requireIndicator } from '../ratings/record.ts'
import { refuseClosedRound } from '../rounds/rounds.ts'
import { followingRound, roundOf } from '../rounds/standings.ts'
import { getLinkedInWorkshop } from '../store/records/people.ts'
import { getStart, type Start, setStartTurn } from '../store/records/starts.ts'
import {
  appendTurn,
  type DraftRow,
  getDraftText,
  getFittingRound,
  getOpenTurn,
  getTurn,
  hasHandedOverSince,
  putDraft,
  type TurnRow,
  takeKeptKey,
} from '../store/records/turns.ts'
import { hasAnswersBefore } from '../store/records/workshops.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireParticipant } from '../workshops/participants.ts'
import { closeInTransaction } from './end.ts'
import { getStartedTurn, type HeldTurn, type NamedTurn, requireOpenTurn } from './held.ts'
import { saidSoFar } from './said.ts'
import { wayOfAsking } from './way-of-asking.ts'

/** The request for a turn: in this round or (null) in the one that is the person's now. */
export interface WantedTurn {
  readonly participant: string
  readonly round: number | null
  /** The id of the turn that it goes on from, which a restart of the program or a cover ended. */
  readonly resumes?: string | undefined
}

const KEY_BYTES = 32

const newKey = (): string => randomBytes(KEY_BYTES).toString('base64url')

/**
 * Begins a person's turn, or goes on with the one that they have open; one in another round than is wanted ends.
 * After a restart the person's next turn in that round has the key of the one that was cut short.
 * Throws UNKNOWN_PARTICIPANT, and TURN_OVER where the turn to go on from was handed over.
 */
export function beginTurn(workbook: Workbook, wanted: WantedTurn): BegunTurn {
  const { store, clock } = workbook
  return store.transaction(() => {
    const before = wanted.resumes === undefined ? undefined : requireCutShort(store, wanted)
    if (getStart(store, wanted.participant)) return beginFirstTurn(workbook, wanted)
    const person = requireParticipant(store, wanted.participant)
    const open = getOpenTurn(store, person.id)
    const round = findRound(store, person.id, before?.round ?? wanted.round ?? open?.round ?? null)
    if (typeof round !== 'number') return round
    if (open?.round === round) return describeTurn(workbook, open)
    if (open) closeInTransaction(workbook, open, 'cover')
    const key = takeKeptKey(store, { participant: person.id, round }) ?? newKey()
    const turn = { id: uuidv7(), participant: person.id, round, key, openedAt: clock() }
    appendTurn(store, turn)
    return describeTurn(workbook, { ...turn, ended: null })
  })
}

/** Begins the turn of somebody who has said nothing yet, or goes on with it. Call it inside a transaction. */
function beginFirstTurn(workbook: Workbook, { participant, round: wanted }: WantedTurn): BegunTurn {
  const { store } = workbook
  const open = getStartedTurn(store, participant)
  const round = findRound(store, participant, wanted ?? open?.round ?? null)
  if (typeof round !== 'number') return round
  if (open?.round !== round) {
    setStartTurn(store, participant, { id: uuidv7(), round, key: newKey() })
  }
  const turn = getStartedTurn(store, participant)
  if (!turn) throw new Error('The turn has just begun.')
  return describeTurn(workbook, turn)
}

/** The round for a person: the wanted one, if it is open, or (null) the one that they are asked for. */
function findRound(
  store: ReadableStore,
  participant: string,
  wanted: number | null,
): number | NothingToRate {
  const asked = roundOf(store, participant, wanted)
  return asked.kind === 'round' ? asked.round : { nothing: asked.because }
}

/** An open turn as it stands now. Throws TURN_OVER. */
export function getTurnNow(workbook: Workbook, named: NamedTurn): Turn {
  return describeTurn(workbook, requireOpenTurn(workbook.store, named))
}

function describeTurn(workbook: Workbook, row: TurnRow): Turn {
  const { store, scale } = workbook
  const { round } = row
  const participant = requirePresent(store, row.participant)
  const framework = currentFramework(store)
  return {
    turn: row.id,
    key: row.key,
    participant: withName(store, participant),
    round,
    isStart: getStart(store, participant.id) !== undefined,
    isReturn: hasAnswersBefore(store, {
      participants: getLinkedInWorkshop(store, participant.id),
      round,
    }),
    next: followingRound(store, { participant: participant.id, round }),
    ...wayOfAsking(store, participant, { round, framework }),
    framework,
    scale: scale.length,
    ...saidSoFar(store, row),
  }
}

/** The outcome of keeping a draft. */
export interface KeptDraft {
  readonly participant: string
  /** The workshop of a person who is recorded since, as this was the first thing they said; null for anybody else. */
  readonly joined: string | null
  /** True where words that it held before are no longer to be read. */
  readonly hasReplacedWords: boolean
}

/**
 * Keeps what a person says to one field, in the place of what they said there before; it is on disk when this
 * returns. Saying it again changes nothing. The first thing that somebody says has them recorded. Throws TURN_OVER,
 * ROUND_CLOSED, UNKNOWN_INDICATOR, LEVEL_OFF_SCALE.
 */
export function keepDraft(
  workbook: Workbook,
  { draft, ...named }: NamedTurn & { readonly draft: Draft },
): KeptDraft {
  const { store, clock } = workbook
  const { row: saved, ...kept } = store.transaction(() => {
    const framework = draft.framework ?? currentVersion(store).hash
    const row = toRow(named, draft, { framework, savedAt: clock() })
    // One statement tells that nearly every draft fits; any other is looked at one question after the other.
    const fitting = getFittingRound(store, row)
    if (fitting) refuseClosedRound(store, fitting)
    const start = fitting ? undefined : findStart(workbook, row, draft)
    const { participant } = named
    // Words that were typed and emptied again before anything else was said are nothing said.
    const nothing = { participant, joined: null, hasReplacedWords: false }
    if (start && saysNothing(draft)) return { ...nothing, row: null }
    if (start) recordStart(workbook, start)
    const before = row.text === null ? null : getDraftText(store, row)
    putDraft(store, row)
    const hasReplacedWords = before !== null && before !== '' && before !== row.text
    return { participant, joined: start?.participant.workshop ?? null, hasReplacedWords, row }
  })
  if (saved) store.told(saved)
  return kept
}

/**
 * Looks closely at a save: returns the start of its person if they have said nothing yet. Throws TURN_OVER,
 * ROUND_CLOSED, UNKNOWN_INDICATOR, LEVEL_OFF_SCALE.
 */
function findStart(
  workbook: Workbook,
  { turn, participant, framework }: DraftRow,
  draft: Draft,
): Start | undefined {
  const { store } = workbook
  const held = requireOpenTurn(store, { turn, participant })
  refuseClosed(store, held)
  if (draft.indicator !== null) requireIndicator(store, framework, draft.indicator)
  if (draft.part === 'answer') refuseOffScale(workbook, draft)
  return held.start
}

function refuseClosed(store: ReadableStore, { start, participant, round }: HeldTurn): void {
  const { workshop } = start?.participant ?? requireParticipant(store, participant)
  refuseClosedRound(store, { workshop, round })
}

const saysNothing = (draft: Draft): boolean =>
  draft.part === 'answer' ? draft.answer.kind === 'none' : draft.text === ''

function toRow(
  { turn, participant }: NamedTurn,
  draft: Draft,
  made: Pick<DraftRow, 'framework' | 'savedAt'>,
): DraftRow {
  const { part, wording } = draft
  const isAnswer = part === 'answer'
  return {
    turn,
    participant,
    part,
    indicator: draft.indicator ?? '',
    criterion: part === 'suggestion' ? '' : draft.criterion,
    answer: isAnswer ? draft.answer.kind : null,
    level: isAnswer && draft.answer.kind === 'level' ? draft.answer.level : null,
    text: isAnswer ? null : draft.text,
    wording,
    language: draft.language ?? null,
    translation: draft.translation ?? null,
    ...made,
  }
}

/**
 * The turn of a person that a restart or a cover ended. Throws TURN_OVER for any other: after a hand-over it stays
 * shut.
 */
function requireCutShort(store: ReadableStore, { participant, resumes = '' }: WantedTurn): TurnRow {
  const turn = getTurn(store, resumes)
  if (turn?.participant !== participant || !isCutShort(store, turn)) {
    throw new WorkbookError('TURN_OVER', { turn: resumes })
  }
  return turn
}

/** Tests whether a turn was ended by no act of its person, who has handed over no later one either. */
const isCutShort = (store: ReadableStore, turn: TurnRow): boolean =>
  (turn.ended === 'restart' || turn.ended === 'cover') && !hasHandedOverSince(store, turn)

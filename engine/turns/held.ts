import { WorkbookError } from '../errors.ts'
import { getStart, type Start } from '../store/records/starts.ts'
import { getTurn, type TurnRow } from '../store/records/turns.ts'
import type { ReadableStore } from '../store/store.ts'

/** A turn, by its id and its person. */
export interface NamedTurn {
  readonly turn: string
  readonly participant: string
}

/** An open turn, and the start of its person where they have said nothing yet. */
export interface HeldTurn extends TurnRow {
  readonly start: Start | undefined
}

/** The open turn of a person who has said nothing yet; undefined where they have begun none, and for anybody else. */
export function getStartedTurn(store: ReadableStore, participant: string): HeldTurn | undefined {
  const start = getStart(store, participant)
  if (!start?.turn) return undefined
  const openedAt = start.participant.recordedAt
  return { ...start.turn, participant, openedAt, ended: null, start }
}

/** An open turn of a person. Throws TURN_OVER. */
export function requireOpenTurn(
  store: ReadableStore,
  { turn: id, participant }: NamedTurn,
): HeldTurn {
  const turn = getTurn(store, id)
  if (turn?.participant === participant && turn.ended === null) {
    return { ...turn, start: undefined }
  }
  const started = turn === undefined ? getStartedTurn(store, participant) : undefined
  if (started?.id !== id) throw new WorkbookError('TURN_OVER', { turn: id })
  return started
}

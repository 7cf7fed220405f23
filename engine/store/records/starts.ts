import type { Participant } from '../../../shared/model/workshop.ts'
import type { ReadableStore, WritableStore } from '../store.ts'
import type { TurnRow } from './turns.ts'

/** The turn of somebody who has said nothing yet. */
export type StartTurn = Pick<TurnRow, 'id' | 'round' | 'key'>

/** Somebody who came in at this laptop and has said nothing yet. */
export interface Start {
  /** The participant that they become with the first thing they say. */
  readonly participant: Participant
  /** The hash of their four words. */
  readonly hash: string
  /** The value that the first of their words is compared with. */
  readonly firstWord: string
  /** The text that they agreed to as they came in; null where the study had none. */
  readonly agreedTo: string | null
  /** Null until they have seen their first page. */
  readonly turn: StartTurn | null
}

interface StartRow extends Participant {
  readonly hash: string
  readonly firstWord: string
  readonly agreedTo: string | null
  readonly turn: string | null
  readonly round: number | null
  readonly key: string | null
}

/** The start of this participant; undefined for one who is recorded, and for nobody. */
export function getStart(store: ReadableStore, participant: string): Start | undefined {
  const row = store
    .prepare<{ participant: string }, StartRow>(
      `SELECT participant AS id, workshop, code, stakeholder_group AS "group", recorded_at AS recordedAt,
         hash, first_word AS firstWord, agreed_to AS agreedTo, turn, round, key
       FROM start WHERE participant = @participant`,
    )
    .get({ participant })
  if (!row) return undefined
  const { hash, firstWord, agreedTo, turn: id, round, key, ...person } = row
  const turn = id === null || round === null || key === null ? null : { id, round, key }
  return { participant: person, hash, firstWord, agreedTo, turn }
}

/** Keeps a start. */
export function appendStart(
  store: WritableStore,
  { participant, ...kept }: Omit<Start, 'turn'>,
): void {
  store
    .prepare(
      `INSERT INTO start (participant, workshop, code, stakeholder_group, recorded_at, hash, first_word,
         agreed_to)
       VALUES (@id, @workshop, @code, @group, @recordedAt, @hash, @firstWord, @agreedTo)`,
    )
    .run({ ...participant, ...kept })
}

/** Notes the turn that somebody has begun. */
export function setStartTurn(store: WritableStore, participant: string, turn: StartTurn): void {
  store
    .prepare<StartTurn & { participant: string }>(
      'UPDATE start SET turn = @id, round = @round, key = @key WHERE participant = @participant',
    )
    .run({ ...turn, participant })
}

/** Puts somebody into another group. */
export function setStartGroup(store: WritableStore, participant: string, group: string): void {
  store
    .prepare<{ participant: string; group: string }>(
      'UPDATE start SET stakeholder_group = @group WHERE participant = @participant',
    )
    .run({ participant, group })
}

/** Erases one start. */
export function eraseStart(store: WritableStore, participant: string): void {
  store
    .prepare<{ participant: string }>('DELETE FROM start WHERE participant = @participant')
    .run({ participant })
}

/** Erases whatever starts there are. */
export function eraseAllStarts(store: WritableStore): void {
  store.prepare<Record<string, never>>('DELETE FROM start').run({})
}

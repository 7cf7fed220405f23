import { v7 as uuidv7 } from 'uuid'
import type { JoinedParticipant, Participant } from '../../shared/model/workshop.ts'
import { requireAgreement } from '../consent/information.ts'
import { appendConsent } from '../store/records/consents.ts'
import {
  appendStart,
  eraseAllStarts,
  eraseStart,
  getStart,
  type Start,
} from '../store/records/starts.ts'
import { appendTurn } from '../store/records/turns.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import {
  describeNewcomer,
  type NewParticipant,
  recordParticipant,
  requireParticipant,
} from '../workshops/participants.ts'
import { withName } from './names.ts'
import { drawRecallWords, recordRecallWords } from './recall-words.ts'

/**
 * Lets a person come in who is recorded with the first thing that they say. Starts that were left behind go, as one
 * person at a time has the laptop. Throws UNKNOWN_WORKSHOP, UNKNOWN_GROUP, NOT_AGREED.
 */
export function letStart(
  workbook: Workbook,
  wanted: NewParticipant,
  agreed: string | undefined,
): JoinedParticipant {
  const { store } = workbook
  return store.transaction(() => {
    const agreedTo = requireAgreement(store, agreed)
    eraseAllStarts(store)
    const participant = describeNewcomer(workbook, wanted)
    const { words, hash, firstWord } = drawRecallWords(store)
    appendStart(store, { participant, hash, firstWord, agreedTo })
    return { ...withName(store, participant), words }
  })
}

/**
 * Records somebody who has said something: as a participant, with their words and the turn that they are in. Call it
 * inside a transaction.
 */
export function recordStart(
  workbook: Workbook,
  { participant, turn, agreedTo, ...words }: Start,
): void {
  const { store, device } = workbook
  recordParticipant(workbook, participant)
  if (agreedTo !== null) {
    const { id, recordedAt } = participant
    const consent = { participant: id, information: agreedTo, recordedAt, device }
    appendConsent(store, { id: uuidv7(), ...consent })
  }
  recordRecallWords(workbook, participant.id, words)
  if (turn) {
    appendTurn(store, { ...turn, participant: participant.id, openedAt: participant.recordedAt })
  }
  eraseStart(store, participant.id)
}

/** Forgets everybody who has said nothing, as when the laptop goes on. */
export function forgetStarts({ store }: Workbook): void {
  store.transaction(() => eraseAllStarts(store))
}

/** A participant, or somebody who has said nothing yet. Throws UNKNOWN_PARTICIPANT. */
export const requirePresent = (store: ReadableStore, id: string): Participant =>
  getStart(store, id)?.participant ?? requireParticipant(store, id)

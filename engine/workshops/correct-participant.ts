import { v7 as uuidv7 } from 'uuid'
import type { Participant } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import {
  appendParticipantRecord,
  getCurrentParticipantRecordIds,
  hasParticipantCode,
} from '../store/participants.ts'
import { appendSupersession } from '../store/supersessions.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireParticipant } from './participants.ts'
import { requireWorkshop } from './workshops.ts'

/** What is put right about a participant: a wrong group, or a code that was mistyped. */
export interface ParticipantCorrection {
  readonly participant: string
  readonly code: string
  readonly group: string
}

/**
 * Puts right what was said of a participant. What was said before stays in the history, and where two
 * laptops said different things this ends it. Nothing is stored where nothing changes. Throws
 * UNKNOWN_PARTICIPANT, UNKNOWN_GROUP, PARTICIPANT_CODE_TAKEN.
 */
export function correctParticipant(
  workbook: Workbook,
  { participant: id, code, group }: ParticipantCorrection,
): Participant {
  const { store, device, clock } = workbook
  return store.transaction(() => {
    const before = requireParticipant(store, id)
    const { groups } = requireWorkshop(store, before.workshop)
    const replaced = getCurrentParticipantRecordIds(store, id)
    if (before.code === code && before.group === group && replaced.length === 1) return before
    // A group that the workshop no longer lists may stay, but nobody can be moved into it.
    if (group !== before.group && !groups.includes(group)) {
      throw new WorkbookError('UNKNOWN_GROUP', { group, groups })
    }
    const isOtherCode = code.toLowerCase() !== before.code.toLowerCase()
    if (isOtherCode && hasParticipantCode(store, before.workshop, code)) {
      throw new WorkbookError('PARTICIPANT_CODE_TAKEN', { code })
    }
    const corrected = { ...before, code, group, recordedAt: clock() }
    const record = uuidv7()
    appendParticipantRecord(store, { ...corrected, id: record, participant: id, device })
    for (const superseded of replaced) appendSupersession(store, { record, superseded })
    return corrected
  })
}

import { v7 as uuidv7 } from 'uuid'
import { appendSupersession } from '../store/records/ratings.ts'
import {
  appendTest,
  getCurrentTestIds,
  isTestParticipant,
} from '../store/records/test-participants.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireParticipant } from '../workshops/participants.ts'

/**
 * Marks a participant as a test, whose answers are kept and count for nothing, or takes the mark back. Nothing is
 * stored where nothing changes. Throws UNKNOWN_PARTICIPANT.
 */
export function markTest(workbook: Workbook, participant: string, test: boolean): void {
  const { store, device, clock } = workbook
  store.transaction(() => {
    requireParticipant(store, participant)
    if (isTestParticipant(store, participant) === test) return
    const earlier = getCurrentTestIds(store, participant)
    const id = uuidv7()
    appendTest(store, { id, participant, test, recordedAt: clock(), device })
    for (const superseded of earlier) appendSupersession(store, { record: id, superseded })
  })
}

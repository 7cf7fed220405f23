import { v7 as uuidv7 } from 'uuid'
import { appendWithdrawal, type WithdrawalRecord } from '../store/withdrawals.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireParticipant } from '../workshops/participants.ts'
import { eraseWithdrawn } from './erase-withdrawn.ts'

/** What went with a person: how many rows of each kind. */
export interface Withdrawn {
  readonly withdrawal: WithdrawalRecord
  readonly erased: ReadonlyMap<string, number>
}

/**
 * Records that a participant withdrew and deletes every row about them. The record travels with every later
 * package and wins in any order. What the file keeps of deleted rows, in its log and its backups, is for the
 * caller to clear. Throws UNKNOWN_PARTICIPANT.
 */
export function withdrawParticipant(workbook: Workbook, participant: string): Withdrawn {
  const { store, device, clock } = workbook
  return store.transaction(() => {
    requireParticipant(store, participant)
    const withdrawal = { id: uuidv7(), participant, recordedAt: clock(), device }
    appendWithdrawal(store, withdrawal)
    return { withdrawal, erased: eraseWithdrawn(store) }
  })
}

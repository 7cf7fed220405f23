import type { WithdrawalPreview, WithdrawalReceipt } from '../../shared/model/person.ts'
import { WorkbookError } from '../errors.ts'
import { clearTraces } from '../exchange/clear-traces.ts'
import { withdrawParticipant } from '../exchange/withdraw.ts'
import { countPersonalRecords, getAllOfPerson } from '../store/people.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/** What would go if this person withdrew: counts only. Throws UNKNOWN_PARTICIPANT. */
export function previewWithdrawal(store: ReadableStore, participant: string): WithdrawalPreview {
  const participants = [...getAllOfPerson(store, participant)]
  if (participants.length === 0) throw new WorkbookError('UNKNOWN_PARTICIPANT', { participant })
  const ids = participants.map(({ id }) => id)
  return { participants, records: countPersonalRecords(store, ids) }
}

/**
 * Erases everything that a person said, as every participant that they are linked to: from the
 * workbook, its log and its backups. That they withdrew is a record, which travels in every later
 * package and wins there too. Throws UNKNOWN_PARTICIPANT.
 */
export function withdraw(workbook: Workbook, participant: string): WithdrawalReceipt {
  const { store } = workbook
  const receipt = store.transaction(() => {
    const { participants, records } = previewWithdrawal(store, participant)
    const withdrawals = participants.map(({ id }) => withdrawParticipant(workbook, id).withdrawal)
    const [first] = withdrawals
    if (!first) throw new Error('Nobody withdrew.')
    const { id, recordedAt } = first
    return { id, recordedAt, participants: withdrawals.length, records }
  })
  return { ...receipt, ...clearTraces(store) }
}

/** Throws CONFIRMATION_DIFFERS unless what was typed is the code of the person who withdraws. */
export function requireConfirmation(
  store: ReadableStore,
  participant: string,
  typed: string,
): void {
  const { participants } = previewWithdrawal(store, participant)
  const codes = participants.filter(({ id }) => id === participant).map(({ code }) => code)
  if (!codes.some(code => code.toLowerCase() === typed.trim().toLowerCase())) {
    throw new WorkbookError('CONFIRMATION_DIFFERS', {})
  }
}

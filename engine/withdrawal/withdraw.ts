import { v7 as uuidv7 } from 'uuid'
import { withdrawalLetter } from '../../shared/messages/workshop.ts'
import { sameName } from '../../shared/model/vocabulary.ts'
import type { WithdrawalPreview, WithdrawalReceipt } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import type { PermittedFile } from '../files/permits.ts'
import { escapeHtml } from '../files/write/escape-html.ts'
import { writeWholeFile } from '../files/write/whole-files.ts'
import { isRecallPhrase } from '../keys/phrases.ts'
import { describeParticipants } from '../people/describe.ts'
import { readNames } from '../people/names.ts'
import { findByRecallWords } from '../people/recall-words.ts'
import { countPersonalRecords, getAllOfPerson } from '../store/records/people.ts'
import { appendWithdrawal, type WithdrawalRecord } from '../store/records/withdrawals.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireParticipant } from '../workshops/participants.ts'
import { eraseWithdrawn, prepareErasure } from './erase.ts'

/** Counts what a withdrawal of this person would erase. Throws UNKNOWN_PARTICIPANT. */
export function previewWithdrawal(store: ReadableStore, participant: string): WithdrawalPreview {
  const nameOf = readNames(store)
  const people = getAllOfPerson(store, participant)
  const named = people.map(each => ({ ...each, name: nameOf(each) }))
  const participants = describeParticipants(store, named)
  if (participants.length === 0) throw new WorkbookError('UNKNOWN_PARTICIPANT', { participant })
  const ids = participants.map(({ id }) => id)
  return { participants, records: countPersonalRecords(store, ids) }
}

/**
 * Withdraws a person: erases everything that they said, also as the participants that they are linked to, from
 * the workbook, its log and its backups. The withdrawal itself is a record, which every later package carries
 * and which prevails wherever it is merged. If it throws, nothing was erased. Throws UNKNOWN_PARTICIPANT,
 * DISK_FULL, FILE_IN_USE, FILE_NOT_ALLOWED, DISK_GONE, CANNOT_WRITE_FILE, DAMAGED_BACKUP.
 */
export function withdraw(workbook: Workbook, participant: string): WithdrawalReceipt {
  const { store } = workbook
  const leaving = previewWithdrawal(store, participant).participants
  // First, since a backup that another program holds must be known before anything is erased.
  const erasure = prepareErasure(
    store,
    leaving.map(({ id }) => id),
  )
  try {
    const receipt = store.transaction(() => withdrawAll(workbook, participant))
    return { ...receipt, ...erasure.finish() }
  } catch (error) {
    erasure.undo()
    throw error
  }
}

function withdrawAll(workbook: Workbook, participant: string) {
  const { participants, records } = previewWithdrawal(workbook.store, participant)
  const withdrawals = participants.map(({ id }) => withdrawParticipant(workbook, id).withdrawal)
  const [first] = withdrawals
  if (!first) throw new Error('Nobody withdrew.')
  const { id, recordedAt } = first
  return { id, recordedAt, participants: withdrawals.length, records }
}

/**
 * Compares what was typed with what is true of the person who withdraws alone: the name, which is the code where nobody
 * else has it, the id, or the four words. Throws CONFIRMATION_DIFFERS.
 */
export function requireConfirmation(
  store: ReadableStore,
  participant: string,
  typed: string,
): void {
  const { participants } = previewWithdrawal(store, participant)
  const own = participants.find(({ id }) => id === participant)
  const isNamed = own && [own.id, own.name].some(known => sameName(known) === sameName(typed))
  const isByWords = isRecallPhrase(typed) && findByRecallWords(store, [participant], typed)
  if (!isNamed && isByWords !== participant) {
    throw new WorkbookError('CONFIRMATION_DIFFERS', {})
  }
}

/** A participant's withdrawal, and the number of rows of each kind that were erased with it. */
export interface Withdrawn {
  readonly withdrawal: WithdrawalRecord
  readonly erased: ReadonlyMap<string, number>
}

/**
 * Records the withdrawal of one participant and deletes every row about them. Traces of the rows remain in the
 * file, its log and its backups for the caller to clear. Throws UNKNOWN_PARTICIPANT.
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

/** Writes a page to hand to the person who withdrew, as HTML or, by its ending, as plain text. */
export async function writeConfirmation(
  title: string,
  receipt: WithdrawalReceipt,
  to: PermittedFile,
): Promise<{ readonly name: string; readonly bytes: number }> {
  const letter = withdrawalLetter(title, receipt)
  const content = /\.txt$/i.test(to.name) ? `${letter.join('\n\n')}\n` : asPage(letter)
  const bytes = await writeWholeFile(to, async out => {
    out.end(content)
  })
  return { name: to.name, bytes }
}

function asPage([heading = '', ...paragraphs]: readonly string[]): string {
  return `<!doctype html>
<html lang="en-GB">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(heading)}</title>
<style>
  body { font: 1.125rem/1.6 system-ui, sans-serif; max-width: 38rem; margin: 3rem auto; padding: 0 1rem }
  h1 { font-size: 1.75rem; line-height: 1.25 }
</style>
<h1>${escapeHtml(heading)}</h1>
${paragraphs.map(paragraph => `<p>${escapeHtml(paragraph)}</p>`).join('\n')}
</html>
`
}

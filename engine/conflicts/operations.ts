import { os, type RouterParts } from '../operation.ts'
import { withName } from '../people/names.ts'
import { chooseDescription } from './descriptions.ts'
import { listConflicts } from './list.ts'
import { reopenBatch, reopenConflict, resolveConflict, resolveMany } from './resolve.ts'

/** The operations on questions that one person has two current answers to. */
export const conflictOperations = ({ inWorkbook, inAnswers }: RouterParts) => ({
  list: inAnswers(os.conflict.list, ({ store }) => listConflicts(store)),
  resolve: inWorkbook(
    os.conflict.resolve,
    (workbook, { rating, ...note }) => resolveConflict(workbook, rating, note),
    ({ participant, indicator }) => ({ kind: 'rating-recorded', participant, indicator }),
  ),
  describe: inWorkbook(
    os.conflict.describe,
    (workbook, { description }) =>
      withName(workbook.store, chooseDescription(workbook, description)),
    { kind: 'people-changed' },
  ),
  // A rehearsal tells how many answers are alike, which is of answers.
  resolveMany: inAnswers(os.conflict.resolveMany, resolveMany, ({ batch }) =>
    batch === null ? null : { kind: 'conflicts-resolved' },
  ),
  reopenMany: inWorkbook(
    os.conflict.reopenMany,
    (workbook, { batch }) => reopenBatch(workbook, batch),
    { kind: 'conflicts-resolved' },
  ),
  reopen: inWorkbook(
    os.conflict.reopen,
    (workbook, { settlement }) => reopenConflict(workbook, settlement),
    ({ participant, indicator }) => ({ kind: 'rating-recorded', participant, indicator }),
  ),
})

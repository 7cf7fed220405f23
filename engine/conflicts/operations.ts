import { os, type RouterParts } from '../operation.ts'
import { listConflicts } from './list.ts'
import { reopenConflict, resolveByRule, resolveConflict } from './resolve.ts'

/** The operations on questions that one person has two current answers to. */
export const conflictOperations = ({ inWorkbook, inAnswers }: RouterParts) => ({
  list: inAnswers(os.conflict.list, ({ store }) => listConflicts(store)),
  resolve: inWorkbook(
    os.conflict.resolve,
    (workbook, { rating }) => resolveConflict(workbook, rating),
    ({ participant, indicator }) => ({ kind: 'rating-recorded', participant, indicator }),
  ),
  resolveByRule: inWorkbook(
    os.conflict.resolveByRule,
    (workbook, { rule }) => resolveByRule(workbook, rule),
    ({ settled }) => (settled > 0 ? { kind: 'conflicts-resolved' } : null),
  ),
  reopen: inWorkbook(
    os.conflict.reopen,
    (workbook, { settlement }) => reopenConflict(workbook, settlement),
    ({ participant, indicator }) => ({ kind: 'rating-recorded', participant, indicator }),
  ),
})

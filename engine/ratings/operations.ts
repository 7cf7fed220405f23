import { os, type RouterParts } from '../operation.ts'
import { listRatings, recordRating } from './record.ts'

/** The operations on ratings. */
export const ratingOperations = ({ inWorkbook, inAnswers, live }: RouterParts) => ({
  record: inWorkbook(
    os.rating.record,
    (workbook, rating) =>
      live.whileRating(workbook, rating.indicator, () => recordRating(workbook, rating)),
    ({ participant, indicator }) => ({ kind: 'rating-recorded', participant, indicator }),
  ),
  list: inAnswers(os.rating.list, ({ store }, scope) => listRatings(store, scope)),
})

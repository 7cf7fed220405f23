import { os, type RouterParts } from '../operation.ts'
import { checkEntry } from './data-entry/check-entry.ts'
import { storeReading } from './data-entry/enter-ratings.ts'
import { listRatings, recordRating } from './record.ts'

/** The operations on ratings. */
export const ratingOperations = ({
  inWorkbook,
  inAnswers,
  live,
  permits,
  readRatings,
}: RouterParts) => ({
  record: inWorkbook(
    os.rating.record,
    (workbook, rating) =>
      live.whileRating(workbook, rating.indicator, () => recordRating(workbook, rating)),
    ({ participant, indicator }) => ({ kind: 'rating-recorded', participant, indicator }),
  ),
  list: inAnswers(os.rating.list, ({ store }, scope) => listRatings(store, scope)),
  checkFile: inWorkbook(os.rating.checkFile, async (workbook, { file, workshop, ...choices }) => {
    const { path, name } = permits.redeem(file)
    return checkEntry(workbook, workshop, { reading: await readRatings(path), name }, choices)
  }),
  loadFile: inWorkbook(
    os.rating.loadFile,
    async (workbook, { file, workshop, ...choices }) => {
      const { path, name } = permits.redeem(file)
      const read = { reading: await readRatings(path), name }
      const { rows, participants, ratings } = storeReading(workbook, workshop, read, choices)
      return { rows, participants, ratings }
    },
    { kind: 'people-changed' },
  ),
})

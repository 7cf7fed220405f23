import type { RatingsChoices } from '../../shared/model/data-entry.ts'
import { os, type RouterParts } from '../operation.ts'
import { checkEntries } from './data-entry/check-entry.ts'
import { storeReadings } from './data-entry/enter-ratings.ts'
import type { ChosenRatings } from './data-entry/understand-ratings.ts'
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
  checkFiles: inWorkbook(os.rating.checkFiles, async (workbook, { workshop, files }) =>
    checkEntries(workbook, workshop, await readAll({ permits, readRatings }, files)),
  ),
  loadFiles: inWorkbook(
    os.rating.loadFiles,
    async (workbook, { workshop, files }) => {
      const read = await readAll({ permits, readRatings }, files)
      const { rows, participants, ratings } = storeReadings(workbook, workshop, read)
      return { rows, participants, ratings }
    },
    { kind: 'people-changed' },
  ),
})

/** Reads files one after another: each reader may take as much memory as a laptop can spare. */
async function readAll(
  { permits, readRatings }: Pick<RouterParts, 'permits' | 'readRatings'>,
  files: readonly (RatingsChoices & { readonly file: string })[],
): Promise<readonly ChosenRatings[]> {
  const read: ChosenRatings[] = []
  for (const { file, ...choices } of files) {
    const { path, name } = permits.redeem(file)
    read.push({ name, reading: await readRatings(path), choices })
  }
  return read
}

import type { StudyHistory } from '../../shared/model/diary.ts'
import { currentVersion } from '../frameworks/versions/current-version.ts'
import { differenceBetween } from '../frameworks/versions/difference.ts'
import { groupBy } from '../group-by.ts'
import { allReceipts } from '../packages/merge/receipts.ts'
import { getAllResolutionsInForce } from '../store/records/conflicts.ts'
import { getAllRefusedFiles } from '../store/records/diary-notes.ts'
import { getAllFrameworks, getAllIndicators, getAllSplits } from '../store/records/frameworks.ts'
import { countWithdrawnPeople } from '../store/records/withdrawals.ts'
import { getTotals } from '../store/reports/tallies.ts'
import type { ReadableStore } from '../store/store.ts'
import { readLaptops } from '../study/laptops.ts'

/** Counts what was done in a whole study, from its records, and names the receipts that it rests on. */
export function readHistory(store: ReadableStore): StudyHistory {
  const laptopOf = readLaptops(store)
  const receipts = allReceipts(store).toReversed()
  const accounts = receipts.flatMap(({ packages }) => packages)
  const collected = accounts.filter(
    ({ accepted, source }) => accepted && source?.contents !== 'setup',
  )
  const devices = [...new Set(collected.flatMap(({ source }) => source?.device ?? []))]
  const refused = accounts.filter(({ accepted }) => !accepted).length
  return {
    packages: new Set(collected.map(({ sha256, file }) => sha256 ?? file)).size,
    laptops: devices.map(laptopOf),
    refused: refused + getAllRefusedFiles(store).length,
    withdrawn: countWithdrawnPeople(store),
    conflicts: { ...countSettled(store), open: getTotals(store).conflicts },
    framework: countFrameworkChanges(store),
    receipts: receipts.map(({ id, mergedAt, packages }) => ({
      id,
      mergedAt,
      files: packages.flatMap(({ accepted, file, source }) =>
        accepted && source ? [{ file, laptop: laptopOf(source.device) }] : [],
      ),
    })),
  }
}

/** Counts the questions whose conflict is settled: by hand where any choice in force was made by hand. */
function countSettled(store: ReadableStore): { readonly byRule: number; readonly byHand: number } {
  const questions = groupBy(
    getAllResolutionsInForce(store),
    ({ participant, indicator, criterion, round }) =>
      [participant, indicator, criterion, round].join(' '),
  )
  const byHand = [...questions.values()].filter(those =>
    those.some(({ rule }) => rule === 'by hand'),
  ).length
  return { byRule: questions.size - byHand, byHand }
}

/** Counts the indicators that the version in use has otherwise than the first version had. */
function countFrameworkChanges(store: ReadableStore): StudyHistory['framework'] {
  const current = currentVersion(store).hash
  const [first] = getAllFrameworks(store).toSorted((one, other) =>
    one.loadedAt < other.loadedAt ? -1 : 1,
  )
  const { reworded, added, removed } = differenceBetween({
    before: first ? getAllIndicators(store, first.hash) : [],
    after: getAllIndicators(store, current),
    splits: getAllSplits(store, current),
    earlier: [],
  }).counts
  return { reworded, added, removed }
}

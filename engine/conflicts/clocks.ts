import type { ConflictSide } from '../../shared/model/conflict.ts'
import { allReceipts } from '../packages/merge/receipts.ts'
import { getDevicesAhead, getDevicesInDisorder } from '../store/records/conflicts.ts'
import { findWrongClocks } from '../study/clocks.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/** A difference of clocks, in milliseconds, that a rule by time puts up with: the day from which a merge warns of it. */
const CLOCKS_MS = 86_400_000

/**
 * Finds on which sides no rule by time can go: those of a laptop whose clock was wrong at any time, as answers of the
 * future, answers in the wrong order or before the person joined, or the warning of a merge tell.
 */
export function hasWrongClock({
  store,
  clock,
}: Pick<Workbook, 'store' | 'clock'>): (side: Pick<ConflictSide, 'device'>) => boolean {
  const limit = new Date(Date.parse(clock()) + CLOCKS_MS).toISOString()
  const warned = findWrongClocks(allReceipts(store)).flatMap(
    ({ account }) => account.source?.device ?? [],
  )
  const wrong = new Set([
    ...getDevicesAhead(store, limit),
    ...getDevicesInDisorder(store),
    ...warned,
  ])
  return ({ device }) => wrong.has(device)
}

import type { ScaleLength } from '../../shared/model/scale.ts'
import { WorkbookError } from '../errors.ts'
import { getTotals } from '../store/tallies.ts'
import { setScale } from '../store/workbooks.ts'
import type { Workbook } from './workbook.ts'

/**
 * Gives a workbook another scale, as long as nobody has rated on the present one: answers are never
 * converted from one scale to another. Throws SCALE_IN_USE.
 */
export function changeScale({ store }: Workbook, scale: ScaleLength): void {
  store.transaction(() => {
    const { ratingRecords } = getTotals(store)
    if (ratingRecords > 0) throw new WorkbookError('SCALE_IN_USE', { ratings: ratingRecords })
    setScale(store, scale)
  })
}

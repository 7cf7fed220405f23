import type { Framework } from '../../shared/model/framework.ts'
import type { Results, ResultsScope } from '../../shared/model/results.ts'
import type { Scale } from '../../shared/model/scale.ts'
import type { Workshop } from '../../shared/model/workshop.ts'
import { currentFramework } from '../frameworks/current.ts'
import { consolidate } from '../results/consolidate.ts'
import {
  type ExportedRating,
  getNewestMoment,
  iterateExportedRatings,
} from '../store/export-rows.ts'
import { openSnapshot } from '../store/snapshot.ts'
import type { ReadableStore } from '../store/store.ts'
import { getAllWorkshops } from '../store/workshops.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/** Everything that an export says, as the workbook was at one moment. */
export interface ExportMaterial {
  readonly title: string
  readonly madeUp: boolean
  readonly scale: Scale
  readonly appVersion: string
  /** When the newest record was made. */
  readonly newest: string
  readonly framework: Framework
  /** The workshops in scope. */
  readonly workshops: readonly Workshop[]
  readonly results: Results
  /** The ratings of those workshops and groups, in every round; can be gone through once. */
  readonly ratings: Iterable<ExportedRating>
}

/**
 * Gathers what an export says and gives it to `use`. Ratings saved meanwhile are not in it, and
 * saving is not held up. Throws UNKNOWN_WORKSHOP.
 */
export async function withExportMaterial<T>(
  workbook: Workbook,
  scope: ResultsScope,
  use: (material: ExportMaterial) => Promise<T>,
): Promise<T> {
  const snapshot = openSnapshot(workbook.store.file)
  try {
    return await use(gather(workbook, snapshot.store, scope))
  } finally {
    snapshot.close()
  }
}

function gather(workbook: Workbook, store: ReadableStore, scope: ResultsScope): ExportMaterial {
  const { title, madeUp, scale, appVersion } = workbook
  const results = consolidate({ store, scale }, scope)
  const workshops = getAllWorkshops(store).filter(
    ({ id }) => scope.workshops === undefined || scope.workshops.includes(id),
  )
  return {
    title,
    madeUp,
    scale,
    appVersion,
    newest: getNewestMoment(store),
    framework: currentFramework(store),
    workshops,
    results,
    ratings: iterateExportedRatings(store, {
      workshops: workshops.map(({ id }) => id),
      groups: Object.keys(results.groups),
    }),
  }
}

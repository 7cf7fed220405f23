import { v7 as uuidv7 } from 'uuid'
import { sameName } from '../../shared/model/vocabulary.ts'
import { NO_PLAN, type WorkshopPlan } from '../../shared/model/whole-study.ts'
import { appendPlan, getAllPlans } from '../store/records/plans.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireWorkshop } from '../workshops/workshops.ts'

/**
 * Finds the plan of a workshop. Where two teams planned differently both hold: every laptop of either is expected, and
 * of each group the larger number is wanted, so that nothing is forgotten in a merge.
 */
export function readPlans(store: ReadableStore): (workshop: string) => WorkshopPlan {
  const all = getAllPlans(store)
  return workshop =>
    all.filter(plan => plan.workshop === workshop).reduce<WorkshopPlan>(joinPlans, NO_PLAN)
}

function joinPlans(one: WorkshopPlan, other: WorkshopPlan): WorkshopPlan {
  const known = new Set(one.laptops.map(sameName))
  const targets = { ...one.targets }
  for (const [group, target] of Object.entries(other.targets)) {
    targets[group] = Math.max(target, targets[group] ?? 0)
  }
  return {
    laptops: [...one.laptops, ...other.laptops.filter(each => !known.has(sameName(each)))],
    targets,
  }
}

/** The plan of a workshop. Throws UNKNOWN_WORKSHOP. */
export function planOf(store: ReadableStore, workshop: string): WorkshopPlan {
  requireWorkshop(store, workshop)
  return readPlans(store)(workshop)
}

/** Plans a workshop; nothing is stored where nothing changes. Throws UNKNOWN_WORKSHOP. */
export function setPlan(
  workbook: Workbook,
  { workshop, plan }: { readonly workshop: string; readonly plan: WorkshopPlan },
): WorkshopPlan {
  const { store, clock, device } = workbook
  return store.transaction(() => {
    requireWorkshop(store, workshop)
    const before = getAllPlans(store).filter(one => one.workshop === workshop)
    if (JSON.stringify(readPlans(store)(workshop)) === JSON.stringify(plan)) return plan
    const id = uuidv7()
    const { laptops, targets } = plan
    appendPlan(store, { id, workshop, laptops, targets, recordedAt: clock(), device })
    for (const one of before) appendSupersession(store, { record: id, superseded: one.id })
    return plan
  })
}

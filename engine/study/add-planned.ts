import type { WorkshopProtocol } from '../../shared/model/protocol.ts'
import type { WorkshopPlan } from '../../shared/model/whole-study.ts'
import type { Workshop } from '../../shared/model/workshop.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { setProtocol } from '../workshops/protocol.ts'
import { addWorkshop, type NewWorkshop } from '../workshops/workshops.ts'
import { setPlan } from './plans.ts'

/** A new workshop with what it asks and whom it expects, as far as these are said. */
export interface PlannedWorkshop extends NewWorkshop {
  readonly protocol?: WorkshopProtocol | undefined
  readonly plan?: WorkshopPlan | undefined
}

/** Adds a workshop with all that is planned for it, or nothing. Throws UNKNOWN_GROUP and UNKNOWN_INDICATOR. */
export const addPlanned = (
  workbook: Workbook,
  { protocol, plan, ...details }: PlannedWorkshop,
): Workshop =>
  workbook.store.transaction(() => {
    const workshop = addWorkshop(workbook, details)
    if (protocol) setProtocol(workbook, { workshop: workshop.id, protocol })
    if (plan) setPlan(workbook, { workshop: workshop.id, plan })
    return workshop
  })

import { v7 as uuidv7 } from 'uuid'
import type { Workshop, WorkshopDetails } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import { appendWorkshopRecord, getWorkshop } from '../store/records/workshops.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/** Adds a workshop. */
export function addWorkshop(workbook: Workbook, details: WorkshopDetails): Workshop {
  const { store, device, clock } = workbook
  const id = uuidv7()
  const { title, date, venue, groups } = details
  const workshop: Workshop = { id, title, date, venue, groups, recordedAt: clock() }
  store.transaction(() => appendWorkshopRecord(store, { ...workshop, workshop: id, device }))
  return workshop
}

/** The workshop with this id. Throws UNKNOWN_WORKSHOP. */
export function requireWorkshop(store: ReadableStore, id: string): Workshop {
  const workshop = getWorkshop(store, id)
  if (!workshop) throw new WorkbookError('UNKNOWN_WORKSHOP', { workshop: id })
  return workshop
}

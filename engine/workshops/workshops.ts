import { v7 as uuidv7 } from 'uuid'
import type { Workshop, WorkshopDetails } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import { appendWorkshopRecord, getWorkshop } from '../store/records/workshops.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { recordFacilitators } from './facilitators.ts'

/** A workshop to be added, and the note of who facilitates its first round. */
export type NewWorkshop = WorkshopDetails & { readonly facilitators?: string | undefined }

/** Adds a workshop. */
export function addWorkshop(workbook: Workbook, details: NewWorkshop): Workshop {
  const { store, device, clock } = workbook
  const id = uuidv7()
  const { title, date, venue, groups } = details
  const workshop: Workshop = { id, title, date, venue, groups, recordedAt: clock() }
  store.transaction(() => {
    appendWorkshopRecord(store, { ...workshop, workshop: id, device })
    recordFacilitators(workbook, { workshop: id, round: 1, text: details.facilitators ?? '' })
  })
  return workshop
}

/** The workshop with this id. Throws UNKNOWN_WORKSHOP. */
export function requireWorkshop(store: ReadableStore, id: string): Workshop {
  const workshop = getWorkshop(store, id)
  if (!workshop) throw new WorkbookError('UNKNOWN_WORKSHOP', { workshop: id })
  return workshop
}

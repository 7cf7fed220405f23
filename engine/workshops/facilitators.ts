import { v7 as uuidv7 } from 'uuid'
import { appendFacilitators, getCurrentFacilitators } from '../store/records/facilitators.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/** A note of who facilitates a round of a workshop; an empty text leaves none. */
export interface FacilitatorsNote {
  readonly workshop: string
  readonly round: number
  readonly text: string
}

/**
 * Records who facilitates a round, in the place of what was noted before on any laptop. Where that leaves everything
 * as it is, nothing is stored. Call it inside a transaction.
 */
export function recordFacilitators(workbook: Workbook, note: FacilitatorsNote): void {
  const { store, device, clock } = workbook
  const { workshop, round, text } = note
  const before = getCurrentFacilitators(store, workshop).filter(one => one.round === round)
  if (before.every(one => one.text === text) && (before.length > 0 || text === '')) return
  const id = uuidv7()
  appendFacilitators(store, { id, workshop, round, text, recordedAt: clock(), device })
  for (const one of before) appendSupersession(store, { record: id, superseded: one.id })
}

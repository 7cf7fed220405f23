import type { FacilitatedRound, WorkshopRound } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { type FacilitatorsNote, recordFacilitators } from '../workshops/facilitators.ts'
import { listRounds } from './rounds.ts'

/**
 * Notes who facilitated a round; an empty text leaves no note. Throws UNKNOWN_WORKSHOP, UNKNOWN_ROUND. Returns the
 * round.
 */
export function noteFacilitators(workbook: Workbook, note: FacilitatorsNote): WorkshopRound {
  const { store } = workbook
  const { workshop, round } = note
  return store.transaction(() => {
    const requireRound = () => {
      const found = listRounds(store, workshop).find(one => one.round === round)
      if (!found) throw new WorkbookError('UNKNOWN_ROUND', { round })
      return found
    }
    requireRound()
    recordFacilitators(workbook, note)
    return requireRound()
  })
}

/** The rounds of a workshop for which somebody noted who facilitated, the first one first. */
export function listFacilitated(
  store: ReadableStore,
  workshop: string,
): readonly FacilitatedRound[] {
  return listRounds(store, workshop)
    .filter(({ facilitators }) => facilitators !== '')
    .map(({ round, facilitators }) => ({ round, facilitators }))
}

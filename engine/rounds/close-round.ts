import { v7 as uuidv7 } from 'uuid'
import type { WorkshopRound } from '../../shared/model/workshop.ts'
import { WorkbookError } from '../errors.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import {
  appendRoundState,
  getClosedRounds,
  getCurrentStateIds,
  type RoundKey,
} from '../store/records/rounds.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { currentRound, listOpened } from './rounds.ts'

/**
 * Closes a round, or opens it again; nothing is stored where it is so already. Ratings stay as they are, and
 * those from paper can still be keyed in. Throws UNKNOWN_WORKSHOP, UNKNOWN_ROUND. Returns the latest round.
 */
export function closeRound(
  workbook: Workbook,
  { workshop, round, closed }: RoundKey & { readonly closed: boolean },
): WorkshopRound {
  const { store } = workbook
  return store.transaction(() => {
    requireWorkshop(store, workshop)
    if (!listOpened(store, workshop).some(one => one.round === round)) {
      throw new WorkbookError('UNKNOWN_ROUND', { round })
    }
    setClosed(workbook, { workshop, round }, closed)
    return currentRound(store, workshop)
  })
}

/** Records whether a round is closed, unless it is so already. Call it inside a transaction. */
export function setClosed(
  { store, device, clock }: Workbook,
  { workshop, round }: RoundKey,
  closed: boolean,
): void {
  if (getClosedRounds(store, workshop).includes(round) === closed) return
  const id = uuidv7()
  const replaced = getCurrentStateIds(store, { workshop, round })
  appendRoundState(store, { id, workshop, round, closed, recordedAt: clock(), device })
  for (const superseded of replaced) appendSupersession(store, { record: id, superseded })
}

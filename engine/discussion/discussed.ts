import { v7 as uuidv7 } from 'uuid'
import { WorkbookError } from '../errors.ts'
import { currentVersion } from '../frameworks/versions/current-version.ts'
import {
  appendDiscussed,
  type DiscussedKey,
  getAllDiscussed,
  getCurrentMarkIds,
} from '../store/records/discussion.ts'
import { hasIndicator } from '../store/records/frameworks.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireWorkshop } from '../workshops/workshops.ts'

/**
 * Marks an indicator as talked about, or not after all; returns the ids of all that are, in order.
 * Throws UNKNOWN_WORKSHOP, UNKNOWN_INDICATOR.
 */
export function markDiscussed(
  workbook: Workbook,
  { discussed, ...key }: DiscussedKey & { readonly discussed: boolean },
): readonly string[] {
  const { store, device, clock } = workbook
  return store.transaction(() => {
    if (!hasIndicator(store, currentVersion(store).hash, key.indicator)) {
      throw new WorkbookError('UNKNOWN_INDICATOR', { indicator: key.indicator })
    }
    const present = listDiscussed(store, key.workshop)
    if (present.includes(key.indicator) === discussed) return present
    const id = uuidv7()
    const replaced = getCurrentMarkIds(store, key)
    appendDiscussed(store, { ...key, id, discussed, recordedAt: clock(), device })
    for (const superseded of replaced) appendSupersession(store, { record: id, superseded })
    return listDiscussed(store, key.workshop)
  })
}

/** The indicators that a workshop, or with null all workshops together, has discussed. Throws UNKNOWN_WORKSHOP. */
export function listDiscussed(store: ReadableStore, workshop: string | null): readonly string[] {
  if (workshop !== null) requireWorkshop(store, workshop)
  return getAllDiscussed(store, workshop).map(({ indicator }) => indicator)
}

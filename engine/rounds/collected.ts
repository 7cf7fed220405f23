import { v7 as uuidv7 } from 'uuid'
import { WorkbookError } from '../errors.ts'
import { currentVersion } from '../frameworks/versions/current-version.ts'
import {
  appendCollected,
  getAllCollected,
  getCurrentCollectedIds,
} from '../store/records/collected.ts'
import { hasIndicator } from '../store/records/frameworks.ts'
import { appendSupersession } from '../store/records/ratings.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { requireWorkshop } from '../workshops/workshops.ts'
import { listOpened } from './rounds.ts'

/** An indicator that a room wants to rate again, or does not after all. */
export interface Collecting {
  readonly workshop: string
  readonly indicator: string
  readonly collected: boolean
}

/**
 * The indicators that are collected to be rated again, in the order in which they were collected. One leaves the
 * list when it is taken off, or when the round that it was collected for, or a later one, asks for it.
 * Throws UNKNOWN_WORKSHOP.
 */
export function listCollected(store: ReadableStore, workshop: string): readonly string[] {
  requireWorkshop(store, workshop)
  const opened = listOpened(store, workshop).filter(({ round }) => round > 1)
  return getAllCollected(store, workshop)
    .filter(
      ({ indicator, round }) =>
        !opened.some(
          one =>
            one.round >= round && (one.indicators === null || one.indicators.includes(indicator)),
        ),
    )
    .map(({ indicator }) => indicator)
}

/**
 * Collects an indicator to be rated again, or takes it off the list; opens nothing. Throws UNKNOWN_WORKSHOP,
 * UNKNOWN_INDICATOR. Returns the list.
 */
export function collect(workbook: Workbook, wanted: Collecting): readonly string[] {
  const { store } = workbook
  return store.transaction(() => {
    const { workshop, indicator } = wanted
    if (!hasIndicator(store, currentVersion(store).hash, indicator)) {
      throw new WorkbookError('UNKNOWN_INDICATOR', { indicator })
    }
    const present = listCollected(store, workshop)
    if (present.includes(indicator) === wanted.collected) return present
    recordCollected(workbook, wanted)
    return listCollected(store, workshop)
  })
}

/** Takes indicators off the list that were left out when a round was opened. Call it inside a transaction. */
export function takeOff(workbook: Workbook, workshop: string, indicators: readonly string[]): void {
  for (const indicator of indicators) {
    recordCollected(workbook, { workshop, indicator, collected: false })
  }
}

function recordCollected({ store, device, clock }: Workbook, wanted: Collecting): void {
  const id = uuidv7()
  const latest = listOpened(store, wanted.workshop).at(-1)?.round ?? 1
  const replaced = getCurrentCollectedIds(store, wanted)
  appendCollected(store, { ...wanted, id, round: latest + 1, recordedAt: clock(), device })
  for (const superseded of replaced) appendSupersession(store, { record: id, superseded })
}

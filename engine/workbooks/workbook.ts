import { existsSync, statSync } from 'node:fs'
import type { Scale, ScaleLength } from '../../shared/model/scale.ts'
import type { WorkbookInfo } from '../../shared/model/workbook.ts'
import { WorkbookError } from '../errors.ts'
import type { Clock } from '../program.ts'
import type { Snapshot } from '../store/connection/snapshot.ts'
import { getAllFrameworks } from '../store/records/frameworks.ts'
import { hasHands } from '../store/records/hands.ts'
import { setScale } from '../store/records/workbook.ts'
import { hasDraftAnswers } from '../store/reports/draft-answers.ts'
import { getTotals } from '../store/reports/tallies.ts'
import type { WritableStore } from '../store/store.ts'

/** An open workbook, which every use case is given. */
export interface Workbook {
  readonly store: WritableStore
  readonly id: string
  readonly title: string
  readonly scale: Scale
  /** True when its ratings are synthetic. */
  readonly madeUp: boolean
  readonly createdAt: string
  /** The format of the file: the number of the newest step of its schema. */
  readonly formatVersion: number
  /** The installation that writes now; every record carries it. */
  readonly device: string
  readonly clock: Clock
  /** The version of the program that has it open. */
  readonly appVersion: string
  /** The folder that keeps the key by which its packages are signed. */
  readonly keyFolder?: string | undefined
  /** A view of it at this moment, which later writes do not change. */
  readonly snapshot: () => Snapshot
  /** Checkpoints the log into the file and lets go of it. */
  readonly close: () => void
}

/** A workbook in a few figures. */
export function workbookInfo(workbook: Workbook): WorkbookInfo {
  const { id, title, scale, madeUp, createdAt, device, store, formatVersion } = workbook
  return {
    id,
    title,
    scale: scale.length,
    madeUp,
    createdAt,
    device,
    formatVersion,
    frameworks: getAllFrameworks(store).map(({ hash, title, origin, indicators, loadedAt }) => ({
      hash,
      title,
      origin,
      indicators,
      loadedAt,
    })),
    ...getTotals(store),
    ...(hasHands(store) && { hasHands: true as const }),
    bytes: fileSize(store.file) + fileSize(`${store.file}-wal`),
  }
}

function fileSize(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}

/**
 * Gives a workbook another scale, as long as nobody has rated on the present one: answers are never
 * converted from one scale to another. Throws SCALE_IN_USE.
 */
export function changeScale({ store }: Workbook, scale: ScaleLength): void {
  store.transaction(() => {
    const { ratingRecords } = getTotals(store)
    if (ratingRecords > 0 || hasDraftAnswers(store) || hasHands(store))
      throw new WorkbookError('SCALE_IN_USE', { ratings: ratingRecords })
    setScale(store, scale)
  })
}

import { existsSync, statSync } from 'node:fs'
import type { WorkbookInfo } from '../../shared/model/workbook.ts'
import { getAllFrameworks } from '../store/frameworks.ts'
import { getTotals } from '../store/tallies.ts'
import type { Workbook } from './workbook.ts'

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
    bytes: sizeOf(store.file) + sizeOf(`${store.file}-wal`),
  }
}

function sizeOf(file: string): number {
  return existsSync(file) ? statSync(file).size : 0
}

import type { Framework } from '../../shared/model/framework.ts'
import { WorkbookError } from '../errors.ts'
import { type FrameworkRow, getAllIndicators, getCurrentFramework } from '../store/frameworks.ts'
import type { ReadableStore } from '../store/store.ts'

/** The framework version in use, without its indicators. A workbook always has one. */
export function currentVersion(store: ReadableStore): FrameworkRow {
  const row = getCurrentFramework(store)
  if (row) return row
  throw new WorkbookError('DAMAGED_WORKBOOK', { file: store.file, detail: 'it has no framework' })
}

/** The framework version in use, whole. */
export function currentFramework(store: ReadableStore): Framework {
  const { device: _, ...row } = currentVersion(store)
  return { ...row, indicators: [...getAllIndicators(store, row.hash)] }
}

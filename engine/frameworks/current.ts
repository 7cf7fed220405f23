import type { Framework } from '../../shared/model/framework.ts'
import { WorkbookError } from '../errors.ts'
import {
  type FrameworkRow,
  getAllCurrentFrameworks,
  getAllIndicators,
  getAllReplacements,
} from '../store/frameworks.ts'
import type { ReadableStore } from '../store/store.ts'
import { lineageOf } from './lineage.ts'

/** The framework version in use, without its indicators. A workbook always has one. */
export function currentVersion(store: ReadableStore): FrameworkRow {
  const [row] = currentVersions(store)
  if (row) return row
  throw new WorkbookError('DAMAGED_WORKBOOK', { file: store.file, detail: 'it has no framework' })
}

/**
 * Every version that none replaces, the one in use first: that with the most versions before it, then that
 * with the lowest hash. There are several when laptops that changed the framework apart come together;
 * no clock decides, so every laptop uses the same one.
 */
export function currentVersions(store: ReadableStore): readonly FrameworkRow[] {
  const rows = getAllCurrentFrameworks(store)
  if (rows.length < 2) return rows
  const { generation } = lineageOf(getAllReplacements(store))
  return rows.toSorted((a, b) => generation(b.hash) - generation(a.hash))
}

/** The framework version in use, whole. */
export function currentFramework(store: ReadableStore): Framework {
  const { device: _, ...row } = currentVersion(store)
  return { ...row, indicators: [...getAllIndicators(store, row.hash)] }
}

import type { Framework } from '../../../shared/model/framework.ts'
import { WorkbookError } from '../../errors.ts'
import { getAllFrameworkChoices } from '../../store/records/framework-choices.ts'
import {
  type FrameworkRow,
  getAllCurrentFrameworks,
  getAllFrameworkHashes,
  getAllIndicators,
  getAllReplacements,
  getFramework,
} from '../../store/records/frameworks.ts'
import type { ReadableStore } from '../../store/store.ts'
import { findInUse, type VersionsInUse } from './in-use.ts'

/** The framework version in use, without its indicators. A workbook always has one. */
export function currentVersion(store: ReadableStore): FrameworkRow {
  const [row] = currentVersions(store)
  if (row) return row
  throw new WorkbookError('DAMAGED_WORKBOOK', { file: store.file, detail: 'it has no framework' })
}

/**
 * The version in use, then those that stand beside it. There are several when laptops that changed the framework
 * apart come together and nobody has chosen; no clock decides, so every laptop uses the same one.
 */
export function currentVersions(store: ReadableStore): readonly FrameworkRow[] {
  const rows = getAllCurrentFrameworks(store)
  // Each answer asks this, and most workbooks have one version that nothing replaced.
  if (rows.length < 2 && getAllFrameworkChoices(store).length === 0) return rows
  return versionsInUse(store).current.flatMap(hash => getFramework(store, hash) ?? [])
}

/** The standing of all framework versions, by what was loaded and chosen. */
export function versionsInUse(store: ReadableStore): VersionsInUse {
  return findInUse({
    hashes: getAllFrameworkHashes(store),
    replacements: getAllReplacements(store),
    choices: getAllFrameworkChoices(store),
  })
}

/** The framework version in use, whole. */
export function currentFramework(store: ReadableStore): Framework {
  const { device: _, ...row } = currentVersion(store)
  return { ...row, indicators: [...getAllIndicators(store, row.hash)] }
}

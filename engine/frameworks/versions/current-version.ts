import type { Framework } from '../../../shared/model/framework.ts'
import { WorkbookError } from '../../errors.ts'
import {
  type FrameworkRow,
  getAllCurrentFrameworks,
  getAllIndicators,
  getAllReplacements,
} from '../../store/records/frameworks.ts'
import type { ReadableStore } from '../../store/store.ts'

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

/** That a framework version took the place of another. */
export interface Replacement {
  readonly framework: string
  readonly replaced: string
}

/** The ancestry of versions, computed from all replacements of a workbook. */
export interface Lineage {
  /** The number of versions on the longest way back to a first one; 0 for a first one. */
  readonly generation: (framework: string) => number
  /** The first version that this one goes back to; of several, the one with the lowest hash. */
  readonly first: (framework: string) => string
  /** The versions that this one replaced, in the order of their hashes. */
  readonly replaced: (framework: string) => readonly string[]
}

/** The lineage of a workbook's framework versions. A version rests on those before it, so there is no circle. */
export function lineageOf(replacements: readonly Replacement[]): Lineage {
  const before = new Map<string, string[]>()
  for (const { framework, replaced } of replacements) {
    before.set(framework, [...(before.get(framework) ?? []), replaced].toSorted())
  }
  const replaced = (framework: string): readonly string[] => before.get(framework) ?? []
  const generations = new Map<string, number>()
  const generation = (framework: string): number => {
    const known = generations.get(framework)
    if (known !== undefined) return known
    // Only a damaged file has a circle; then this ends all the same.
    generations.set(framework, 0)
    const count = Math.max(-1, ...replaced(framework).map(generation)) + 1
    generations.set(framework, count)
    return count
  }
  const firsts = new Map<string, string>()
  const first = (framework: string): string => {
    const known = firsts.get(framework)
    if (known !== undefined) return known
    firsts.set(framework, framework)
    const [lowest = framework] = replaced(framework).map(first).toSorted()
    firsts.set(framework, lowest)
    return lowest
  }
  return { generation, first, replaced }
}

import type { FrameworkVersion, VersionDifference } from '../../../shared/model/framework.ts'
import { WorkbookError } from '../../errors.ts'
import {
  getAllFrameworks,
  getAllIndicators,
  getAllOtherIndicators,
  getAllReplacements,
  getAllSplits,
} from '../../store/records/frameworks.ts'
import { countRatingsByFramework } from '../../store/reports/tallies.ts'
import type { ReadableStore } from '../../store/store.ts'
import { versionsInUse } from './current-version.ts'
import { differenceBetween, isSameFramework } from './difference.ts'
import { type Lineage, lineageOf } from './in-use.ts'
import { indicatorsOfAll } from './prepare-version.ts'

/** Every framework version, each after those that it rests on. */
export function listVersions(store: ReadableStore): readonly FrameworkVersion[] {
  const lineage = lineageOf(getAllReplacements(store))
  const {
    current: [inUse = '', ...others],
    aside,
    disputed,
  } = versionsInUse(store)
  const contested = new Set(
    [...others, ...disputed].filter(hash => !isSameText(store, hash, inUse)),
  )
  const ratings = countRatingsByFramework(store)
  return getAllFrameworks(store)
    .toSorted((a, b) => lineage.generation(a.hash) - lineage.generation(b.hash))
    .map(({ hash, title, fileName, loadedAt, indicators }, index) => ({
      hash,
      number: index + 1,
      title,
      fileName,
      loadedAt,
      indicators,
      replaced: [...lineage.replaced(hash)],
      inUse: hash === inUse,
      isAside: contested.has(hash) || aside.has(hash),
      isContested: contested.has(hash),
      counts: differenceOf(store, hash, lineage)?.counts ?? null,
      ratings: ratings.get(hash) ?? 0,
    }))
}

/** True if two versions have the same indicators in the same words, though they replace different ones. */
export function isSameText(store: ReadableStore, one: string, other: string): boolean {
  return isSameFramework(
    differenceBetween({
      before: getAllIndicators(store, one),
      after: getAllIndicators(store, other),
      splits: [],
      earlier: [],
    }),
  )
}

/** The difference between a version and those that it replaced. Throws UNKNOWN_FRAMEWORK. */
export function versionDifference(store: ReadableStore, hash: string): VersionDifference {
  if (!getAllFrameworks(store).some(framework => framework.hash === hash)) {
    throw new WorkbookError('UNKNOWN_FRAMEWORK', { framework: hash })
  }
  return (
    differenceOf(store, hash, lineageOf(getAllReplacements(store))) ??
    differenceBetween({ before: [], after: [], splits: [], earlier: [] })
  )
}

function differenceOf(
  store: ReadableStore,
  hash: string,
  { replaced, generation }: Lineage,
): VersionDifference | null {
  const parents = replaced(hash).toSorted((a, b) => generation(b) - generation(a))
  if (parents.length === 0) return null
  return differenceBetween({
    before: indicatorsOfAll(store, parents),
    after: getAllIndicators(store, hash),
    splits: getAllSplits(store, hash),
    earlier: getAllOtherIndicators(store, [...parents, hash]),
  })
}

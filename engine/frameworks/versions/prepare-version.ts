import type { Indicator, VersionDifference } from '../../../shared/model/framework.ts'
import {
  getAllIndicators,
  getAllOtherIndicators,
  getAllReplacements,
  type Split,
} from '../../store/records/frameworks.ts'
import type { ReadableStore } from '../../store/store.ts'
import { versionsInUse } from './current-version.ts'
import { differenceBetween } from './difference.ts'
import { hashVersion, laterIndicatorId } from './hash.ts'
import { lineageOf } from './in-use.ts'
import type { KnownIndicator, Match } from './match-indicators.ts'

/** The versions and indicators that a new version is compared with: those in use, and all before them. */
export interface KnownFramework {
  /** The hashes of the version in use, and of those beside it that a new one replaces too. */
  readonly current: readonly string[]
  /** The first version that the one in use goes back to. */
  readonly first: string
  /** The indicators in use, in order. */
  readonly inUse: readonly Indicator[]
  /** Those that only other versions have. */
  readonly earlier: readonly Indicator[]
}

/** A version that is ready to be stored. */
export interface PreparedVersion {
  readonly hash: string
  readonly indicators: readonly Indicator[]
  readonly splits: readonly Split[]
  readonly supersedes: readonly string[]
  readonly difference: VersionDifference
}

/** All that the workbook knows of its framework. */
export function knownFramework(store: ReadableStore): KnownFramework {
  const { current } = versionsInUse(store)
  const [inUse = ''] = current
  return {
    current,
    first: lineageOf(getAllReplacements(store)).first(inUse),
    inUse: indicatorsOfAll(store, current),
    earlier: getAllOtherIndicators(store, current),
  }
}

/** The indicators of these versions, each once: those of the first one, then what only the others have. */
export function indicatorsOfAll(
  store: ReadableStore,
  hashes: readonly string[],
): readonly Indicator[] {
  const found = new Map<string, Indicator>()
  for (const hash of hashes) {
    for (const indicator of getAllIndicators(store, hash)) {
      if (!found.has(indicator.id)) found.set(indicator.id, indicator)
    }
  }
  return [...found.values()]
}

/** Every known indicator, to be matched with those of a changed framework. */
export const knownIndicators = ({ inUse, earlier }: KnownFramework): readonly KnownIndicator[] => [
  ...inUse.map(indicator => ({ ...indicator, inUse: true })),
  ...earlier.map(indicator => ({ ...indicator, inUse: false })),
]

/** The version that these matches make, with its identity. The same matches give the same on every laptop. */
export function prepareVersion(known: KnownFramework, matches: readonly Match[]): PreparedVersion {
  const isTaken = new Set([...known.inUse, ...known.earlier].map(({ id }) => id))
  const splits: Split[] = []
  const indicators = matches.map(({ text, same, splitFrom }) => {
    const id = same?.id ?? freeId(known.first, text, isTaken)
    isTaken.add(id)
    if (splitFrom) splits.push({ indicator: id, origin: splitFrom.id })
    return { ...text, id }
  })
  const supersedes = known.current
  return {
    hash: hashVersion({ indicators, splits, supersedes }),
    indicators,
    splits,
    supersedes,
    difference: differenceBetween({
      before: known.inUse,
      after: indicators,
      splits,
      earlier: known.earlier,
    }),
  }
}

function freeId(first: string, text: Match['text'], isTaken: ReadonlySet<string>): string {
  for (let attempt = 0; ; attempt++) {
    const id = laterIndicatorId(first, text, attempt)
    if (!isTaken.has(id)) return id
  }
}

import type { Indicator } from '../../shared/model/framework.ts'
import { currentVersion } from '../frameworks/current.ts'
import type { AnswersScope, Person } from '../store/answers.ts'
import {
  countFrameworks,
  getAllFrameworks,
  getAllIndicators,
  getAllOtherIndicators,
} from '../store/frameworks.ts'
import type { ReadableStore } from '../store/store.ts'
import { getLikelyVersion, tallyOtherVersions } from '../store/version-tallies.ts'
import { type FindSeen, seenVersions } from './seen-versions.ts'

/** An indicator that results are about. */
export interface RatedIndicator {
  readonly indicator: Indicator
  /** Whether it is no longer in the framework; then it is in its latest words. */
  readonly retired: boolean
}

/** The indicators in use, then those that are retired and have answers all the same. */
export function ratedIndicators(
  store: ReadableStore,
  hasAnswers: (indicator: string) => boolean,
): readonly RatedIndicator[] {
  const { hash } = currentVersion(store)
  const inUse = getAllIndicators(store, hash)
  const retired = countFrameworks(store) === 1 ? [] : getAllOtherIndicators(store, [hash])
  return [
    ...inUse.map(indicator => ({ indicator, retired: false })),
    ...retired.filter(({ id }) => hasAnswers(id)).map(indicator => ({ indicator, retired: true })),
  ]
}

/** Finds what answers in scope saw. Most workbooks have one version, of which nothing needs to be counted. */
export function findSeenVersions(
  store: ReadableStore,
  people: readonly Person[],
  scope: AnswersScope,
): FindSeen {
  const hashes = getAllFrameworks(store).map(({ hash }) => hash)
  const [only = ''] = hashes
  const main = hashes.length === 1 ? only : (getLikelyVersion(store) ?? only)
  const others = hashes.length === 1 ? [] : tallyOtherVersions(store, people, main, scope)
  const rated = new Set([main, ...others.map(({ framework }) => framework)])
  const versions = hashes
    .filter(hash => rated.has(hash))
    .map(hash => ({ hash, indicators: getAllIndicators(store, hash) }))
  return seenVersions(versions, main, others)
}

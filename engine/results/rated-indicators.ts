import type { Indicator } from '../../shared/model/framework.ts'
import type { SeenVersion } from '../../shared/model/results.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { currentVersion } from '../frameworks/current.ts'
import { type AnswersScope, isLevel, type Person, readAnswers } from '../store/answers.ts'
import {
  countFrameworks,
  getAllFrameworks,
  getAllIndicators,
  getAllOtherIndicators,
} from '../store/frameworks.ts'
import type { ReadableStore } from '../store/store.ts'
import { seenVersions } from './seen-versions.ts'

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

/** Says which versions the answers to an indicator saw, of which so many are levels. */
export type FindSeen = (
  indicator: Indicator,
  n: Readonly<Record<Criterion, number>>,
) => SeenVersion[]

/** Finds what answers in scope saw. Most workbooks have one version, of which nothing needs to be counted. */
export function findSeenVersions(
  store: ReadableStore,
  people: readonly Person[],
  scope: AnswersScope,
): FindSeen {
  const hashes = getAllFrameworks(store).map(({ hash }) => hash)
  const [only = ''] = hashes
  if (hashes.length === 1) {
    return ({ title }, n) =>
      n.usefulness + n.usability === 0 ? [] : [{ framework: only, title, sameWords: true, ...n }]
  }
  const versions = hashes.map(hash => ({ hash, indicators: getAllIndicators(store, hash) }))
  const tallies = hashes.flatMap(framework =>
    readAnswers(store, people, { ...scope, framework }).map(({ indicator, criterion, codes }) => ({
      indicator,
      criterion,
      framework,
      count: codes.filter(isLevel).length,
    })),
  )
  return seenVersions(versions, tallies)
}

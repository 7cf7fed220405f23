import type { Indicator } from '../../shared/model/framework.ts'
import type { SeenVersion } from '../../shared/model/results.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { getAllFrameworks, getAllIndicators } from '../store/records/frameworks.ts'
import type { AnswersScope } from '../store/reports/answers.ts'
import { getLikelyVersion, tallyOtherVersions } from '../store/reports/tallies.ts'
import type { ReadableStore } from '../store/store.ts'
import type { AskedInRound, RatedIndicator } from './asked.ts'
import type { RatingBasis } from './rating-basis.ts'

/** The indicators that a round asked for, then others that have answers all the same. */
export function ratedIndicators(
  { indicators, others }: AskedInRound,
  hasAnswers: (indicator: string) => boolean,
): readonly RatedIndicator[] {
  return [...indicators, ...others.filter(({ indicator: { id } }) => hasAnswers(id))]
}

/** Finds what answers in scope saw. Most workbooks have one version, of which nothing needs to be counted. */
export function findSeenVersions(
  store: ReadableStore,
  { people, hands }: Pick<RatingBasis, 'people' | 'hands'>,
  scope: AnswersScope,
): FindSeen {
  const hashes = getAllFrameworks(store).map(({ hash }) => hash)
  const [only = ''] = hashes
  const main = hashes.length === 1 ? only : (getLikelyVersion(store) ?? only)
  const others =
    hashes.length === 1
      ? []
      : [
          ...tallyOtherVersions(store, people, main, scope),
          ...hands.shown
            .filter(({ framework }) => framework !== main)
            .map(({ distribution, ...shown }) => ({ ...shown, count: distribution.hands ?? 0 })),
        ]
  const rated = new Set([main, ...others.map(({ framework }) => framework)])
  const versions = hashes
    .filter(hash => rated.has(hash))
    .map(hash => ({ hash, indicators: getAllIndicators(store, hash) }))
  return seenVersions(versions, main, others)
}

/** The number of answers to one criterion of an indicator that were given to one version's words. */
interface Seen {
  readonly indicator: string
  readonly criterion: Criterion
  readonly framework: string
  readonly count: number
}

/** The indicators of a framework version. */
export interface VersionWords {
  readonly hash: string
  readonly indicators: readonly Indicator[]
}

/** The words that a person has before them when they rate. */
const wordsOf = ({ title, definition, easyRead }: Indicator): string =>
  JSON.stringify([title, definition, easyRead])

/** Says which versions the answers to an indicator saw, of which so many are levels. */
export type FindSeen = (
  indicator: Indicator,
  n: Readonly<Record<Criterion, number>>,
) => SeenVersion[]

/**
 * The versions in whose words an indicator was rated, in the order of `versions`; versions without answers are
 * left out. `others` are the answers to any version but `main`, to which all the rest of n were given. The
 * indicator is given in the words by which it is listed.
 */
function seenVersions(
  versions: readonly VersionWords[],
  main: string,
  others: readonly Seen[],
): FindSeen {
  const ofOthers = new Map<string, number>()
  for (const tally of others) {
    ofOthers.set(keyOf(tally), (ofOthers.get(keyOf(tally)) ?? 0) + tally.count)
  }
  const words = versions.map(({ hash, indicators }) => ({
    hash,
    byId: new Map(indicators.map(indicator => [indicator.id, indicator])),
  }))
  const countOthers = (indicator: string, criterion: Criterion, framework: string): number =>
    ofOthers.get(keyOf({ indicator, criterion, framework })) ?? 0
  return (now, n) => {
    const countOf = (criterion: Criterion, hash: string): number => {
      if (hash !== main) return countOthers(now.id, criterion, hash)
      const elsewhere = words.map(version => countOthers(now.id, criterion, version.hash))
      return n[criterion] - elsewhere.reduce((sum, count) => sum + count, 0)
    }
    return words.flatMap(({ hash, byId }) => {
      const then = byId.get(now.id)
      const usefulness = countOf('usefulness', hash)
      const usability = countOf('usability', hash)
      if (!then || usefulness + usability === 0) return []
      const sameWords = wordsOf(then) === wordsOf(now)
      return [{ framework: hash, title: then.title, sameWords, usefulness, usability }]
    })
  }
}

const keyOf = ({ indicator, criterion, framework }: Omit<Seen, 'count'>): string =>
  `${indicator} ${criterion} ${framework}`

import type { Indicator } from '../../shared/model/framework.ts'
import type { SeenVersion } from '../../shared/model/results.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'

/** How many answers to one criterion of an indicator were given to the words of one version. */
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

/**
 * Which versions the answers to an indicator saw, in the order of `versions`; those that none of them saw are
 * left out. `now` is the indicator in the words by which it is listed.
 */
export function seenVersions(
  versions: readonly VersionWords[],
  tallies: readonly Seen[],
): (now: Indicator) => SeenVersion[] {
  const counts = new Map(tallies.map(tally => [keyOf(tally), tally.count]))
  const words = versions.map(({ hash, indicators }) => ({
    hash,
    byId: new Map(indicators.map(indicator => [indicator.id, indicator])),
  }))
  return now =>
    words.flatMap(({ hash, byId }) => {
      const then = byId.get(now.id)
      const count = (criterion: Criterion): number =>
        counts.get(keyOf({ indicator: now.id, criterion, framework: hash })) ?? 0
      const seen = { usefulness: count('usefulness'), usability: count('usability') }
      if (!then || seen.usefulness + seen.usability === 0) return []
      const sameWords = wordsOf(then) === wordsOf(now)
      return [{ framework: hash, title: then.title, sameWords, ...seen }]
    })
}

const keyOf = ({ indicator, criterion, framework }: Omit<Seen, 'count'>): string =>
  `${indicator} ${criterion} ${framework}`

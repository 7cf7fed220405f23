import { isInUse, type Results, type ResultsScope } from '../../shared/model/results.ts'
import { getChangeMark } from '../store/connection/snapshot.ts'
import type { Answers } from '../store/reports/answers.ts'
import type { Workbook } from '../workbooks/workbook.ts'
import { indicatorResult, resultsFrom } from './consolidate.ts'
import { findAmong, findHandsAmong } from './criterion-result.ts'
import { findSeenVersions } from './rated-indicators.ts'
import {
  answersInScope,
  answersScope,
  askedIn,
  asOnScreen,
  type RatingBasis,
  ratingBasis,
} from './rating-basis.ts'
import { findStability } from './stability.ts'

/** Results that are kept while ratings come in, and computed anew only where one came in. */
export interface LiveResults {
  /** The results of a scope, always those of the workbook as it is now. Throws as `consolidate` does. */
  readonly read: (workbook: Workbook, scope: ResultsScope) => Results
  /**
   * Does what changes nothing but the answers to one indicator, as recording a rating does. `isRatingAlone` tells of
   * what was done if it did more.
   */
  readonly whileRating: <T>(
    workbook: Workbook,
    indicator: string,
    work: () => T,
    isRatingAlone?: (done: T) => boolean,
  ) => T
}

interface Kept {
  /** The workbook's change mark at which the results were right, but for `stale`. */
  mark: string
  /** The indicators whose answers have changed since. */
  readonly stale: Set<string>
  readonly basis: RatingBasis
  answers: readonly Answers[]
  results: Results
}

/** The number of scopes of a workbook that are kept: those on the screens of a room. */
const MOST_SCOPES = 6

/**
 * Keeps the last results of each open workbook, with what is said in open turns. Anything but a rating that came
 * in through `whileRating` moves the change mark, and then everything is computed from the start.
 */
export function createLiveResults(): LiveResults {
  const workbooks = new WeakMap<Workbook, Map<string, Kept>>()
  const scopesOf = (workbook: Workbook): Map<string, Kept> => {
    const scopes = workbooks.get(workbook) ?? new Map<string, Kept>()
    workbooks.set(workbook, scopes)
    return scopes
  }
  return {
    read: (workbook, scope) => {
      const scopes = scopesOf(workbook)
      const name = JSON.stringify(scope)
      const mark = getChangeMark(workbook.store)
      const known = scopes.get(name)
      const kept = known?.mark === mark && refresh(workbook, scope, known) ? known : null
      const current = kept ?? compute(workbook, scope, mark)
      scopes.delete(name)
      scopes.set(name, current)
      const [oldest] = scopes.keys()
      if (scopes.size > MOST_SCOPES && oldest !== undefined) scopes.delete(oldest)
      return current.results
    },
    whileRating: (workbook, indicator, work, isRatingAlone = () => true) => {
      // Mostly nobody looks at results while people rate.
      if (scopesOf(workbook).size === 0) return work()
      const before = getChangeMark(workbook.store)
      const done = work()
      if (!isRatingAlone(done)) return done
      const after = getChangeMark(workbook.store)
      for (const kept of scopesOf(workbook).values()) {
        if (kept.mark !== before) continue
        kept.mark = after
        kept.stale.add(indicator)
      }
      return done
    },
  }
}

function compute(open: Workbook, scope: ResultsScope, mark: string): Kept {
  const workbook = asOnScreen(open)
  const basis = ratingBasis(workbook, scope)
  const answers = answersInScope(workbook, basis, scope)
  const results = resultsFrom(workbook, basis, scope, answers)
  return { mark, stale: new Set(), basis, answers, results }
}

/** Computes the stale indicators anew; false where which indicators are listed, or who was asked, may have changed. */
function refresh(workbook: Workbook, scope: ResultsScope, kept: Kept): boolean {
  if (kept.stale.size === 0) return true
  const asked = askedIn(asOnScreen(workbook), kept.basis.people, scope.round)
  if (asked.mark !== kept.basis.asked.mark) return false
  for (const id of kept.stale) {
    const listed = kept.results.indicators.find(indicator => indicator.id === id)
    if (!listed || !isInUse(listed)) return false
    refreshIndicator(workbook, scope, kept, id)
  }
  kept.stale.clear()
  return true
}

function refreshIndicator(open: Workbook, scope: ResultsScope, kept: Kept, id: string): void {
  const workbook = asOnScreen(open)
  const { basis } = kept
  const rated = basis.asked.indicators.find(({ indicator }) => indicator.id === id)
  if (!rated) return
  const answers = answersInScope(workbook, basis, scope, id)
  kept.answers = [...kept.answers.filter(one => one.indicator !== id), ...answers]
  const seen = findSeenVersions(workbook.store, basis, {
    ...answersScope(workbook, scope),
    indicator: id,
  })
  const find = findAmong(answers)
  const stability = findStability(workbook, basis, scope)
  const findHands = findHandsAmong(basis.hands.shown)
  const fresh = indicatorResult(rated, { find, seen, stability, findHands }, basis)
  const keys = kept.answers.reduce((sum, { conflicts }) => sum + conflicts, 0)
  kept.results = {
    ...kept.results,
    conflicts: { ...kept.results.conflicts, keys },
    indicators: kept.results.indicators.map(one => (one.id === id ? fresh : one)),
  }
}

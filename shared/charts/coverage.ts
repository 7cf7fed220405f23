import type { Results } from '../model/results.ts'
import { CRITERIA } from '../model/vocabulary.ts'

/** How many of the possible answers there are, and of which kind. */
export interface Coverage {
  /** People x indicators x two questions. */
  readonly possible: number
  readonly levels: number
  readonly dontKnow: number
  readonly notApplicable: number
  readonly missing: number
}

/** Adds up what became of every question to every person about these indicators. */
export function coverageOf(indicators: Results['indicators']): Coverage {
  const results = indicators.flatMap(({ criteria }) => CRITERIA.map(each => criteria[each]))
  const sum = (count: (result: (typeof results)[number]) => number) =>
    results.reduce((total, result) => total + count(result), 0)
  const parts = {
    levels: sum(({ n }) => n),
    dontKnow: sum(({ dontKnow }) => dontKnow),
    notApplicable: sum(({ notApplicable }) => notApplicable),
    missing: sum(({ missing }) => missing),
  }
  const { levels, dontKnow, notApplicable, missing } = parts
  return { ...parts, possible: levels + dontKnow + notApplicable + missing }
}

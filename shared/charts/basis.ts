import { CHART_WORDS } from '../messages/charts.ts'
import type { Results } from '../model/results.ts'
import { CRITERIA } from '../model/vocabulary.ts'
import type { ChartMaterial } from './chart.ts'

/** The basis of figures in words: the number of people and groups, the round, and the wording they saw. */
export function basisWords({
  results,
  levelsOnly = false,
  words = CHART_WORDS,
}: ChartMaterial): string {
  const { participants, groups, round, wording } = results
  const present = Object.entries(groups).flatMap(([group, size]) => (size > 0 ? [group] : []))
  return words.basis({ participants, groups: present, round, wording, levelsOnly })
}

/** The number of possible answers, of those given by kind, and of missing ones. */
export interface Coverage {
  /** The questions that people were asked: each person's indicators, twice. */
  readonly possible: number
  readonly levels: number
  readonly dontKnow: number
  readonly notApplicable: number
  readonly missing: number
}

/** Counts the answers of everyone who was asked to every question about these indicators. */
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

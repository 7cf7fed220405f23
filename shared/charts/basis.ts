import { counted, formatCount } from '../messages/figures.ts'
import { WORDING_WORDS } from '../messages/results.ts'
import type { Results } from '../model/results.ts'
import { CRITERIA } from '../model/vocabulary.ts'
import type { ChartMaterial } from './chart.ts'

/** The basis of figures in words: the number of people and groups, the round, and the wording they saw. */
export function basisWords({ results, levelsOnly = false }: ChartMaterial): string {
  const { participants, groups, round, wording } = results
  const people = levelsOnly
    ? `${formatCount(participants)} or more participants`
    : counted(participants, 'participant', 'participants')
  const present = Object.entries(groups).filter(([, size]) => size > 0)
  const [only] = present
  const who =
    present.length === 1 && only
      ? `${people}, all ${only[0]}`
      : `${people}${levelsOnly && present.length === 0 ? '' : ` in ${present.length} groups`}`
  const shown = wording === null ? '' : `; shown ${WORDING_WORDS[wording].toLowerCase()} only`
  return `n = ${who}; round ${round}${shown}`
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

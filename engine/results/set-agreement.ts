import type {
  IndicatorResult,
  Results,
  ResultsScope,
  ResultsWithAgreement,
  SetAgreement,
} from '../../shared/model/results.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { getAllCompleteAnswers } from '../store/complete-answers.ts'
import { getAllWorkshops } from '../store/workshops.ts'
import { consolidate, type RatedWorkbook } from './consolidate.ts'
import { type Counts, sumCounts, total } from './counts.ts'
import { kendallW } from './kendall.ts'
import { interval, krippendorffAlpha, nominal, ordinal, pairableUnits } from './krippendorff.ts'

/**
 * Consolidates, and measures how far people agree over all indicators. That takes a second pass over
 * the ratings, as W asks how each person ordered the indicators. Throws as `consolidate` does.
 */
export function consolidateWithAgreement(
  workbook: RatedWorkbook,
  scope: ResultsScope,
): ResultsWithAgreement {
  const { store } = workbook
  const results = consolidate(workbook, scope)
  const rows = getAllCompleteAnswers(store, {
    round: results.round,
    workshops: scope.workshops ?? getAllWorkshops(store).map(({ id }) => id),
    groups: Object.keys(results.groups),
    indicators: inUse(results).map(({ id }) => id),
  })
  const on = (criterion: Criterion) => agreementOn(criterion, results, rows[criterion])
  return { ...results, agreement: { usefulness: on('usefulness'), usability: on('usability') } }
}

/** Nobody who came later could rate a retired indicator, so it says nothing of how all agree. */
const inUse = ({ indicators }: Results): readonly IndicatorResult[] =>
  indicators.filter(({ retired }) => !retired)

function agreementOn(
  criterion: Criterion,
  results: Results,
  rows: readonly (readonly number[])[],
): SetAgreement {
  const units = inUse(results).map(result => countsOf(result, criterion))
  const pairable = pairableUnits(units)
  return {
    n: total(sumCounts(pairable)),
    indicators: pairable.length,
    alphaNominal: krippendorffAlpha(units, nominal),
    alphaOrdinal: krippendorffAlpha(units, ordinal),
    alphaInterval: krippendorffAlpha(units, interval),
    kendallW: kendallW(rows),
    kendallN: rows.length,
  }
}

function countsOf({ criteria }: IndicatorResult, criterion: Criterion): Counts {
  const { counts } = criteria[criterion]
  return Object.keys(counts)
    .toSorted((a, b) => Number(a) - Number(b))
    .map(level => counts[level] ?? 0)
}

import type {
  ResultsScope,
  ResultsWithAgreement,
  SetAgreement,
} from '../../shared/model/results.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { ANSWER_CODES, type Answers, isLevel } from '../store/answers.ts'
import { resultsFrom } from './consolidate.ts'
import { type Counts, sumCounts, total } from './counts.ts'
import { kendallW } from './kendall.ts'
import { interval, krippendorffAlpha, nominal, ordinal, pairableUnits } from './krippendorff.ts'
import { answersInScope, type RatedWorkbook, ratingBasis } from './rating-basis.ts'

/**
 * Consolidates, and measures how far people agree over all indicators. Throws as `consolidate` does.
 */
export function consolidateWithAgreement(
  workbook: RatedWorkbook,
  scope: ResultsScope,
): ResultsWithAgreement {
  const basis = ratingBasis(workbook, scope)
  const answers = answersInScope(workbook, basis, scope)
  const results = resultsFrom(workbook, basis, scope, answers)
  // Nobody who came later could rate a retired indicator, so it says nothing of how all agree.
  const inUse = results.indicators.filter(({ retired }) => !retired)
  const known = new Set(inUse.map(({ id }) => id))
  const asked = answers.filter(({ indicator }) => known.has(indicator))
  return {
    ...results,
    agreement: {
      usefulness: agreementOn('usefulness', asked, basis.levels),
      usability: agreementOn('usability', asked, basis.levels),
    },
  }
}

function agreementOn(
  criterion: Criterion,
  answers: readonly Answers[],
  levels: number,
): SetAgreement {
  const rated = answers.filter(one => one.criterion === criterion)
  const units = rated.map(({ codes }) => levelCounts(codes, levels))
  const pairable = pairableUnits(units)
  const rows = completeRows(rated.filter((_, index) => total(units[index] ?? []) > 0))
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

function levelCounts(codes: Uint8Array, levels: number): Counts {
  const counts = new Array<number>(levels).fill(0)
  for (const code of codes) {
    if (isLevel(code)) counts[code - 1] = (counts[code - 1] ?? 0) + 1
  }
  return counts
}

/** The levels of each person who chose one for every indicator that anybody did, in one order. */
function completeRows(rated: readonly Answers[]): readonly (readonly number[])[] {
  const people = rated[0]?.codes.length ?? 0
  const rows: (readonly number[])[] = []
  for (let number = 0; number < people; number++) {
    const row = rated.map(({ codes }) => codes[number] ?? ANSWER_CODES.none)
    if (row.every(isLevel)) rows.push(row)
  }
  return rows
}

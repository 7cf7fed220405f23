import type {
  IndicatorResult,
  Results,
  ResultsScope,
  ResultsWithAgreement,
  SetAgreement,
} from '../../shared/model/results.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { countWithdrawnPeople } from '../store/records/withdrawals.ts'
import { ANSWER_CODES, type Answers, isAnswer, isLevel } from '../store/reports/answers.ts'
import type { RatedIndicator } from './asked.ts'
import {
  countByPart,
  criterionResult,
  type FindAnswers,
  type FindHands,
  findAmong,
  findHandsAmong,
  withHands,
} from './criterion-result.ts'
import {
  interval,
  kendallW,
  krippendorffAlpha,
  nominal,
  ordinal,
  pairableUnits,
} from './figures/agreement-statistics.ts'
import { type Counts, sumCounts, total } from './figures/descriptive-statistics.ts'
import { priorityOf } from './figures/verdict.ts'
import { peopleInRooms } from './hands-in-scope.ts'
import { type FindSeen, findSeenVersions, ratedIndicators } from './rated-indicators.ts'
import {
  answersInScope,
  answersScope,
  type RatedWorkbook,
  type RatingBasis,
  ratingBasis,
} from './rating-basis.ts'
import { type FindStability, findStability, withStability } from './stability.ts'

/**
 * Consolidates the current ratings in scope. Throws UNKNOWN_WORKSHOP, and RULE_OFF_SCALE for a rule
 * that is not for the workbook's scale.
 */
export function consolidate(workbook: RatedWorkbook, scope: ResultsScope): Results {
  const basis = ratingBasis(workbook, scope)
  return resultsFrom(workbook, basis, scope, answersInScope(workbook, basis, scope))
}

/** The results of a scope, from the answers in it. */
export function resultsFrom(
  workbook: RatedWorkbook,
  basis: RatingBasis,
  scope: ResultsScope,
  answers: readonly Answers[],
): Results {
  const { store } = workbook
  const { rule, judging, levels, people, sizes, asked, hands } = basis
  const find = findAmong(answers)
  const findHands = findHandsAmong(hands.shown)
  const answered = new Set(
    [...answers.filter(({ codes }) => codes.some(isAnswer)), ...hands.shown].map(
      ({ indicator }) => indicator,
    ),
  )
  const seen = findSeenVersions(store, basis, answersScope(workbook, scope))
  const stability = findStability(workbook, basis, scope)
  const inRooms = [...peopleInRooms(hands).values()].reduce((sum, count) => sum + count, 0)
  return {
    quantile: judging.quantile,
    rule: rule.name,
    ruleUsed: rule,
    round: scope.round,
    wording: scope.wording ?? null,
    participants: people.filter((_, number) => asked.isIn(number)).length + inRooms,
    groups: Object.fromEntries(sizes),
    levels,
    withdrawn: countWithdrawnPeople(store),
    conflicts: {
      counted: scope.conflicts ?? 'left out',
      keys: answers.reduce((sum, { conflicts }) => sum + conflicts, 0),
    },
    ...(hands.shown.length > 0 && { hands: { people: inRooms, conflicts: hands.conflicts } }),
    indicators: ratedIndicators(asked, id => answered.has(id)).map(rated =>
      indicatorResult(rated, { find, seen, stability, findHands }, basis),
    ),
  }
}

/** The ways to what the results of an indicator are made of. */
interface FindParts {
  readonly find: FindAnswers
  readonly findHands: FindHands
  readonly seen: FindSeen
  readonly stability: FindStability
}

/** The results of one indicator. */
export function indicatorResult(
  { indicator, framework, retired, otherVersion }: RatedIndicator,
  { find, seen, stability, findHands }: FindParts,
  { judging, levels, people, sizes, asked }: RatingBasis,
): IndicatorResult {
  const { id, code, title, section } = indicator
  const wasAsked = asked.whoWasAsked(id)
  const on = (criterion: Criterion) => {
    const answers = find(id, criterion)
    const counts = countByPart(answers, people, { levels, wasAsked }, ({ group }) => group)
    return withStability(
      criterionResult(
        withHands(counts, findHands(id, criterion), ({ group }) => group),
        { sizes, levels, judging },
      ),
      stability({ indicator: id, criterion }, answers),
    )
  }
  const [usefulness, usability] = [on('usefulness'), on('usability')]
  return {
    id,
    code,
    title,
    section,
    framework,
    retired,
    otherVersion,
    seen: seen(indicator, { usefulness: usefulness.n, usability: usability.n }),
    criteria: { usefulness, usability },
    priority: priorityOf(usefulness, usability),
  }
}

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
  return {
    ...results,
    agreement: {
      usefulness: agreementOn('usefulness', answers, basis.levels),
      usability: agreementOn('usability', answers, basis.levels),
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
  const rows = completeRows(rated.filter((_, index) => total(units[index] ?? []) > 0))
  return setAgreement(units, rows)
}

/**
 * The agreement over a set of indicators: alpha from the counts of each, and Kendall's W from the rows of those who
 * answered all; null where there are too few.
 */
export function setAgreement(
  units: readonly Counts[],
  rows: readonly (readonly number[])[],
): SetAgreement {
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

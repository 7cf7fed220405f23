import { consolidateWithAgreement } from '../../../../engine/results/consolidate.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import type {
  JudgedSummary,
  ResultsScope,
  StabilityFound,
} from '../../../../shared/model/results.ts'
import { CRITERIA } from '../../../../shared/model/vocabulary.ts'

type Row = Readonly<Record<string, unknown>>

/** Every number of some results, by what it is of. */
export type Numbers = Readonly<Record<string, unknown>>

const FIGURES = {
  ...{ n: 'n', dontKnow: 'dont_know', notApplicable: 'not_applicable', missing: 'missing' },
  ...{ asked: 'asked', mean: 'mean', sd: 'sd', median: 'median', q1: 'q1', q3: 'q3', iqr: 'iqr' },
  ...{ p30: 'p30', p70: 'p70', meanAbsoluteDeviation: 'mean_absolute_deviation' },
  ...{ favourable: 'favourable', unfavourable: 'unfavourable', agreementA: 'agreement_a' },
  ...{ verdict: 'verdict', changesToFlip: 'changes_to_flip' },
} as const satisfies Partial<Record<keyof JudgedSummary, string>>

const STABILITY = {
  ...{ since: 'since_round', paired: 'paired', near: 'moved_within' },
  ...{ medianChange: 'median_change', iqrChange: 'iqr_change' },
} as const satisfies Partial<Record<keyof StabilityFound, string>>

const EQUAL = ['mean', 'sd', 'median', 'q1', 'q3', 'iqr', 'favourable', 'unfavourable'] as const

/** The queries by which an engine gives every number, with the columns that say what it is of. */
export const NUMBER_QUERIES = {
  figures: `SELECT f.*, a.agreement_a, v.verdict, c.changes_to_flip FROM figures AS f
    LEFT JOIN agreement_a AS a ON a.round = f.round AND a.indicator = f.indicator
      AND a.criterion = f.criterion AND a.part = f.part
    LEFT JOIN verdicts AS v ON v.round = f.round AND v.indicator = f.indicator
      AND v.criterion = f.criterion AND v.part = f.part
    LEFT JOIN changes_to_flip AS c ON c.round = f.round AND c.indicator = f.indicator
      AND c.criterion = f.criterion AND c.part = f.part`,
  equal: 'SELECT e.* FROM equal_groups AS e',
  priorities: 'SELECT * FROM priorities',
  stability: 'SELECT * FROM stability',
  alphas: 'SELECT * FROM alphas',
  kendall: 'SELECT * FROM kendall',
} as const

const rounded = (value: unknown): unknown => {
  if (value === null || value === undefined) return null
  const number = Number(value)
  return typeof value === 'string' && Number.isNaN(number)
    ? value
    : Math.round(number * 1e8) / 1e8 + 0
}

/** The numbers of a workbook in these rounds, as the program gives them. */
export function numbersOf(
  workbook: Workbook,
  rounds: readonly number[],
  scope: Pick<ResultsScope, 'rule' | 'quantile'>,
): Numbers {
  const told: Record<string, unknown> = {}
  for (const round of rounds) {
    const results = consolidateWithAgreement(workbook, { ...scope, round })
    for (const { id, criteria, priority } of results.indicators) {
      if (priority !== null) told[`${round} ${id} priority`] = priority
      for (const criterion of CRITERIA) {
        const { groups, equalGroups, ...everyone } = criteria[criterion]
        const place = `${round} ${id} ${criterion}`
        const parts: readonly (readonly [string, number, JudgedSummary])[] = [
          ['', results.participants, everyone],
          ...Object.entries(groups).map(
            ([group, summary]) => [group, results.groups[group] ?? 0, summary] as const,
          ),
        ]
        for (const [part, participants, summary] of parts) {
          if (summary.n + summary.dontKnow + summary.notApplicable === 0) continue
          told[`${place} ${part} participants`] = participants
          for (const name of Object.keys(FIGURES) as (keyof typeof FIGURES)[]) {
            told[`${place} ${part} ${FIGURES[name]}`] = rounded(summary[name])
          }
          const { stability } = summary
          if (!stability) continue
          told[`${place} ${part} stable`] = stability.stable
          for (const name of Object.keys(STABILITY) as (keyof typeof STABILITY)[]) {
            told[`${place} ${part} ${STABILITY[name]}`] = rounded(stability[name])
          }
        }
        if (equalGroups.groups === 0) continue
        for (const name of EQUAL) told[`${place} equal ${name}`] = rounded(equalGroups[name])
      }
    }
    for (const criterion of CRITERIA) {
      const { alphaNominal, alphaOrdinal, alphaInterval, kendallW, kendallN } =
        results.agreement[criterion]
      const place = `${round} ${criterion}`
      for (const [kind, alpha] of Object.entries({
        nominal: alphaNominal,
        ordinal: alphaOrdinal,
        interval: alphaInterval,
      })) {
        if (alpha !== null) told[`${place} ${kind}`] = rounded(alpha)
      }
      if (kendallN > 0) told[`${place} kendall`] = [kendallN, rounded(kendallW)]
    }
  }
  return told
}

/** The same numbers from the rows of `NUMBER_QUERIES`. */
export function numbersFrom(
  rows: Readonly<Record<keyof typeof NUMBER_QUERIES, readonly Row[]>>,
): Numbers {
  const told: Record<string, unknown> = {}
  for (const row of rows.figures) {
    const place = `${row.round} ${row.indicator} ${row.criterion} ${row.part}`
    if (Number(row.n) + Number(row.dont_know) + Number(row.not_applicable) === 0) continue
    for (const name of ['participants', ...Object.values(FIGURES)]) {
      told[`${place} ${name}`] = rounded(row[name])
    }
  }
  for (const row of rows.stability) {
    const place = `${row.round} ${row.indicator} ${row.criterion} ${row.part}`
    told[`${place} stable`] = row.stable
    for (const name of Object.values(STABILITY)) told[`${place} ${name}`] = rounded(row[name])
  }
  for (const row of rows.equal) {
    const place = `${row.round} ${row.indicator} ${row.criterion} equal`
    for (const name of EQUAL) told[`${place} ${name}`] = rounded(row[`equal_${name}`])
  }
  for (const row of rows.priorities) told[`${row.round} ${row.indicator} priority`] = row.priority
  for (const { round, criterion, kind, alpha } of rows.alphas) {
    if (alpha !== null) told[`${round} ${criterion} ${kind}`] = rounded(alpha)
  }
  for (const { round, criterion, kendall_n: n, kendall_w: w } of rows.kendall) {
    told[`${round} ${criterion} kendall`] = [Number(n), rounded(w)]
  }
  return told
}

import { assertNever } from '../../../shared/assert-never.ts'
import { QUERY_WORDS } from '../../../shared/messages/data-package.ts'
import type { Stability } from '../../../shared/model/rules.ts'
import type { Query } from './dialect.ts'

/** The queries of a rule on stability: the earlier round of each question, who chose a level in both, and what follows. */
export function stabilityQueries(condition: Stability, fewest: number): readonly Query[] {
  return [
    {
      name: 'since',
      words: QUERY_WORDS.stability,
      sql: `SELECT f.round, f.indicator, f.criterion, max(b.round) AS since_round
FROM figures AS f JOIN figures AS b ON b.indicator = f.indicator AND b.criterion = f.criterion
WHERE f.part = '' AND f.n > 0 AND b.part = '' AND b.n > 0 AND b.round < f.round
GROUP BY f.round, f.indicator, f.criterion`,
    },
    {
      name: 'paired',
      sql: `SELECT a.round, a.indicator, a.criterion, a.part, count(*) AS paired,
  ${near(condition)} AS moved_within
FROM parts AS a JOIN since AS s ON s.round = a.round AND s.indicator = a.indicator AND s.criterion = a.criterion
JOIN answers AS b ON b.round = s.since_round AND b.indicator = a.indicator AND b.criterion = a.criterion
  AND b.participant_id = a.participant_id
WHERE a.level IS NOT NULL AND b.level IS NOT NULL
GROUP BY a.round, a.indicator, a.criterion, a.part`,
    },
    {
      name: 'stability',
      sql: `SELECT *, ${stable(condition, fewest)} AS stable
FROM (
  SELECT f.round, f.indicator, f.criterion, f.part, s.since_round, coalesce(p.paired, 0) AS paired,
    ${condition.kind === 'people' ? 'coalesce(p.moved_within, 0)' : 'p.moved_within'} AS moved_within,
    f.median - b.median AS median_change, f.iqr - b.iqr AS iqr_change,
    least(f.n, coalesce(b.n, 0)) AS fewest_n
  FROM figures AS f JOIN since AS s ON s.round = f.round AND s.indicator = f.indicator
    AND s.criterion = f.criterion
  LEFT JOIN figures AS b ON b.round = s.since_round AND b.indicator = f.indicator
    AND b.criterion = f.criterion AND b.part = f.part
  LEFT JOIN paired AS p ON p.round = f.round AND p.indicator = f.indicator
    AND p.criterion = f.criterion AND p.part = f.part
  WHERE f.n > 0) AS both_rounds`,
    },
  ]
}

const near = (condition: Stability): string =>
  condition.kind === 'people'
    ? `count(*) FILTER (WHERE abs(a.level - b.level) <= ${condition.within})`
    : 'CAST(NULL AS INTEGER)'

function stable(condition: Stability, fewest: number): string {
  switch (condition.kind) {
    case 'people':
      return `CASE WHEN paired >= ${fewest} THEN 100 * moved_within >= ${condition.atLeastPercent} * paired END`
    case 'median': {
      const { medianAtMost, iqrAtMost } = condition
      const spread = iqrAtMost === undefined ? '' : ` AND abs(iqr_change) <= ${iqrAtMost}`
      return `CASE WHEN fewest_n >= ${fewest} THEN abs(median_change) <= ${medianAtMost}${spread} END`
    }
    default:
      return assertNever(condition)
  }
}

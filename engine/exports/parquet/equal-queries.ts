import { assertNever } from '../../../shared/assert-never.ts'
import { QUERY_WORDS } from '../../../shared/messages/parquet.ts'
import type { QuantileDefinition } from '../../../shared/model/results.ts'

/** How much of all weight is at each level where each group that answered counts the same. */
export const EQUAL_SHARES = `-- ${QUERY_WORDS.equalGroups}
CREATE VIEW equal_shares AS
WITH answered AS (
  SELECT round, indicator, criterion, part, n FROM counted WHERE part <> '' AND n > 0),
weights AS (
  SELECT round, indicator, criterion, count(*) AS groups, count(*) ** 2 / sum(1 / n) AS size
  FROM answered GROUP BY round, indicator, criterion),
shares AS (
  SELECT round, indicator, criterion, level, sum(1 / n) / any_value(groups) AS share,
    any_value(groups) AS groups, any_value(size) AS size
  FROM parts JOIN answered USING (round, indicator, criterion, part)
    JOIN weights USING (round, indicator, criterion)
  WHERE level IS NOT NULL GROUP BY round, indicator, criterion, level)
SELECT *, sum(share) OVER (PARTITION BY round, indicator, criterion ORDER BY level) AS upto
FROM shares;`

/** The figures of groups that count the same, by a definition of percentiles. */
export const equalGroups = (
  quantile: QuantileDefinition,
  levels: number,
): string => `CREATE VIEW equal_groups AS
WITH middles AS (
  SELECT round, indicator, criterion, any_value(groups) AS equal_groups, any_value(size) AS size,
    sum(share * level) AS mean, ${percentile('R-2', 50)} AS middle,
    ${percentile(quantile, 50)} AS median,
    ${percentile(quantile, 25)} AS q1,
    ${percentile(quantile, 75)} AS q3
  FROM equal_shares GROUP BY round, indicator, criterion)
SELECT round, indicator, criterion, any_value(equal_groups) AS equal_groups,
  any_value(mean) AS equal_mean,
  CASE WHEN any_value(m.size) > 1
    THEN sqrt(sum(share * (level - mean) ** 2) / (1 - 1 / any_value(m.size))) END AS equal_sd,
  any_value(median) AS equal_median, any_value(q1) AS equal_q1, any_value(q3) AS equal_q3,
  any_value(q3 - q1) AS equal_iqr,
  sum(share * abs(level - middle)) AS equal_mean_absolute_deviation,
  coalesce(sum(share) FILTER (level >= ${levels - 1}), 0) AS equal_favourable,
  coalesce(sum(share) FILTER (level <= 2), 0) AS equal_unfavourable,
  any_value(agreement_a) AS equal_agreement_a
FROM equal_shares JOIN middles AS m USING (round, indicator, criterion)
  JOIN agreement_a AS a USING (round, indicator, criterion)
WHERE a.part = '=' GROUP BY round, indicator, criterion;`

/** Weighted percentiles as the results have them (docs/statistics.md). */
function percentile(definition: QuantileDefinition, percent: number): string {
  const p = percent / 100
  switch (definition) {
    case 'R-7':
      return meanBetween(`((size - 1) * ${p} + 1)`)
    case 'R-6':
      return meanBetween(`least(greatest((size + 1) * ${p}, 1), size)`)
    case 'R-2':
      return `(min(level) FILTER (upto >= ${p} - 1e-12) + min(level) FILTER (upto >= ${p} + 1e-12)) / 2`
    default:
      return assertNever(definition)
  }
}

function meanBetween(position: string): string {
  return (
    `sum(level * size * greatest(0, least(upto, ${position} / size)\n` +
    `      - greatest(upto - share, (${position} - 1) / size)))`
  )
}

import { assertNever } from '../../../shared/assert-never.ts'
import { QUERY_WORDS } from '../../../shared/messages/data-package.ts'
import type { QuantileDefinition } from '../../../shared/model/results.ts'
import type { Query } from './dialect.ts'

/** The difference of two levels f and g, from the count of each and the running total up to it. */
const DIFFERENCES = {
  nominal: '(CASE WHEN f.level = g.level THEN 0 ELSE 1 END)',
  ordinal:
    'power(greatest(f.upto, g.upto) - least(f.upto - f.count, g.upto - g.count) ' +
    '- (f.count + g.count) / 2, 2)',
  interval: 'power(f.level - g.level, 2)',
} as const

const KINDS = ['nominal', 'ordinal', 'interval'] as const

/** The sums of all differences, each weighed. */
const differences = (weight: string): string =>
  KINDS.map(kind => `sum(${weight} * ${DIFFERENCES[kind]}) AS ${kind}`).join(',\n    ')

/** Krippendorff's alpha and Kendall's W over all indicators. */
export const AGREEMENT_QUERIES: readonly Query[] = [
  {
    name: 'levels_of_indicators',
    words: QUERY_WORDS.alpha,
    kept: true,
    sql: `SELECT round, criterion, indicator, level, count(*) AS count FROM answers
WHERE level IS NOT NULL GROUP BY round, criterion, indicator, level`,
  },
  {
    name: 'alphas',
    sql: `WITH units AS (
  SELECT round, criterion, indicator, sum(count) AS m FROM levels_of_indicators
  GROUP BY round, criterion, indicator HAVING sum(count) >= 2),
cells AS (
  SELECT round, criterion, indicator, level, m, count
  FROM levels_of_indicators JOIN units USING (round, criterion, indicator)),
frequencies AS (
  SELECT round, criterion, level, sum(count) AS count,
    sum(sum(count)) OVER (PARTITION BY round, criterion ORDER BY level) AS upto
  FROM cells GROUP BY round, criterion, level),
totals AS (SELECT round, criterion, sum(m) AS n FROM units GROUP BY round, criterion),
observed AS (
  SELECT one.round, one.criterion,
    ${differences('one.count * other.count / (one.m - 1)')}
  FROM cells AS one
  JOIN cells AS other ON other.round = one.round AND other.criterion = one.criterion
    AND other.indicator = one.indicator
  JOIN frequencies AS f ON f.round = one.round AND f.criterion = one.criterion AND f.level = one.level
  JOIN frequencies AS g ON g.round = one.round AND g.criterion = one.criterion AND g.level = other.level
  GROUP BY one.round, one.criterion),
expected AS (
  SELECT f.round, f.criterion,
    ${differences('f.count * g.count / (t.n - 1)')}
  FROM frequencies AS f JOIN frequencies AS g ON g.round = f.round AND g.criterion = f.criterion
  JOIN totals AS t ON t.round = f.round AND t.criterion = f.criterion
  GROUP BY f.round, f.criterion)
SELECT o.round, o.criterion, k.kind, 1 - CASE k.kind
  ${KINDS.map(kind => `WHEN '${kind}' THEN o.${kind} / nullif(e.${kind}, 0)`).join('\n  ')} END AS alpha
FROM observed AS o JOIN expected AS e ON e.round = o.round AND e.criterion = o.criterion
CROSS JOIN (VALUES ${KINDS.map(kind => `('${kind}')`).join(', ')}) AS k(kind)`,
  },
  {
    name: 'levels_of_people',
    words: QUERY_WORDS.kendall,
    kept: true,
    sql: `SELECT round, criterion, participant_id, level, count(*) AS t FROM answers
WHERE level IS NOT NULL GROUP BY round, criterion, participant_id, level`,
  },
  {
    name: 'kendall',
    sql: `WITH things AS (
  SELECT round, criterion, CAST(count(DISTINCT indicator) AS DOUBLE) AS things FROM levels_of_indicators
  GROUP BY round, criterion),
complete AS (
  SELECT round, criterion, participant_id, any_value(things) AS things
  FROM levels_of_people JOIN things USING (round, criterion)
  GROUP BY round, criterion, participant_id HAVING sum(t) = any_value(things)),
ranked AS (
  SELECT round, criterion, participant_id, level, CAST(t AS DOUBLE) AS t,
    sum(t) OVER (PARTITION BY round, criterion, participant_id ORDER BY level) - (t - 1) / 2 AS midrank
  FROM levels_of_people JOIN complete USING (round, criterion, participant_id)),
ties AS (
  SELECT round, criterion, sum(t * t * t - t) AS ties FROM ranked GROUP BY round, criterion),
people AS (
  SELECT round, criterion, count(*) AS people, any_value(things) AS things
  FROM complete GROUP BY round, criterion),
sums AS (
  SELECT round, criterion, indicator, sum(midrank) AS ranks
  FROM answers JOIN ranked USING (round, criterion, participant_id, level)
  GROUP BY round, criterion, indicator)
SELECT round, criterion, people AS kendall_n, CASE WHEN people > 1 AND things > 1 THEN
  12 * sum(power(ranks - people * (things + 1) / 2, 2))
    / nullif(people * people * (things * things * things - things) - people * ties, 0) END AS kendall_w
FROM sums JOIN people USING (round, criterion) JOIN ties USING (round, criterion)
GROUP BY round, criterion, people, things, ties`,
  },
]

/** The share of all weight at each level if each group that answered counts the same. */
export const EQUAL_SHARES: Query = {
  name: 'equal_shares',
  words: QUERY_WORDS.equalGroups,
  // Layers are found by comparing these numbers, which must then be the same each time they are asked for.
  kept: true,
  sql: `WITH answered AS (
  SELECT round, indicator, criterion, part, n
  FROM counted JOIN sizes USING (round, indicator, criterion, part) WHERE part <> '' AND n > 0),
weights AS (
  SELECT round, indicator, criterion, count(*) AS groups, count(*) * count(*) / sum(1 / n) AS size
  FROM answered GROUP BY round, indicator, criterion),
shares AS (
  SELECT round, indicator, criterion, level, sum(chosen / cells.n) / any_value(groups) AS share,
    any_value(groups) AS groups, any_value(size) AS size
  FROM cells JOIN weights USING (round, indicator, criterion)
  WHERE part <> '' GROUP BY round, indicator, criterion, level)
SELECT *, sum(share) OVER (PARTITION BY round, indicator, criterion ORDER BY level) AS upto
FROM shares`,
}

/** The figures of groups that count the same, by a definition of percentiles. */
export const equalGroups = (quantile: QuantileDefinition, levels: number): Query => ({
  name: 'equal_groups',
  sql: `WITH middles AS (
  SELECT round, indicator, criterion, any_value(groups) AS equal_groups, any_value(size) AS size,
    sum(share * level) AS mean, ${percentile('R-2', 50)} AS middle,
    ${percentile(quantile, 50)} AS median,
    ${percentile(quantile, 25)} AS q1,
    ${percentile(quantile, 75)} AS q3
  FROM equal_shares GROUP BY round, indicator, criterion)
SELECT round, indicator, criterion, any_value(equal_groups) AS equal_groups,
  any_value(mean) AS equal_mean,
  CASE WHEN any_value(m.size) > 1
    THEN sqrt(sum(share * power(level - mean, 2)) / (1 - 1 / any_value(m.size))) END AS equal_sd,
  any_value(median) AS equal_median, any_value(q1) AS equal_q1, any_value(q3) AS equal_q3,
  any_value(q3 - q1) AS equal_iqr,
  sum(share * abs(level - middle)) AS equal_mean_absolute_deviation,
  coalesce(sum(share) FILTER (WHERE level >= ${levels - 1}), 0) AS equal_favourable,
  coalesce(sum(share) FILTER (WHERE level <= 2), 0) AS equal_unfavourable,
  any_value(agreement_a) AS equal_agreement_a
FROM equal_shares JOIN middles AS m USING (round, indicator, criterion)
  JOIN agreement_a AS a USING (round, indicator, criterion)
WHERE a.part = '=' GROUP BY round, indicator, criterion`,
})

/** Weighted percentiles as the results have them (docs/statistics.md). */
function percentile(definition: QuantileDefinition, percent: number): string {
  const p = percent / 100
  switch (definition) {
    case 'R-7':
      return meanBetween(`((size - 1) * ${p} + 1)`)
    case 'R-6':
      return meanBetween(`least(greatest((size + 1) * ${p}, 1), size)`)
    case 'R-2':
      return `(min(level) FILTER (WHERE upto >= ${p} - 1e-12) + min(level) FILTER (WHERE upto >= ${p} + 1e-12)) / 2`
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

import { QUERY_WORDS } from '../../../shared/messages/data-package.ts'
import type { QuantileDefinition } from '../../../shared/model/results.ts'
import { IPRAS_LEVELS } from '../../results/figures/descriptive-statistics.ts'
import type { ExportMaterial } from '../material/material.ts'
import { AGREEMENT_QUERIES, EQUAL_SHARES, equalGroups } from './figure-queries.ts'
import { ruleQueries } from './verdict-queries.ts'

/** The position of a percentile among n sorted answers, from 0, by each definition of quantiles. */
const PLACES: Readonly<Record<QuantileDefinition, string>> = {
  'R-7': '(n - 1) * p / 100.0',
  'R-6': 'least(greatest((n + 1) * p / 100.0 - 1, 0), n - 1)',
  'R-2':
    'CASE WHEN (n * p) % 100 = 0 THEN least(greatest(n * p / 100.0 - 0.5, 0), n - 1) ' +
    'ELSE floor(n * p / 100.0) END',
}

/** The views that a reader makes first: each table, with its partitions. */
export function tableViews(tables: readonly string[]): string {
  return tables
    .map(
      name =>
        `CREATE VIEW ${name} AS SELECT * FROM read_parquet('${name}/**/*.parquet', ` +
        'hive_partitioning = true);',
    )
    .join('\n')
}

/** A query for each number of the results, as views on the tables, in the SQL of DuckDB. */
export function resultQueries({ scale, results }: ExportMaterial): string {
  return [
    QUERY_WORDS.head,
    ANSWERS,
    percentiles(results.quantile),
    figures(scale.length),
    EQUAL_SHARES,
    agreementA(scale.length),
    equalGroups(results.quantile, scale.length),
    ...ruleQueries(results.ruleUsed, scale.length),
    AGREEMENT_QUERIES,
  ].join('\n\n')
}

const ANSWERS = `-- ${QUERY_WORDS.answers}
CREATE VIEW answers AS
SELECT round, indicator, criterion, participant_id, any_value("group") AS "group",
  any_value(answer) AS answer, any_value(level) AS level
FROM ratings GROUP BY round, indicator, criterion, participant_id HAVING count(*) = 1;

-- ${QUERY_WORDS.parts}
CREATE VIEW parts AS
SELECT *, '' AS part FROM answers
UNION ALL SELECT *, "group" AS part FROM answers WHERE "group" IS NOT NULL;

CREATE VIEW sizes AS
SELECT round, indicator, criterion, coalesce("group", '') AS part, participants, asked FROM asked;`

function percentiles(definition: QuantileDefinition): string {
  return `-- ${QUERY_WORDS.percentiles(definition)}
CREATE MACRO place(n, p) AS ${PLACES[definition]};
CREATE MACRO between_two(sorted, spot) AS
  sorted[CAST(floor(spot) AS INTEGER) + 1] + (spot - floor(spot))
    * (sorted[least(CAST(floor(spot) AS INTEGER) + 2, len(sorted))]
       - sorted[CAST(floor(spot) AS INTEGER) + 1]);
CREATE MACRO percentile(sorted, p) AS
  CASE WHEN len(sorted) > 0 THEN between_two(sorted, place(len(sorted), p)) END;`
}

function figures(levels: number): string {
  const counts = Array.from(
    { length: levels },
    (_, index) => `count(*) FILTER (level = ${index + 1}) AS level_${index + 1}`,
  )
  const ipras = levels === IPRAS_LEVELS ? ', 2.35 + 1.5 * abs(5 - (p30 + p70) / 2) AS ipras' : ''
  return `-- ${QUERY_WORDS.figures}
CREATE VIEW counted AS
SELECT round, indicator, criterion, part, count(level) AS n,
  ${counts.join(', ')},
  count(*) FILTER (answer = 'dont_know') AS dont_know,
  count(*) FILTER (answer = 'not_applicable') AS not_applicable,
  avg(level) AS mean, stddev_samp(level) AS sd,
  count(*) FILTER (level >= ${levels - 1}) / nullif(count(level), 0) AS favourable,
  count(*) FILTER (level <= 2) / nullif(count(level), 0) AS unfavourable,
  list_sort(list(level) FILTER (level IS NOT NULL)) AS sorted
FROM parts GROUP BY round, indicator, criterion, part;

CREATE VIEW figures AS
SELECT *, q3 - q1 AS iqr,
  list_avg(list_transform(sorted, x -> abs(x - median))) AS mean_absolute_deviation${ipras}
FROM (
  SELECT counted.*, participants, asked, asked - n - dont_know - not_applicable AS missing,
    percentile(sorted, 50) AS median, percentile(sorted, 25) AS q1, percentile(sorted, 75) AS q3,
    percentile(sorted, 30) AS p30, percentile(sorted, 70) AS p70
  FROM counted JOIN sizes USING (round, indicator, criterion, part));`
}

function agreementA(k: number): string {
  return `-- ${QUERY_WORDS.agreementA}
CREATE VIEW agreement_a AS
WITH cells AS (
  SELECT round, indicator, criterion, part, level, count(*) AS count
  FROM parts WHERE level IS NOT NULL GROUP BY ALL
  UNION ALL SELECT round, indicator, criterion, '=' AS part, level, share FROM equal_shares),
heights AS (
  SELECT DISTINCT round, indicator, criterion, part, count AS top FROM cells),
layers AS (
  SELECT *, top - coalesce(lag(top) OVER (
    PARTITION BY round, indicator, criterion, part ORDER BY top), 0) AS height
  FROM heights),
held AS (
  SELECT l.round, l.indicator, l.criterion, l.part, l.top, l.height, list(c.level) AS levels
  FROM layers AS l JOIN cells AS c USING (round, indicator, criterion, part)
  WHERE c.count >= l.top GROUP BY ALL),
triples AS (
  SELECT a.i AS a, b.i AS b, c.i AS c
  FROM range(1, ${k + 1}) AS a(i), range(1, ${k + 1}) AS b(i), range(1, ${k + 1}) AS c(i)
  WHERE a.i < b.i AND b.i < c.i),
patterns AS (
  SELECT h.*, len(levels) AS s,
    sum(CASE WHEN list_contains(levels, b) AND list_contains(levels, a) <> list_contains(levels, c)
      THEN 1 ELSE 0 END) AS one_hump,
    sum(CASE WHEN list_contains(levels, a) AND list_contains(levels, c)
      AND NOT list_contains(levels, b) THEN 1 ELSE 0 END) AS two_poles
  FROM held AS h, triples GROUP BY ALL)
SELECT round, indicator, criterion, part,
  sum(s * height * CASE WHEN s = 1 THEN 1 WHEN one_hump + two_poles = 0 THEN 0
    ELSE (${k - 2} * one_hump - ${k - 1} * two_poles) / (${k - 2} * (one_hump + two_poles))
      * (1 - (s - 1) / ${k - 1}) END) / sum(s * height) AS agreement_a
FROM patterns GROUP BY round, indicator, criterion, part;`
}

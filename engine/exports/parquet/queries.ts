import { QUERY_WORDS } from '../../../shared/messages/data-package.ts'
import type { QuantileDefinition } from '../../../shared/model/results.ts'
import { IPRAS_LEVELS } from '../../results/figures/descriptive-statistics.ts'
import type { ExportMaterial } from '../material/material.ts'
import { type Dialect, DUCKDB, inDialect, type Query } from './dialect.ts'
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

/** The percentiles that figures have, by their names. */
const PERCENTILES = { q1: 25, p30: 30, median: 50, p70: 70, q3: 75 } as const

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

/** The study's scale, and how its answers are judged: all that the queries depend on. */
export type Judged = Pick<ExportMaterial, 'scale' | 'results'>

/** A query for each number of the results, as views on the tables of an export, for DuckDB. */
export const resultQueries = (judged: Judged & Pick<ExportMaterial, 'hands'>): string => {
  const shown = judged.hands.length > 0 ? [numbers, shownHands(DUCKDB)] : []
  const queries = [answers(DUCKDB), ...shown, ...figureQueries(judged, DUCKDB, shown.length > 0)]
  return [QUERY_WORDS.head, inDialect(DUCKDB, queries)].join('\n\n')
}

/**
 * A query for each number of the results, on two tables: the answers of people, and who was asked. With hands there is a
 * third: a row for each hand, which is in every figure but those of agreement over all indicators.
 */
export function figureQueries(
  { scale, results }: Judged,
  { quoted }: Pick<Dialect, 'quoted'>,
  withHands = false,
): readonly Query[] {
  const group = quoted('group')
  const from = withHands
    ? '(SELECT * FROM answers UNION ALL SELECT * FROM shown_hands) AS said'
    : 'answers'
  return [
    {
      name: 'parts',
      words: QUERY_WORDS.parts,
      sql: `SELECT *, '' AS part FROM ${from}
UNION ALL SELECT *, ${group} AS part FROM ${from} WHERE ${group} IS NOT NULL`,
    },
    {
      name: 'sizes',
      sql: `SELECT round, indicator, criterion, coalesce(${group}, '') AS part, participants, asked FROM asked`,
    },
    counted(scale.length),
    cells(scale.length),
    ...percentiles(results.quantile, scale.length),
    figures(scale.length),
    EQUAL_SHARES,
    agreementA(scale.length),
    equalGroups(results.quantile, scale.length),
    ...ruleQueries(results.ruleUsed, scale.length),
    ...AGREEMENT_QUERIES,
  ]
}

const answers = ({ quoted }: Dialect): Query => ({
  name: 'answers',
  words: QUERY_WORDS.answers,
  sql: `SELECT round, indicator, criterion, participant_id, ${quoted('group')}, answer, level
FROM ratings WHERE counts = 'yes'`,
})

const DIGITS =
  'SELECT 0 AS n UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4'

/** The numbers from 0, as many as there can be people in a room. */
const numbers: Query = {
  name: 'numbers',
  kept: true,
  sql: `WITH fives AS (${DIGITS}),
tens AS (SELECT 2 * f.n + t.n AS n FROM fives AS f CROSS JOIN (SELECT 0 AS n UNION ALL SELECT 1) AS t)
SELECT a.n + 10 * b.n + 100 * c.n + 1000 * d.n AS n
FROM tens AS a CROSS JOIN tens AS b CROSS JOIN tens AS c CROSS JOIN tens AS d`,
}

const shownHands = ({ quoted }: Dialect): Query => ({
  name: 'shown_hands',
  words: QUERY_WORDS.hands,
  sql: `SELECT round, indicator, criterion, NULL AS participant_id, ${quoted('group')}, answer, level
FROM hands JOIN numbers ON numbers.n < hands.hands WHERE counts = 'yes'`,
})

const everyLevel = (levels: number): readonly number[] =>
  Array.from({ length: levels }, (_, index) => index + 1)

const counted = (levels: number): Query => ({
  name: 'counted',
  words: QUERY_WORDS.figures,
  kept: true,
  sql: `SELECT round, indicator, criterion, part, count(level) AS n,
  ${everyLevel(levels)
    .map(level => `count(*) FILTER (WHERE level = ${level}) AS level_${level}`)
    .join(', ')},
  count(*) FILTER (WHERE answer = 'dont_know') AS dont_know,
  count(*) FILTER (WHERE answer = 'not_applicable') AS not_applicable,
  avg(level) AS mean, stddev_samp(level) AS sd,
  count(*) FILTER (WHERE level >= ${levels - 1}) / nullif(count(level), 0) AS favourable,
  count(*) FILTER (WHERE level <= 2) / nullif(count(level), 0) AS unfavourable
FROM parts GROUP BY round, indicator, criterion, part`,
})

/** The level at a place among the sorted answers, from 0, by how many chose each. */
function levelAt(place: string, levels: number): string {
  const steps = everyLevel(levels).map(level => {
    const upTo = everyLevel(level).map(one => `level_${one}`)
    return `WHEN ${place} < ${upTo.join(' + ')} THEN ${level}`
  })
  return `CASE ${steps.join('\n      ')} END`
}

function percentiles(definition: QuantileDefinition, levels: number): readonly Query[] {
  const named = Object.entries(PERCENTILES)
  return [
    {
      name: 'places',
      words: QUERY_WORDS.percentiles(definition),
      sql: `SELECT counted.*, p, CAST(${PLACES[definition]} AS DOUBLE) AS place
FROM counted CROSS JOIN (VALUES ${named.map(([, p]) => `(${p})`).join(', ')}) AS asked_for(p) WHERE n > 0`,
    },
    {
      name: 'percentiles',
      sql: `SELECT round, indicator, criterion, part,
  ${named.map(([name, p]) => `max(between_two) FILTER (WHERE p = ${p}) AS ${name}`).join(', ')}
FROM (
  SELECT round, indicator, criterion, part, p,
    lower_level + (place - floor(place)) * (upper_level - lower_level) AS between_two
  FROM (
    SELECT *, ${levelAt('floor(place)', levels)} AS lower_level,
      ${levelAt('least(floor(place) + 1, n - 1)', levels)} AS upper_level
    FROM places) AS neighbours) AS values_between
GROUP BY round, indicator, criterion, part`,
    },
  ]
}

/** A row for each level that somebody chose, with how many did. */
const cells = (levels: number): Query => ({
  name: 'cells',
  sql: `SELECT round, indicator, criterion, part, n, level, chosen FROM (
  SELECT round, indicator, criterion, part, n, l.level,
    CASE l.level ${everyLevel(levels)
      .map(level => `WHEN ${level} THEN level_${level}`)
      .join(' ')} END AS chosen
  FROM counted CROSS JOIN (VALUES ${everyLevel(levels)
    .map(level => `(${level})`)
    .join(', ')}) AS l(level)) AS every_level
WHERE chosen > 0`,
})

function figures(levels: number): Query {
  const ipras = levels === IPRAS_LEVELS ? ', 2.35 + 1.5 * abs(5 - (p30 + p70) / 2) AS ipras' : ''
  const distances = everyLevel(levels).map(level => `level_${level} * abs(${level} - median)`)
  return {
    name: 'figures',
    kept: true,
    sql: `SELECT c.*, s.participants, s.asked, s.asked - n - dont_know - not_applicable AS missing,
  ${Object.keys(PERCENTILES).join(', ')}, q3 - q1 AS iqr,
  (${distances.join(' + ')}) / n AS mean_absolute_deviation${ipras}
FROM counted AS c JOIN sizes AS s ON s.round = c.round AND s.indicator = c.indicator
  AND s.criterion = c.criterion AND s.part = c.part
LEFT JOIN percentiles AS p ON p.round = c.round AND p.indicator = c.indicator
  AND p.criterion = c.criterion AND p.part = c.part`,
  }
}

/** The pairs of levels around one level in the middle, by which of the two sides have something. */
function aroundMiddle(levels: number, middle: number) {
  const held = (from: number, to: number): string =>
    everyLevel(levels)
      .filter(level => level >= from && level <= to)
      .map(level => `held_${level}`)
      .join(' + ')
  const [below, above] = [`(${held(1, middle - 1)})`, `(${held(middle + 1, levels)})`]
  const [noneBelow, noneAbove] = [`(${middle - 1} - ${below})`, `(${levels - middle} - ${above})`]
  return {
    oneHump: `held_${middle} * (${below} * ${noneAbove} + ${noneBelow} * ${above})`,
    twoPoles: `(1 - held_${middle}) * ${below} * ${above}`,
  }
}

function agreementA(k: number): Query {
  const middles = everyLevel(k)
    .slice(1, -1)
    .map(middle => aroundMiddle(k, middle))
  const held = everyLevel(k).map(
    level =>
      `max(CASE WHEN c.level = ${level} AND c.weight >= l.top THEN 1 ELSE 0 END) AS held_${level}`,
  )
  return {
    name: 'agreement_a',
    words: QUERY_WORDS.agreementA,
    sql: `WITH weighed AS (
  SELECT round, indicator, criterion, part, level, CAST(chosen AS DOUBLE) AS weight FROM cells
  UNION ALL SELECT round, indicator, criterion, '=' AS part, level, share AS weight FROM equal_shares),
heights AS (
  SELECT DISTINCT round, indicator, criterion, part, weight AS top FROM weighed),
layers AS (
  SELECT *, top - coalesce(lag(top) OVER (
    PARTITION BY round, indicator, criterion, part ORDER BY top), 0) AS height
  FROM heights),
held AS (
  SELECT l.round, l.indicator, l.criterion, l.part, l.top, l.height,
    ${held.join(',\n    ')}
  FROM layers AS l JOIN weighed AS c ON c.round = l.round AND c.indicator = l.indicator
    AND c.criterion = l.criterion AND c.part = l.part
  GROUP BY l.round, l.indicator, l.criterion, l.part, l.top, l.height),
patterns AS (
  SELECT *, ${everyLevel(k)
    .map(level => `held_${level}`)
    .join(' + ')} AS s,
    ${middles.map(({ oneHump }) => oneHump).join('\n      + ')} AS one_hump,
    ${middles.map(({ twoPoles }) => twoPoles).join('\n      + ')} AS two_poles
  FROM held)
SELECT round, indicator, criterion, part,
  sum(s * height * CASE WHEN s = 1 THEN 1 WHEN one_hump + two_poles = 0 THEN 0
    ELSE (${k - 2} * one_hump - ${k - 1} * two_poles) / (${k - 2} * (one_hump + two_poles))
      * (1 - (s - 1) / ${k - 1}) END) / sum(s * height) AS agreement_a
FROM patterns GROUP BY round, indicator, criterion, part`,
  }
}

import { assertNever } from '../../../shared/assert-never.ts'
import { QUERY_WORDS } from '../../../shared/messages/data-package.ts'
import {
  type ConsensusRule,
  fewestAnswers,
  type MedianTest,
  type RuleTest,
  type SharesTest,
  stabilityFor,
  testFor,
} from '../../../shared/model/rules.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import type { Query } from './dialect.ts'
import { stabilityQueries } from './stability-queries.ts'

/** The queries of a rule on a scale: verdicts, priorities and, for a rule of shares, the changes to flip. */
export function ruleQueries(rule: ConsensusRule, levels: ScaleLength): readonly Query[] {
  const test = testFor(rule, levels)
  if (!test) return []
  const fewest = Math.max(1, fewestAnswers(rule))
  const stability = stabilityFor(rule, levels)
  return [
    ...(test.kind === 'shares' ? [ends(test, levels)] : []),
    ...verdicts(test, fewest),
    ...(test.kind === 'shares' ? changes(test, fewest) : []),
    ...(stability ? stabilityQueries(stability, fewest) : []),
  ]
}

const levelSum = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, at) => `level_${from + at}`).join(' + ')

/** The smallest whole number that is at least this share of the base. */
const atLeast = (percent: number): string =>
  `CAST(floor((${percent} * base + 99) / 100.0) AS INTEGER)`

/** The answers at both ends, and the bounds that "in" and "out" put on them: at least, and at most. */
function ends(test: SharesTest, levels: number): Query {
  const { high, low, atLeastPercent, underPercent, outAtMostPercent } = test
  const out =
    outAtMostPercent === undefined
      ? `bottom AS out_towards, top AS out_away, ${atLeast(atLeastPercent)} AS out_least,
  ${atLeast(underPercent)} - 1 AS out_most`
      : `0 AS out_towards, top AS out_away, 0 AS out_least,
  CAST(floor(${outAtMostPercent} * base / 100.0) AS INTEGER) AS out_most`
  return {
    name: 'ends',
    words: QUERY_WORDS.ends,
    sql: `SELECT round, indicator, criterion, part, n, top AS in_towards, bottom AS in_away,
  ${atLeast(atLeastPercent)} AS in_least, ${atLeast(underPercent)} - 1 AS in_most,
  ${out}
FROM (
  SELECT round, indicator, criterion, part, n, n${test.withDontKnow ? ' + dont_know' : ''} AS base,
    ${levelSum(levels - high + 1, levels)} AS top, ${levelSum(1, low)} AS bottom
  FROM figures) AS counted_ends`,
  }
}

/** The parts whose verdicts make that of a part, as a condition on v, a part, and f, what is judged. */
function deciding(test: RuleTest): string {
  const each = test.kind === 'shares' ? test.each : 'everyone'
  switch (each) {
    case 'everyone':
      return 'v.part = f.part'
    case 'group':
      return `(v.part = f.part OR f.part = '') AND NOT (f.part = '' AND v.part = '')`
    case 'both':
      return `(v.part = f.part OR f.part = '')`
    default:
      return assertNever(each)
  }
}

function verdicts(test: RuleTest, fewest: number): readonly Query[] {
  const [from, verdict] = test.kind === 'shares' ? ['ends', BY_SHARES] : ['figures', byMedian(test)]
  return [
    {
      name: 'part_verdicts',
      words: QUERY_WORDS.verdicts,
      sql: `SELECT round, indicator, criterion, part, ${verdict} AS verdict FROM ${from} WHERE n >= ${fewest}`,
    },
    {
      name: 'verdicts',
      sql: `SELECT f.round, f.indicator, f.criterion, f.part, count(v.verdict) > 0 AS judged,
  CASE WHEN count(v.verdict) > 0 AND min(v.verdict) = max(v.verdict) THEN min(v.verdict)
    ELSE 'none' END AS verdict
FROM figures AS f LEFT JOIN part_verdicts AS v ON v.round = f.round AND v.indicator = f.indicator
  AND v.criterion = f.criterion AND ${deciding(test)}
GROUP BY f.round, f.indicator, f.criterion, f.part`,
    },
    {
      name: 'priorities',
      sql: `SELECT round, indicator, CASE
  WHEN useful = 1 AND usable = 1 THEN 'keep' WHEN useful = 1 THEN 'make usable'
  WHEN usable = 1 THEN 'make useful' ELSE 'rethink' END AS priority
FROM (
  SELECT round, indicator,
    max(CASE WHEN criterion = 'usefulness' AND verdict = 'in' THEN 1 ELSE 0 END) AS useful,
    max(CASE WHEN criterion = 'usability' AND verdict = 'in' THEN 1 ELSE 0 END) AS usable
  FROM verdicts WHERE part = '' AND judged
  GROUP BY round, indicator HAVING count(*) = 2) AS both_criteria`,
    },
  ]
}

const BY_SHARES = `CASE
  WHEN in_towards >= in_least AND in_away <= in_most THEN 'in'
  WHEN out_towards >= out_least AND out_away <= out_most THEN 'out' ELSE 'none' END`

function byMedian({ inFrom, outUpTo, spread }: MedianTest): string {
  const close = spread.kind === 'iqr' ? `iqr <= ${spread.atMost}` : 'p70 - p30 <= ipras'
  return `CASE WHEN ${close} AND median >= ${inFrom} THEN 'in'
  WHEN ${close} AND median <= ${outUpTo} THEN 'out' ELSE 'none' END`
}

const SIDES = ['in', 'out'] as const

/** The changes for each part alone: how many moves it takes to reach or undo a verdict, null for never. */
const moves = SIDES.map(
  side => `CASE WHEN ${side}_least <= n
    THEN greatest(0, ${side}_least - ${side}_towards, ${side}_away - ${side}_most) END AS to_${side},
  CASE WHEN ${side}_least > 0 AND ${side}_most < n
      THEN least(${side}_towards - ${side}_least + 1, ${side}_most + 1 - ${side}_away)
    WHEN ${side}_least > 0 THEN ${side}_towards - ${side}_least + 1
    WHEN ${side}_most < n THEN ${side}_most + 1 - ${side}_away END AS undo_${side}`,
).join(',\n  ')

/** The sum over deciding groups of what a verdict takes, and what everyone together then still lacks. */
function together(side: 'in' | 'out', test: SharesTest): string {
  const sum = `CASE WHEN count(*) = count(m.to_${side}) THEN sum(m.to_${side}) END`
  if (test.each === 'group') return `${sum} AS to_${side}`
  return `CASE WHEN min(e.${side}_least) <= min(e.n) THEN coalesce(${sum}, 0) + greatest(0,
    min(e.${side}_least) - min(e.${side}_towards) - coalesce(sum(m.to_${side}), 0),
    min(e.${side}_away) - coalesce(sum(least(m.${side}_away, m.to_${side})), 0) - min(e.${side}_most)) END
    + CASE WHEN count(m.part) > count(m.to_${side}) THEN NULL ELSE 0 END AS to_${side}`
}

function changes(test: SharesTest, fewest: number): readonly Query[] {
  const isAlone = test.each === 'everyone'
  const alone = `SELECT round, indicator, criterion, part, to_in, to_out, undo_in, undo_out FROM moves
  ${isAlone ? '' : `WHERE part <> ''`}`
  const all = isAlone
    ? ''
    : `
  UNION ALL
  SELECT e.round, e.indicator, e.criterion, '' AS part,
  ${SIDES.map(side => together(side, test)).join(',\n  ')},
  ${SIDES.map(side => undoTogether(side, test)).join(',\n  ')}
  FROM ends AS e LEFT JOIN moves AS m ON m.round = e.round AND m.indicator = e.indicator
    AND m.criterion = e.criterion AND m.part <> ''
  WHERE e.part = ''${test.each === 'both' ? ` AND e.n >= ${fewest}` : ''}
  GROUP BY e.round, e.indicator, e.criterion${test.each === 'group' ? ' HAVING count(m.part) > 0' : ''}`
  return [
    {
      name: 'moves',
      words: QUERY_WORDS.changes,
      sql: `SELECT *, ${moves}
FROM ends WHERE n >= ${fewest}`,
    },
    {
      name: 'changes_to_flip',
      sql: `SELECT v.round, v.indicator, v.criterion, v.part, CASE v.verdict
  WHEN 'in' THEN undo_in WHEN 'out' THEN undo_out
  ELSE coalesce(least(to_in, to_out), to_in, to_out) END AS changes_to_flip
FROM verdicts AS v LEFT JOIN (
  ${alone}${all}) AS c
ON v.round = c.round AND v.indicator = c.indicator
  AND v.criterion = c.criterion AND v.part = c.part`,
    },
  ]
}

/** The fewest changes that undo a verdict which all parts share: those of the weakest. */
function undoTogether(side: 'in' | 'out', test: SharesTest): string {
  if (test.each === 'group') return `min(m.undo_${side}) AS undo_${side}`
  const own = `min(CASE
    WHEN e.${side}_least > 0 AND e.${side}_most < e.n
      THEN least(e.${side}_towards - e.${side}_least + 1, e.${side}_most + 1 - e.${side}_away)
    WHEN e.${side}_least > 0 THEN e.${side}_towards - e.${side}_least + 1
    WHEN e.${side}_most < e.n THEN e.${side}_most + 1 - e.${side}_away END)`
  return `coalesce(least(${own}, min(m.undo_${side})), ${own}, min(m.undo_${side})) AS undo_${side}`
}

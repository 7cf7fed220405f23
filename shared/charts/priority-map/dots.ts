import { assertNever } from '../../assert-never.ts'
import type { ChartWords } from '../../languages/chart-words.ts'
import { CHART_WORDS } from '../../messages/charts.ts'
import {
  type CriterionResult,
  type DisagreementKind,
  disagreementPlace,
  type IndicatorResult,
  type OtherWords,
  otherWords,
  type Priority,
} from '../../model/results.ts'
import {
  type ConsensusRule,
  fewestAnswers,
  type RuleTest,
  type SharesTest,
  testFor,
} from '../../model/rules.ts'
import type { ScaleLength } from '../../model/scale.ts'
import { CRITERIA } from '../../model/vocabulary.ts'

/** One indicator on the priority map. */
export interface MapDot {
  readonly id: string
  readonly code: string
  readonly title: string
  /** The values by which the rule judges it. */
  readonly usefulness: number
  readonly usability: number
  /** The smaller n of the two criteria: both values rest on at least that many answers. */
  readonly n: number
  /** The kind of disagreement of the criterion that a room has more to discuss about. */
  readonly kind: DisagreementKind | null
  /** Null where too few answered for the rule to say anything. */
  readonly priority: Priority | null
  /** True where only another condition of the rule denies it the priority of its place. */
  readonly isHeldBack: boolean
  /** The answers behind it that saw other words. */
  readonly otherWords: OtherWords
}

/** The dots of the map: each indicator whose two criteria have an answer, in the order given. */
export function mapDots(
  indicators: readonly IndicatorResult[],
  axis: JudgedAxis,
): readonly MapDot[] {
  return indicators.flatMap(indicator => {
    const { id, code, title, criteria, priority } = indicator
    const usefulness = axis.valueOf(criteria.usefulness)
    const usability = axis.valueOf(criteria.usability)
    if (usefulness === null || usability === null) return []
    const place = quadrantAt({ usefulness, usability }, axis)
    return [
      {
        id,
        code,
        title,
        usefulness,
        usability,
        priority,
        n: Math.min(...CRITERIA.map(criterion => criteria[criterion].n)),
        kind: moreToSay(indicator),
        isHeldBack: priority !== null && place !== priority,
        otherWords: otherWords(indicator),
      },
    ]
  })
}

/** The quadrant of a dot, named by the priority that its values alone would give. */
export function quadrantAt(
  { usefulness, usability }: Pick<MapDot, 'usefulness' | 'usability'>,
  { threshold }: JudgedAxis,
): Priority {
  const isUsable = usability >= threshold
  if (usefulness >= threshold) return isUsable ? 'keep' : 'make usable'
  return isUsable ? 'make useful' : 'rethink'
}

function moreToSay({ criteria }: IndicatorResult): DisagreementKind | null {
  const kinds = CRITERIA.flatMap(criterion => criteria[criterion].kind ?? [])
  return (
    kinds.toSorted((one, other) => disagreementPlace(one) - disagreementPlace(other))[0] ?? null
  )
}

/** The parts of a criterion's result that an axis may need. */
type Judged = Pick<CriterionResult, 'n' | 'dontKnow' | 'counts' | 'median' | 'groups'>

/** The value by which a rule includes a criterion, as the axis of a chart. */
export interface JudgedAxis {
  /** A share from 0 to 1, or a level of the scale. */
  readonly unit: 'share' | 'level'
  readonly lowest: number
  readonly highest: number
  /** The value from which the rule can say "in"; it may have another condition too. */
  readonly threshold: number
  /** The name of the figure, such as `Answers at levels 4 to 5`. */
  readonly label: string
  /** True if the value is that of one group, the lowest. */
  readonly judgesGroups: boolean
  readonly valueOf: (result: Judged) => number | null
}

/** The axis on which a rule judges the answers of a scale. */
export function judgedAxis(
  rule: ConsensusRule,
  levels: ScaleLength,
  words: ChartWords['map'] = CHART_WORDS.map,
): JudgedAxis {
  const test = testFor(rule, levels)
  // The engine refuses such a rule before there is any result of it.
  if (!test) throw new Error(`The rule ${rule.name} is not for a scale of ${levels} levels.`)
  return testAxis(test, { levels, fewest: fewestAnswers(rule), words })
}

interface AxisOf {
  readonly levels: number
  readonly fewest: number
  readonly words: ChartWords['map']
}

function testAxis(test: RuleTest, { levels, fewest, words }: AxisOf): JudgedAxis {
  switch (test.kind) {
    case 'shares': {
      const everyone = test.each === 'everyone'
      const share = shareAbove(test, levels)
      return {
        unit: 'share',
        lowest: 0,
        highest: 1,
        threshold: test.atLeastPercent / 100,
        label: words.shares(levels - test.high + 1, levels, !everyone),
        judgesGroups: !everyone,
        valueOf: result => (everyone ? share(result) : lowestShare(result, share, fewest, test)),
      }
    }
    case 'median':
      return {
        unit: 'level',
        lowest: 1,
        highest: levels,
        threshold: test.inFrom,
        label: words.median,
        judgesGroups: false,
        valueOf: ({ median }) => median,
      }
    default:
      return assertNever(test)
  }
}

type Share = (of: Pick<Judged, 'counts' | 'n' | 'dontKnow'>) => number | null

/** The share of answers in the highest levels, from the counts, so that it is the one the rule compares. */
function shareAbove({ high, withDontKnow }: SharesTest, levels: number): Share {
  return ({ counts, n, dontKnow }) => {
    if (n === 0) return null
    const above = Object.entries(counts).reduce(
      (sum, [value, count]) => sum + (Number(value) > levels - high ? count : 0),
      0,
    )
    return above / (withDontKnow ? n + dontKnow : n)
  }
}

/** The lowest share of those that decide under a rule that every group must pass. */
function lowestShare(
  result: Judged,
  share: Share,
  fewest: number,
  { each }: SharesTest,
): number | null {
  const groups = Object.values(result.groups).filter(({ n }) => n > 0)
  const enough = groups.filter(({ n }) => n >= fewest)
  const asked = each === 'both' ? [result, ...enough] : enough
  const shares = (asked.length === 0 ? groups : asked).flatMap(part => share(part) ?? [])
  return shares.length === 0 ? null : Math.min(...shares)
}

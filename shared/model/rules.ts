import { z } from 'zod'
import { type ScaleLength, scaleLength } from './scale.ts'
import { id, moment, name } from './vocabulary.ts'

/** The verdicts of a consensus rule on a criterion: consensus to include it, to exclude it, or none. */
export const VERDICTS = ['in', 'out', 'none'] as const
export const verdict = z.enum(VERDICTS)
export type Verdict = z.infer<typeof verdict>

const percent = z.number().int().min(1).max(100)
const levelCount = z.number().int().min(1).max(9)
const median = z.number().min(1).max(10).multipleOf(0.5)

/** The parts that must pass a test by shares: everyone together, every group that answered, or both. */
export const SHARES_OF = ['everyone', 'group', 'both'] as const
export type SharesOf = (typeof SHARES_OF)[number]

/**
 * A test by shares. In: at least `atLeastPercent` of the answers in the `high` highest levels and under
 * `underPercent` in the `low` lowest. Out: the same, mirrored or, where `outAtMostPercent` is given, no more than
 * that in the highest levels. `each` tells who must pass. `withDontKnow` counts those who do not know among the
 * answers that shares are of; whom an indicator does not apply to is never among them.
 */
const sharesTest = z
  .object({
    kind: z.literal('shares'),
    high: levelCount,
    low: levelCount,
    atLeastPercent: percent,
    underPercent: percent,
    each: z.enum(SHARES_OF),
    outAtMostPercent: z.number().int().min(0).max(99).optional(),
    withDontKnow: z.literal(true).optional(),
  })
  .refine(({ atLeastPercent, underPercent }) => underPercent <= atLeastPercent, {
    message: 'The lower share must not be above the higher one, or a verdict could be in and out.',
  })
  .refine(test => (test.outAtMostPercent ?? 0) < test.atLeastPercent, {
    message: 'The share for "out" must lie below the one for "in".',
  })
export type SharesTest = z.infer<typeof sharesTest>

/** The greatest spread of the answers: by RAND/UCLA's IPRAS, or by an interquartile range in levels. */
const spread = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ipras') }),
  z.object({ kind: z.literal('iqr'), atMost: z.number().min(0).max(9).multipleOf(0.25) }),
])
export type Spread = z.infer<typeof spread>

/**
 * A test by the median. In: a median of `inFrom` or more, and close together. Out: one of `outUpTo` or
 * less, and close.
 */
const medianTest = z
  .object({ kind: z.literal('median'), inFrom: median, outUpTo: median, spread })
  .refine(({ inFrom, outUpTo }) => outUpTo < inFrom, {
    message: 'The median for "out" must lie below the one for "in".',
  })
export type MedianTest = z.infer<typeof medianTest>

const inLevels = z.number().min(0).max(9).multipleOf(0.25)

/**
 * The condition on which answers are stable from one round to the next, apart from the verdict. By people: at least
 * `atLeastPercent` of those who chose a level in both rounds moved `within` levels or fewer. By the median: it moved
 * `medianAtMost` levels or fewer and, where that is given, the interquartile range changed by `iqrAtMost` or less.
 */
export const stability = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('people'),
    within: z.number().int().min(0).max(8),
    atLeastPercent: percent,
  }),
  z.object({
    kind: z.literal('median'),
    medianAtMost: inLevels,
    iqrAtMost: inLevels.optional(),
  }),
])
export type Stability = z.infer<typeof stability>

export const ruleTest = z.union([sharesTest, medianTest])
export type RuleTest = z.infer<typeof ruleTest>

interface ScaleTest {
  readonly levels: ScaleLength
  readonly test: RuleTest
  readonly stability?: Stability | undefined
}

const fits = ({ levels, test, stability: between }: ScaleTest) =>
  (between?.kind !== 'people' || between.within < levels - 1) &&
  (test.kind === 'shares'
    ? test.high < levels && test.low < levels
    : test.inFrom <= levels && (test.spread.kind === 'iqr' || levels === 9))

/**
 * A consensus rule as data: a study's own rule has the same shape. It has a test for each scale that
 * it is for; a rule that judges differently gets a new version.
 */
export const consensusRule = z.object({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.number().int().min(1),
  title: name,
  source: z.string().max(400),
  /** The fewest answers that a verdict can rest on; left out, one. A group of fewer does not decide. */
  atLeastAnswers: z.number().int().min(1).max(100).optional(),
  scales: z
    .array(
      z
        .object({ levels: scaleLength, test: ruleTest, stability: stability.optional() })
        .refine(fits, { message: 'This test does not fit a scale of so many levels.' }),
    )
    .min(1)
    .refine(scales => new Set(scales.map(({ levels }) => levels)).size === scales.length, {
      message: 'A rule has one test for each scale.',
    }),
})
export type ConsensusRule = z.infer<typeof consensusRule>

/** The test that a rule has for a scale; undefined when the rule is not for that scale. */
export function testFor(rule: ConsensusRule, levels: ScaleLength): RuleTest | undefined {
  return rule.scales.find(scale => scale.levels === levels)?.test
}

/** The condition that a rule has for stability between rounds on a scale; undefined where it has none. */
export const stabilityFor = (
  rule: Pick<ConsensusRule, 'scales'>,
  levels: ScaleLength,
): Stability | undefined => rule.scales.find(scale => scale.levels === levels)?.stability

/** The number of answers below which a rule says nothing, unless it is told otherwise. */
export const DEFAULT_AT_LEAST_ANSWERS = 5

/** The fewest answers that a verdict of a rule can rest on. */
export const fewestAnswers = ({
  atLeastAnswers = 1,
}: Pick<ConsensusRule, 'atLeastAnswers'>): number => atLeastAnswers

/** The names of the rules that come with the program. */
export const RULE_NAMES = [
  'percent-75',
  'comet-70-15',
  'comet-70-15-per-group',
  'ram',
  'iqr',
] as const
export const ruleName = z.enum(RULE_NAMES)
export type RuleName = z.infer<typeof ruleName>

export const DEFAULT_RULE: RuleName = 'percent-75'

const PERCENT_75: SharesTest = {
  kind: 'shares',
  high: 2,
  low: 2,
  atLeastPercent: 75,
  underPercent: 15,
  each: 'everyone',
}
const COMET_70_15: SharesTest = { ...PERCENT_75, high: 3, low: 3, atLeastPercent: 70 }
const COMET_SOURCE =
  'Williamson and others, The COMET Handbook: version 1.0, Trials 18 (2017), supplement 3.'

/** Verdicts on fewer answers than this are no consensus of anybody (decision 71). */
const ENOUGH = { atLeastAnswers: DEFAULT_AT_LEAST_ANSWERS } as const

/** The rules that come with the program. A threshold here never changes without a new version. */
export const RULES: Readonly<Record<RuleName, ConsensusRule>> = {
  'percent-75': {
    name: 'percent-75',
    version: 2,
    ...ENOUGH,
    title: 'Three quarters agree',
    source:
      'Diamond and others, Defining consensus, Journal of Clinical Epidemiology 67 (2014): 75 % is ' +
      'the median threshold of the Delphi studies reviewed there.',
    scales: [
      { levels: 3, test: PERCENT_75 },
      { levels: 4, test: PERCENT_75 },
      { levels: 5, test: PERCENT_75 },
      { levels: 6, test: PERCENT_75 },
      { levels: 7, test: PERCENT_75 },
      { levels: 9, test: PERCENT_75 },
      { levels: 10, test: PERCENT_75 },
    ],
  },
  'comet-70-15': {
    name: 'comet-70-15',
    version: 2,
    ...ENOUGH,
    title: 'COMET 70/15',
    source: COMET_SOURCE,
    scales: [{ levels: 9, test: COMET_70_15 }],
  },
  'comet-70-15-per-group': {
    name: 'comet-70-15-per-group',
    version: 2,
    ...ENOUGH,
    title: 'COMET 70/15 in each group',
    source: COMET_SOURCE,
    scales: [{ levels: 9, test: { ...COMET_70_15, each: 'group' } }],
  },
  ram: {
    name: 'ram',
    version: 2,
    ...ENOUGH,
    title: 'RAND/UCLA appropriateness',
    source: 'Fitch and others, The RAND/UCLA Appropriateness Method User’s Manual, RAND (2001).',
    scales: [
      { levels: 9, test: { kind: 'median', inFrom: 6.5, outUpTo: 3, spread: { kind: 'ipras' } } },
    ],
  },
  iqr: {
    name: 'iqr',
    version: 2,
    ...ENOUGH,
    title: 'Close together',
    source:
      'von der Gracht, Consensus measurement in Delphi studies, Technological Forecasting and ' +
      'Social Change 79 (2012): an interquartile range of 1 on short scales, 2 on long ones.',
    scales: [
      { levels: 3, test: closeTogether(3, 1, 1) },
      { levels: 4, test: closeTogether(3, 2, 1) },
      { levels: 5, test: closeTogether(4, 2, 1) },
      { levels: 6, test: closeTogether(5, 2, 1) },
      { levels: 7, test: closeTogether(6, 2, 1) },
      { levels: 9, test: closeTogether(7, 3, 2) },
      { levels: 10, test: closeTogether(8, 3, 2) },
    ],
  },
}

/**
 * A rule of the program as a study on so many levels has it. What it asks of ten levels came later than the rest of its
 * version, and is left out on shorter scales, so that what such studies export stays the same to the byte.
 */
export function ruleOfProgram(name: RuleName, levels: ScaleLength): ConsensusRule {
  const rule = RULES[name]
  return levels > 9 ? rule : { ...rule, scales: rule.scales.filter(scale => scale.levels <= 9) }
}

function closeTogether(inFrom: number, outUpTo: number, atMost: number): MedianTest {
  return { kind: 'median', inFrom, outUpTo, spread: { kind: 'iqr', atMost } }
}

/** The part of a study's own rule that a person decides; the program numbers its versions. */
export const ruleDraft = consensusRule.omit({ version: true })
export type RuleDraft = z.infer<typeof ruleDraft>

/** A study's own rule in its present version. */
export const studyRule = z.object({
  /** The rule's identity, the same in all its versions. */
  id,
  rule: consensusRule,
  /** True for a rule that is no longer offered; results that name it can still show it. */
  retired: z.boolean(),
  recordedAt: moment,
})
export type StudyRule = z.infer<typeof studyRule>

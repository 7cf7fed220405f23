import { z } from 'zod'
import { type ScaleLength, scaleLength } from './scale.ts'
import { name } from './vocabulary.ts'

/** What a consensus rule says of a criterion: consensus to take it in, to leave it out, or none. */
export const VERDICTS = ['in', 'out', 'none'] as const
export const verdict = z.enum(VERDICTS)
export type Verdict = z.infer<typeof verdict>

const percent = z.number().int().min(1).max(100)
const levelCount = z.number().int().min(1).max(8)
const median = z.number().min(1).max(9).multipleOf(0.5)

/**
 * In: at least `atLeastPercent` of the answers in the `high` highest levels and under `underPercent`
 * in the `low` lowest. Out: the same, mirrored. `each` says whether everyone together must pass, or
 * every stakeholder group that answered.
 */
const sharesTest = z
  .object({
    kind: z.literal('shares'),
    high: levelCount,
    low: levelCount,
    atLeastPercent: percent,
    underPercent: percent,
    each: z.enum(['everyone', 'group']),
  })
  .refine(({ atLeastPercent, underPercent }) => underPercent <= atLeastPercent, {
    message: 'The lower share must not be above the higher one, or a verdict could be in and out.',
  })
export type SharesTest = z.infer<typeof sharesTest>

/** How close together answers must be: by RAND/UCLA's IPRAS, or an interquartile range of few levels. */
const spread = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ipras') }),
  z.object({ kind: z.literal('iqr'), atMost: z.number().min(0).max(8).multipleOf(0.25) }),
])
export type Spread = z.infer<typeof spread>

/** In: a median of `inFrom` or more, and close together. Out: one of `outUpTo` or less, and close. */
const medianTest = z
  .object({ kind: z.literal('median'), inFrom: median, outUpTo: median, spread })
  .refine(({ inFrom, outUpTo }) => outUpTo < inFrom, {
    message: 'The median for "out" must lie below the one for "in".',
  })
export type MedianTest = z.infer<typeof medianTest>

export const ruleTest = z.union([sharesTest, medianTest])
export type RuleTest = z.infer<typeof ruleTest>

const fits = ({ levels, test }: { readonly levels: ScaleLength; readonly test: RuleTest }) =>
  test.kind === 'shares'
    ? test.high < levels && test.low < levels
    : test.inFrom <= levels && (test.spread.kind === 'iqr' || levels === 9)

/**
 * A consensus rule as data: a study's own rule has the same shape. It has a test for each scale that
 * it is for; a rule that judges differently gets a new version.
 */
export const consensusRule = z.object({
  name: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  version: z.number().int().min(1),
  title: name,
  source: z.string().max(400),
  scales: z
    .array(
      z
        .object({ levels: scaleLength, test: ruleTest })
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

import { z } from 'zod'
import { frameworkHash } from './framework.ts'
import { round, wording } from './rating.ts'
import { consensusRule, ruleName, verdict } from './rules.ts'
import { id, name } from './vocabulary.ts'

/** A figure that may not exist, as for no answers: then null, never NaN and never 0. */
const figure = z.number().nullable()

/**
 * The definitions of a percentile: 7 (the default), 6 and 2 of Hyndman and Fan (1996). The verdict on a
 * small panel can depend on the definition.
 */
export const QUANTILE_DEFINITIONS = ['R-7', 'R-6', 'R-2'] as const
export const quantileDefinition = z.enum(QUANTILE_DEFINITIONS)
export type QuantileDefinition = z.infer<typeof quantileDefinition>

export const DEFAULT_QUANTILE: QuantileDefinition = 'R-7'

/** The account of one distribution of answers. `n` counts levels only; each figure rests on it. */
export const criterionSummary = z.object({
  n: z.number().int(),
  dontKnow: z.number().int(),
  notApplicable: z.number().int(),
  /** Participants in scope who were asked in this round; docs/statistics.md says who was. */
  asked: z.number().int(),
  /** Those of them without an answer: asked - n - dontKnow - notApplicable. */
  missing: z.number().int(),
  /** The number of n that was counted by show of hands; left out where there is none. */
  hands: z.number().int().optional(),
  /** The number of people who chose each level, by the level's value. */
  counts: z.record(z.string(), z.number().int()),
  mean: figure,
  /** The sample's standard deviation (n - 1). */
  sd: figure,
  /** Median, quartiles and percentiles by the definition that the results name. */
  median: figure,
  q1: figure,
  q3: figure,
  iqr: figure,
  p30: figure,
  p70: figure,
  /** The mean absolute deviation from the median, in levels. */
  meanAbsoluteDeviation: figure,
  /** Share of n in the two highest levels, 0 to 1. */
  favourable: figure,
  /** Share of n in the two lowest levels, 0 to 1. */
  unfavourable: figure,
  /** Van der Eijk's agreement A, -1 to 1. */
  agreementA: figure,
  /** The interpercentile range adjusted for symmetry (RAND/UCLA); null off the 1 to 9 scale. */
  ipras: figure,
})
export type CriterionSummary = z.infer<typeof criterionSummary>

/** The kinds of disagreement over one criterion of one indicator; docs/statistics.md defines each. */
export const DISAGREEMENT_KINDS = [
  'agreed',
  'vague',
  'split',
  'groups differ',
  'lone dissenter',
] as const
export const disagreementKind = z.enum(DISAGREEMENT_KINDS)
export type DisagreementKind = z.infer<typeof disagreementKind>

/** The judgement of a distribution: the rule's verdict, how solid it is, and the kind of disagreement. */
export const judgement = z.object({
  verdict,
  /** True where somebody answered, but too few for the rule to say anything; the verdict is then "none". */
  tooFew: z.boolean(),
  /** The fewest people who would have to change their answer to change the verdict. */
  changesToFlip: z.number().int().nullable(),
  /** Disagreement in the sense of RAND/UCLA, P70 - P30 > IPRAS; null off the 1 to 9 scale. */
  disagreement: z.boolean().nullable(),
  /** Null for fewer than two answers. */
  kind: disagreementKind.nullable(),
})
export type Judgement = z.infer<typeof judgement>

/** A comparison of answers with those of an earlier round, and what the rule says of it. */
export const stabilityFound = z.object({
  /** The round that was compared with: the latest earlier one in which anybody in scope chose a level. */
  since: round,
  /** The number of people who chose a level in both rounds. */
  paired: z.number().int(),
  /** The number of them who moved no further than the rule allows; null for a rule of medians. */
  near: z.number().int().nullable(),
  /** The later median less the earlier one, and the same of the interquartile range, in levels. */
  medianChange: figure,
  iqrChange: figure,
  /** Null where fewer answered, in both rounds or in either, than the rule asks for. */
  stable: z.boolean().nullable(),
})
export type StabilityFound = z.infer<typeof stabilityFound>

/** `stability` is there where the rule has a condition for it and there is an earlier round to compare with. */
export const judgedSummary = criterionSummary.extend({
  ...judgement.shape,
  stability: stabilityFound.optional(),
})
export type JudgedSummary = z.infer<typeof judgedSummary>

/** Figures in which each group that answered counts the same, whatever its size. */
export const equalGroups = z.object({
  /** The number of groups that answered; `mean` and the shares are the means of theirs. */
  groups: z.number().int(),
  mean: figure,
  sd: figure,
  median: figure,
  q1: figure,
  q3: figure,
  iqr: figure,
  meanAbsoluteDeviation: figure,
  favourable: figure,
  unfavourable: figure,
  agreementA: figure,
  /** The mean share of each level, by the level's value. */
  shares: z.record(z.string(), figure),
})
export type EqualGroups = z.infer<typeof equalGroups>

export const criterionResult = judgedSummary.extend({
  groups: z.record(z.string(), judgedSummary),
  equalGroups,
})
export type CriterionResult = z.infer<typeof criterionResult>

/** The priorities of an indicator, by which of its two verdicts are "in". */
export const PRIORITIES = ['keep', 'make usable', 'make useful', 'rethink'] as const
export const priority = z.enum(PRIORITIES)
export type Priority = z.infer<typeof priority>

/** A framework version whose wording was on screen for answers to an indicator. */
export const seenVersion = z.object({
  framework: frameworkHash,
  /** The title that they saw. */
  title: z.string(),
  /** True if title, definition and plain wording were the same as those of the result. */
  sameWords: z.boolean(),
  /** The number of answers with a level, for each criterion; over all versions they add up to n. */
  usefulness: z.number().int(),
  usability: z.number().int(),
})
export type SeenVersion = z.infer<typeof seenVersion>

export const indicatorResult = z.object({
  id,
  code: z.string(),
  title: z.string(),
  section: z.array(z.string()),
  /** The framework version in whose words it is: the latest of those that the round saw. */
  framework: frameworkHash,
  /** True for one that is no longer in the framework; it is listed because it was rated. */
  retired: z.boolean(),
  /** True for one that only a version which is not in use has; it is listed because it was rated. */
  otherVersion: z.boolean(),
  /** The versions that the answers saw, the oldest first. */
  seen: z.array(seenVersion),
  criteria: z.object({ usefulness: criterionResult, usability: criterionResult }),
  /** Null until both criteria have answers enough for the rule. */
  priority: priority.nullable(),
})
export type IndicatorResult = z.infer<typeof indicatorResult>

/** Tests whether an indicator is in the framework version in use. */
export const isInUse = ({
  retired,
  otherVersion,
}: Pick<IndicatorResult, 'retired' | 'otherVersion'>): boolean => !retired && !otherVersion

/** The answers with a level that were given to other words than those of the result, and all of them. */
export interface OtherWords {
  readonly answers: number
  readonly of: number
}

/** Counts the answers, to both criteria, that saw other words than those the result stands under. */
export function otherWords({ seen }: Pick<IndicatorResult, 'seen'>): OtherWords {
  const sum = (versions: readonly SeenVersion[]) =>
    versions.reduce((all, { usefulness, usability }) => all + usefulness + usability, 0)
  return { answers: sum(seen.filter(({ sameWords }) => !sameWords)), of: sum(seen) }
}

/**
 * The treatment of two current ratings of one participant, indicator, criterion and round: neither
 * counts, or for the time being the later one does, by its time and then its id.
 */
export const CONFLICTS_COUNTED = ['left out', 'provisional'] as const
const conflictsCounted = z.enum(CONFLICTS_COUNTED)
export type ConflictsCounted = z.infer<typeof conflictsCounted>

/** The ratings that are counted (left out means all), and the way they are judged. */
export const resultsScope = z.object({
  workshops: z.array(id).optional(),
  groups: z.array(name).optional(),
  round: round.default(1),
  /** The wording that was on screen for the ratings; left out, both. */
  wording: wording.optional(),
  /** The treatment of conflicts; left out, they are not counted until somebody resolves them. */
  conflicts: conflictsCounted.optional(),
  /** The definition of percentiles; left out, R-7. */
  quantile: quantileDefinition.optional(),
  /** The rule: one of the program by its name, or a study's own; left out, percent-75. */
  rule: z.union([ruleName, consensusRule]).optional(),
})
export type ResultsScope = z.infer<typeof resultsScope>

export const results = z.object({
  quantile: quantileDefinition,
  /** The name of the rule that gave the verdicts, and the rule itself. */
  rule: z.string(),
  ruleUsed: consensusRule,
  round,
  /** The wording that was on screen for the counted ratings; null for both. */
  wording: wording.nullable(),
  participants: z.number().int(),
  /** Participants of each group in scope. */
  groups: z.record(z.string(), z.number().int()),
  levels: z.number().int(),
  /** Participants who withdrew, whose answers are counted nowhere. */
  withdrawn: z.number().int(),
  /** The treatment of conflicts and their number. A conflict that is left out counts as missing. */
  conflicts: z.object({ counted: conflictsCounted, keys: z.number().int() }),
  /**
   * The people in rooms in which hands were shown, who are among the participants, and the lines that laptops counted
   * differently. Left out where no hands were shown.
   */
  hands: z.object({ people: z.number().int(), conflicts: z.number().int() }).optional(),
  indicators: z.array(indicatorResult),
})
export type Results = z.infer<typeof results>

/** The agreement over all indicators; each figure is null where it cannot be computed. */
export const setAgreement = z.object({
  /**
   * The number of answers to indicators that two people or more answered, on which the three alphas
   * rest.
   */
  n: z.number().int(),
  /** The number of indicators that those answers are about. */
  indicators: z.number().int(),
  /** Krippendorff's alpha, for levels taken as names, as an order, and as equal steps. */
  alphaNominal: figure,
  alphaOrdinal: figure,
  alphaInterval: figure,
  /** Kendall's coefficient of concordance W, corrected for ties. */
  kendallW: figure,
  /**
   * The number of participants who chose a level for every indicator that anybody did, on which W
   * rests.
   */
  kendallN: z.number().int(),
})
export type SetAgreement = z.infer<typeof setAgreement>

/** Results with the agreement over all indicators, which takes another pass over the ratings. */
export const resultsWithAgreement = results.extend({
  agreement: z.object({ usefulness: setAgreement, usability: setAgreement }),
})
export type ResultsWithAgreement = z.infer<typeof resultsWithAgreement>

/** The properties by which results are compared: workshop, wording on screen, or round. */
const comparedBy = z.enum(['workshop', 'wording', 'round'])

/**
 * The ratings to compare, and the property to compare by; the scope's own round or wording then has no
 * effect.
 */
export const comparisonScope = resultsScope.extend({ by: comparedBy })
export type ComparisonScope = z.infer<typeof comparisonScope>

const byPart = z.record(z.string(), judgedSummary)

/** The same figures for each part, side by side; each rests on its own n. */
export const comparison = z.object({
  by: comparedBy,
  /** `id` is a workshop's id, `title` or `plain`, or the number of a round. */
  parts: z.array(z.object({ id: z.string(), name: z.string(), participants: z.number().int() })),
  indicators: z.array(
    z.object({ id, criteria: z.object({ usefulness: byPart, usability: byPart }) }),
  ),
})
export type Comparison = z.infer<typeof comparison>

const count = z.number().int()

/** The moves of people between two rounds, over one criterion of one indicator. */
export const moves = z.object({
  /** The number of people who chose a level in both rounds: those who went up, down, or stayed. */
  paired: count,
  up: count,
  down: count,
  stayed: count,
  /** The number of people who chose a level in the later round only, and in the earlier round only. */
  new: count,
  gone: count,
})
export type Moves = z.infer<typeof moves>

/** The people whose moves are counted, and the two rounds. */
export const movesScope = resultsScope.omit({ round: true }).extend({ from: round, to: round })
export type MovesScope = z.infer<typeof movesScope>

/** The moves of people in counts; only indicators that anybody rated in the later round are listed. */
export const whoMoved = z.object({
  from: round,
  to: round,
  indicators: z.array(
    z.object({ id, criteria: z.object({ usefulness: moves, usability: moves }) }),
  ),
})
export type WhoMoved = z.infer<typeof whoMoved>

/**
 * The number of people below which results are marked: one person weighs heavily, and may be
 * recognised.
 */
export const ENOUGH_ANSWERS = 5

/** Tests whether there are answers, but too few for the figures to say much. */
export const areFewAnswers = ({ n }: { readonly n: number }): boolean => n > 0 && n < ENOUGH_ANSWERS

/** The kinds of disagreement that a room has most to discuss about, in order. */
const WORTH_DISCUSSING: readonly DisagreementKind[] = [
  'split',
  'groups differ',
  'vague',
  'lone dissenter',
  'agreed',
]

/** The rank of a kind of disagreement, from 0 for the one that a room has most to discuss about. */
export const disagreementPlace = (kind: DisagreementKind): number => WORTH_DISCUSSING.indexOf(kind)

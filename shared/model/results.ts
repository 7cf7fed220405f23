import { z } from 'zod'
import { round } from './rating.ts'
import { id, name } from './vocabulary.ts'

/** A figure that may not exist, as for no answers: then null, never NaN and never 0. */
const figure = z.number().nullable()

/** The account of one distribution of answers. `n` counts levels only; each figure rests on it. */
export const criterionSummary = z.object({
  n: z.number().int(),
  dontKnow: z.number().int(),
  notApplicable: z.number().int(),
  /** Participants in scope who gave no answer: participants - n - dontKnow - notApplicable. */
  missing: z.number().int(),
  /** How many chose each level, by the level's value. */
  counts: z.record(z.string(), z.number().int()),
  mean: figure,
  /** The sample's standard deviation (n - 1). */
  sd: figure,
  median: figure,
  /** Quartiles and percentiles by definition R-7 (Hyndman and Fan, 1996). */
  q1: figure,
  q3: figure,
  iqr: figure,
  p30: figure,
  p70: figure,
  /** Share of n in the two highest levels, 0 to 1. */
  favourable: figure,
  /** Share of n in the two lowest levels, 0 to 1. */
  unfavourable: figure,
})
export type CriterionSummary = z.infer<typeof criterionSummary>

export const criterionResult = criterionSummary.extend({
  groups: z.record(z.string(), criterionSummary),
})
export type CriterionResult = z.infer<typeof criterionResult>

export const indicatorResult = z.object({
  id,
  code: z.string(),
  title: z.string(),
  section: z.array(z.string()),
  criteria: z.object({ usefulness: criterionResult, usability: criterionResult }),
})
export type IndicatorResult = z.infer<typeof indicatorResult>

/** Whose ratings are counted: left out means all. */
export const resultsScope = z.object({
  workshops: z.array(id).optional(),
  groups: z.array(name).optional(),
  round: round.default(1),
})
export type ResultsScope = z.infer<typeof resultsScope>

export const results = z.object({
  quantile: z.literal('R-7'),
  round,
  participants: z.number().int(),
  /** Participants of each group in scope. */
  groups: z.record(z.string(), z.number().int()),
  levels: z.number().int(),
  indicators: z.array(indicatorResult),
})
export type Results = z.infer<typeof results>

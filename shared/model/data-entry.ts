import { z } from 'zod'
import { REFUSALS } from './check.ts'
import { type Coded, coded } from './coded.ts'

/** The headings of a file of keyed-in ratings. */
export const RATING_HEADINGS = [
  'participant',
  'group',
  'indicator',
  'criterion',
  'round',
  'answer',
  'comment',
] as const
export type RatingHeading = (typeof RATING_HEADINGS)[number]

/**
 * Every reason why a row of keyed-in ratings does not fit, with what its sentence names; the words
 * are in `messages/workshop.ts`. Of a long text the data hold the start.
 */
export const RATING_PROBLEMS = {
  'missing-column': z.object({ column: z.enum(RATING_HEADINGS) }),
  /** Another column to the left has the same heading. */
  'repeated-column': z.object({ column: z.enum(RATING_HEADINGS) }),
  /** The row is hidden or struck out, and nobody said whether it is meant. */
  'doubtful-row': z.object({ is: z.enum(['hidden', 'struck']) }),
  'no-group': z.object({ groups: z.array(z.string()) }),
  'no-participant': z.object({}),
  'participant-too-long': z.object({ longest: z.number().int() }),
  /** Several participants of the workshop have the code `text`; `people` are their names and ids. */
  'ambiguous-participant': z.object({
    text: z.string(),
    people: z.array(z.object({ name: z.string(), id: z.string() })),
  }),
  /** `text` names a code on a laptop, or an id, and nobody in the workshop is that one. */
  'unknown-participant': z.object({ text: z.string() }),
  'unknown-group': z.object({ text: z.string(), groups: z.array(z.string()) }),
  /** `text` is empty where no indicator is named; `meant` is the code that lost its last zeros. */
  'unknown-indicator': z.object({ text: z.string(), meant: z.string().optional() }),
  'unknown-criterion': z.object({ text: z.string() }),
  'unknown-round': z.object({ text: z.string() }),
  /** Answers are levels from 1 to `levels`. */
  'unknown-answer': z.object({ text: z.string(), levels: z.number().int() }),
  /** The number is not that of the level called `label`, which is `means`. */
  'answer-disagrees': z.object({
    text: z.string(),
    number: z.number().int(),
    label: z.string(),
    means: z.number().int(),
  }),
  'comment-too-long': z.object({ length: z.number().int(), longest: z.number().int() }),
  /** An earlier row of the file puts the participant `code` into `group`. */
  'other-group-in-file': z.object({ code: z.string(), group: z.string(), row: z.number().int() }),
  'other-group-in-workshop': z.object({ code: z.string(), group: z.string() }),
  /** Row `row` answers the same question otherwise. */
  'rated-twice': z.object({ row: z.number().int() }),
} as const
/** A reason without its place. */
export type RatingFault = Coded<typeof RATING_PROBLEMS>

/** A reason why a row of a file of keyed-in ratings does not fit, and its cell; its sheet where there are several. */
export const ratingProblem = z
  .object({ row: z.number(), sheet: z.string().optional(), cell: z.string() })
  .and(coded(RATING_PROBLEMS))
export type RatingProblem = z.infer<typeof ratingProblem>

/** The reason why no ratings can be read from a whole file. */
export const ratingsRefusal = z.object({
  code: z.enum(REFUSALS),
  line: z.number().int().optional(),
})
export type RatingsRefusal = z.infer<typeof ratingsRefusal>

/** The choices of a person about a file of keyed-in ratings. */
export interface RatingsChoices {
  /** The one sheet to read; left out, every sheet with ratings is. */
  readonly sheet?: string | undefined
  /** The fate of rows that are hidden or struck out; left out, the file is refused with them named. */
  readonly hiddenRows?: 'keep' | 'leave' | undefined
}

/** Something to look at in a file whose ratings were stored: `text` is the code, `other` one that may be meant. */
export interface RatingWarning {
  readonly code: 'zero-perhaps-lost'
  readonly row: number
  readonly sheet?: string | undefined
  readonly cell: string
  readonly text: string
  readonly other: string
}

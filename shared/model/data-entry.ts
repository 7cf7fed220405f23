import { z } from 'zod'
import { columnLetters, rowNumber, unreadable } from './check.ts'
import { type Coded, coded } from './coded.ts'
import { answer, round } from './rating.ts'
import { criterion } from './vocabulary.ts'

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
  'repeated-column': z.object({ column: z.string() }),
  /** The row is hidden or struck out, and nobody said whether it is meant. */
  'doubtful-row': z.object({ is: z.enum(['hidden', 'struck']) }),
  /** A column with ratings is hidden, and nobody said whether it is meant. */
  'doubtful-column': z.object({ heading: z.string() }),
  'no-group': z.object({ groups: z.array(z.string()) }),
  'no-participant': z.object({}),
  'participant-too-long': z.object({ length: z.number().int(), longest: z.number().int() }),
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
  /** `text` begins with the code `code`, and goes on with the title of the indicator `other`. */
  'title-disagrees': z.object({ text: z.string(), code: z.string(), other: z.string() }),
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
  /** Of a show of hands: what stands for a number of hands, and how many there may be. */
  'not-a-count': z.object({ text: z.string(), most: z.number().int() }),
  'no-present': z.object({}),
  'hands-over-room': z.object({ hands: z.number().int(), present: z.number().int() }),
  'counted-twice': z.object({ row: z.number().int() }),
  'unknown-wording': z.object({ text: z.string() }),
  /** Row `row` answers the same question otherwise. */
  'rated-twice': z.object({ row: z.number().int() }),
  /** Another of the files that are read together answers the same question otherwise, at this place. */
  'rated-in-other-file': z.object({
    file: z.string(),
    row: z.number().int(),
    sheet: z.string().optional(),
    cell: z.string(),
  }),
  /** Another of the files puts the participant `code` into `group`. */
  'other-group-in-other-file': z.object({
    code: z.string(),
    group: z.string(),
    file: z.string(),
    row: z.number().int(),
    sheet: z.string().optional(),
    cell: z.string(),
  }),
} as const
/** A reason without its place. */
export type RatingFault = Coded<typeof RATING_PROBLEMS>

/** A reason why a row of a file of keyed-in ratings does not fit, and its cell; its sheet where there are several. */
export const ratingProblem = z
  .object({ row: z.number(), sheet: z.string().optional(), cell: z.string() })
  .and(coded(RATING_PROBLEMS))
export type RatingProblem = z.infer<typeof ratingProblem>

/** The reason why no ratings can be read from a whole file. */
export const ratingsRefusal = unreadable
export type RatingsRefusal = z.infer<typeof ratingsRefusal>

/** Everything that a column of a table of ratings may be said to hold; `none` for one that is not read. */
export const RATING_FIELDS = [
  ...RATING_HEADINGS,
  'usefulness',
  'usability',
  'usefulness-comment',
  'usability-comment',
  'none',
] as const
export type RatingField = (typeof RATING_FIELDS)[number]

/** Everything that may be said once for all rows of a file that do not say it themselves. */
export const SAID_ONCE = ['participant', 'group', 'criterion', 'round'] as const

/** The choices of a person about a file of keyed-in ratings; what they leave open the file decides. */
export const ratingsChoices = z.object({
  /** The sheets to read; left out, every sheet with ratings is. */
  sheets: z.array(z.string().max(200)).min(1).max(200).optional(),
  /** The row of headings; left out, the one most like headings. */
  headerRow: rowNumber.optional(),
  /** The columns that a person decided about, by their letters. */
  columns: z.record(columnLetters, z.enum(RATING_FIELDS)).optional(),
  said: z.partialRecord(z.enum(SAID_ONCE), z.string().trim().min(1).max(200)).optional(),
  /**
   * The fate of rows and columns that are hidden or struck out; left out, the file is refused with them named.
   */
  hiddenRows: z.enum(['keep', 'leave']).optional(),
})
export type RatingsChoices = z.infer<typeof ratingsChoices>

/**
 * Everything to look at in a file whose ratings can be stored. `zero-perhaps-lost`: `text` is the code, `other` one
 * that may be meant; `partly-struck`: `text` is what is left of the cell.
 */
export const RATING_WARNINGS = {
  'zero-perhaps-lost': z.object({ text: z.string(), other: z.string() }),
  'partly-struck': z.object({ text: z.string() }),
} as const

/** Something to look at in a file whose ratings can be stored, and its cell. */
export const ratingWarning = z
  .object({ row: z.number(), sheet: z.string().optional(), cell: z.string() })
  .and(coded(RATING_WARNINGS))
export type RatingWarning = z.infer<typeof ratingWarning>

const count = z.number().int()

/** The counts of ratings of a file, stored or about to be; `rows` is the sum of the five in `ratings`. */
export const enteredCounts = z.object({
  rows: count,
  participants: z.object({ added: count, known: count }),
  ratings: z.object({
    new: count,
    /** Supersede another answer or comment, which stays in the history. */
    changed: count,
    /** Say nothing but what stands already, word for word. */
    unchanged: count,
    /** Have neither answer nor comment; what stands stays. */
    missing: count,
    /** Repeat an earlier row of the file. */
    repeated: count,
  }),
})
export type EnteredCounts = z.infer<typeof enteredCounts>

/** The meaning of a column: a field, or the answers about one indicator or of one person. */
export const columnHolds = z.discriminatedUnion('is', [
  z.object({ is: z.literal('field'), field: z.enum(RATING_FIELDS).exclude(['none']) }),
  z.object({
    is: z.literal('indicator'),
    code: z.string(),
    criterion: criterion.nullable(),
    isComment: z.boolean(),
  }),
  z.object({
    is: z.literal('person'),
    name: z.string(),
    criterion: criterion.nullable(),
    isComment: z.boolean(),
  }),
])
export type ColumnHolds = z.infer<typeof columnHolds>

/** A table of ratings as it was understood: its columns, those that are not read among them. */
export const ratingsTable = z.object({
  /** Empty for a csv. */
  sheet: z.string(),
  headerRow: z.number().int(),
  columns: z.array(
    z.object({
      column: columnLetters,
      heading: z.string(),
      holds: columnHolds.nullable(),
      isHidden: z.boolean(),
    }),
  ),
  /** The first rows below the headings as the spreadsheet shows them, a text for each column. */
  rows: z.array(z.object({ row: z.number().int(), texts: z.array(z.string()) })),
})
export type ShownTable = z.infer<typeof ratingsTable>

/** A rating of a file as it will be stored. */
export const shownEntry = z.object({
  sheet: z.string().optional(),
  row: z.number().int(),
  participant: z.string(),
  /** The participant is not in the workshop yet. */
  isNewcomer: z.boolean(),
  group: z.string(),
  indicator: z.string(),
  criterion,
  round,
  answer,
  comment: z.string(),
})
export type ShownEntry = z.infer<typeof shownEntry>

/** The first so many ratings and problems of a file are shown; they are counted all the same. */
export const MOST_SHOWN = 2_000

/** A file of ratings as it was understood, with every problem; nothing is stored. */
export const ratingsReport = z.object({
  file: z.string(),
  /** The sheets with something in them, and how many ratings each holds as far as it is read. */
  sheets: z.array(
    z.object({ name: z.string(), isHidden: z.boolean(), isRead: z.boolean(), ratings: count }),
  ),
  tables: z.array(ratingsTable),
  problems: z.array(ratingProblem),
  problemCount: count,
  warnings: z.array(ratingWarning),
  entries: z.array(shownEntry),
  /** The counts of what storing would do; null while there are problems. */
  counts: enteredCounts.nullable(),
})
export type RatingsReport = z.infer<typeof ratingsReport>

/** A file that no ratings can be read from, or what was understood of it. */
export const ratingsOutcome = z.union([
  ratingsReport,
  z.object({ file: z.string(), refused: ratingsRefusal }),
])
export type RatingsOutcome = z.infer<typeof ratingsOutcome>

/** The most files of ratings that are read together. */
export const MOST_FILES = 100

/** Files of ratings that are to be stored together: each as it was understood, and what those that fit bring. */
export const ratingsFilesReport = z.object({
  files: z.array(ratingsOutcome),
  /** The counts of what storing the files that fit would do; null where none does. */
  together: enteredCounts.nullable(),
  /** People with ratings in several of the files that fit, and the names of those files. */
  inSeveral: z.array(z.object({ participant: z.string(), files: z.array(z.string()) })),
})
export type RatingsFilesReport = z.infer<typeof ratingsFilesReport>

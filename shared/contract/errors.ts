import { z } from 'zod'
import { refusal } from '../model/check.ts'
import { ratingProblem, ratingsRefusal } from '../model/data-entry.ts'

/**
 * The closed list of errors, with the data of each. The words for people are in `messages/errors.ts`; a
 * code never changes its meaning.
 */
export const ERRORS = {
  UNKNOWN_WORKBOOK: z.object({ workbook: z.string() }),
  WORKBOOK_EXISTS: z.object({ file: z.string() }),
  CANNOT_READ_FILE: z.object({ file: z.string(), detail: z.string() }),
  NO_SUCH_FILE: z.object({ file: z.string() }),
  FILE_IN_USE: z.object({ file: z.string() }),
  FILE_NOT_ALLOWED: z.object({ file: z.string() }),
  DISK_GONE: z.object({ file: z.string() }),
  NOT_A_WORKBOOK: z.object({ file: z.string() }),
  WORKBOOK_MOVED: z.object({ file: z.string(), rescued: z.string().nullable() }),
  DAMAGED_WORKBOOK: z.object({ file: z.string(), detail: z.string() }),
  NO_BACKUP: z.object({ file: z.string() }),
  DAMAGED_BACKUP: z.object({ file: z.string() }),
  NEWER_WORKBOOK: z.object({ file: z.string(), version: z.number(), supported: z.number() }),
  FRAMEWORK_REFUSED: z.object({ file: z.string(), refused: refusal }),
  GLOSSARY_REFUSED: z.object({ file: z.string(), refused: refusal }),
  FRAMEWORK_HAS_ERRORS: z.object({ file: z.string(), errors: z.number() }),
  UNKNOWN_FRAMEWORK: z.object({ framework: z.string() }),
  FRAMEWORK_UNSETTLED: z.object({ file: z.string(), questions: z.number() }),
  FRAMEWORK_MOVED_ON: z.object({}),
  SEVERAL_FRAMEWORKS: z.object({ frameworks: z.array(z.string()) }),
  INDICATOR_CODE_TAKEN: z.object({ code: z.string() }),
  LAST_INDICATOR: z.object({ code: z.string() }),
  UNKNOWN_WORKSHOP: z.object({ workshop: z.string() }),
  UNKNOWN_PARTICIPANT: z.object({ participant: z.string() }),
  UNKNOWN_GROUP: z.object({ group: z.string(), groups: z.array(z.string()) }),
  UNKNOWN_INDICATOR: z.object({ indicator: z.string() }),
  UNKNOWN_ROUND: z.object({ round: z.number() }),
  ROUND_CLOSED: z.object({ round: z.number() }),
  WORKSHOP_BEGUN: z.object({ workshop: z.string() }),
  ROUND_UNDER_WAY: z.object({ round: z.number() }),
  PARTICIPANT_CODE_TAKEN: z.object({ code: z.string() }),
  TURN_OVER: z.object({ turn: z.string() }),
  LEVEL_OFF_SCALE: z.object({ level: z.number(), lowest: z.number(), highest: z.number() }),
  RULE_OFF_SCALE: z.object({
    rule: z.string(),
    levels: z.number(),
    scales: z.array(z.number()),
  }),
  SCALE_IN_USE: z.object({ ratings: z.number() }),
  RULE_NAME_TAKEN: z.object({ rule: z.string() }),
  UNKNOWN_RULE: z.object({ rule: z.string() }),
  UNKNOWN_RATING: z.object({ rating: z.string() }),
  NO_SUCH_CONFLICT: z.object({}),
  NO_SUCH_NOTE: z.object({}),
  NOT_LINKED: z.object({}),
  CONFIRMATION_DIFFERS: z.object({}),
  RECORD_ID_REUSED: z.object({ id: z.string() }),
  RATINGS_FILE_REFUSED: z.object({ file: z.string(), refused: ratingsRefusal }),
  HANDS_FILE_REFUSED: z.object({ file: z.string(), refused: ratingsRefusal }),
  RATINGS_REFUSED: z.object({ file: z.string(), problems: z.array(ratingProblem) }),
  UNKNOWN_SHEET: z.object({ sheet: z.string() }),
  SHEET_OF_ANOTHER_WORKBOOK: z.object({}),
  SHEET_WITHDRAWN: z.object({ sheet: z.number().int() }),
  SHEET_CHECKED: z.object({ sheet: z.number().int() }),
  SHEET_NOT_READ: z.object({ sheet: z.number().int() }),
  SHEETS_DIFFER: z.object({ differences: z.number().int() }),
  CHECKED_BY_THE_SAME: z.object({ by: z.string() }),
  EMPTY_SHEET: z.object({}),
  HANDS_OVER_ROOM: z.object({ code: z.string(), hands: z.number(), present: z.number() }),
  HANDS_OFF_SCALE: z.object({ counts: z.number(), levels: z.number() }),
  NOT_A_PUBLIC_KEY: z.object({}),
  NOT_A_KEY_FILE: z.object({ file: z.string() }),
  PACKAGES_REFUSED: z.object({
    packages: z.array(z.object({ file: z.string(), code: z.string(), message: z.string() })),
  }),
  STUDY_ALREADY_HERE: z.object({ title: z.string() }),
  MERGE_EXPIRED: z.object({}),
  UNKNOWN_RECEIPT: z.object({ receipt: z.string() }),
  FILE_PERMIT_EXPIRED: z.object({}),
  RELEASE_IS_WHOLE: z.object({ release: z.string(), choice: z.string() }),
  RULE_NOT_RELEASED: z.object({ rule: z.string() }),
  RELEASED_BEFORE: z.object({ since: z.string() }),
  RELEASED_BY_GROUP: z.object({ since: z.string() }),
  TOO_FEW_FOR_ROWS: z.object({ under: z.number().int() }),
  TOO_FEW_FOR_FEEDBACK: z.object({ answered: z.number().int(), under: z.number().int() }),
  NOT_IN_LANGUAGE: z.object({ format: z.string(), language: z.string() }),
  CANNOT_DRAW_PDF: z.object({ file: z.string() }),
  CANNOT_WRITE_FILE: z.object({ file: z.string(), detail: z.string() }),
  DISK_FULL: z.object({ file: z.string() }),
  LOCKED: z.object({}),
  WRONG_PIN: z.object({ waitSeconds: z.number().int() }),
  PIN_MUST_WAIT: z.object({ waitSeconds: z.number().int() }),
  WRONG_WORDS: z.object({}),
  PIN_ALREADY_SET: z.object({}),
  PIN_UNDECIDED: z.object({}),
  NOT_IN_ROOM: z.object({}),
  SOMEBODY_IS_RATING: z.object({}),
  WORD_DIFFERS: z.object({ triesLeft: z.number().int() }),
  NOT_RECOGNISED: z.object({}),
  NOT_AGREED: z.object({}),
} as const

export type ErrorCode = keyof typeof ERRORS
export type ErrorData<Code extends ErrorCode> = z.infer<(typeof ERRORS)[Code]>

/**
 * The type of `errorMap`. It is named so that the declared types of the many operations can refer to
 * it.
 */
export type ErrorMap = { readonly [Code in ErrorCode]: { readonly data: (typeof ERRORS)[Code] } }

/** The same list in the shape in which a contract declares its errors. */
export const errorMap = Object.fromEntries(
  Object.entries(ERRORS).map(([code, data]) => [code, { data }]),
) as ErrorMap

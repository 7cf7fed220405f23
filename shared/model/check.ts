import { z } from 'zod'
import { type Coded, coded } from './coded.ts'
import { indicatorText } from './framework.ts'
import { glossaryReading } from './glossary/reading.ts'
import { FIELDS_IN_FILES } from './indicator-fields.ts'
import { filePicture, pictureReading } from './pictures/pictures.ts'
import { screenLanguage } from './rating.ts'
import { fileTranslation } from './translations/translation.ts'

/** The fields of a framework sheet that the program reads. */
export const FRAMEWORK_FIELDS = FIELDS_IN_FILES
export const frameworkField = z.enum(FRAMEWORK_FIELDS)
export type FrameworkField = z.infer<typeof frameworkField>

/** The limits of files that people bring: bytes, files inside a zip, bytes unpacked, and what the sheets hold. */
const FILE_LIMITS = [
  'bytes',
  'parts',
  'unpacked',
  'rows',
  'cells',
  'characters',
  'memory',
  'milliseconds',
] as const

/** The largest spreadsheet that is read, in bytes. */
export const SPREADSHEET_BYTES = 30_000_000

/** A limit that a file passes: the most that is read, and what was found, where it was counted to its end. */
export const overLimit = z.object({
  limit: z.enum(FILE_LIMITS),
  most: z.number().int(),
  found: z.number().int().optional(),
})
export type OverLimit = z.infer<typeof overLimit>

/**
 * Every kind of problem that a framework file can have, with what its sentence names; the words are
 * in `messages/check.ts`. Of a long text the data hold the start, which is enough to recognise it.
 */
export const ISSUES = {
  'missing-code': z.object({}),
  /** `first` is the cell that has the code already; `restarts` if codes begin anew in each section. */
  'duplicate-code': z.object({ text: z.string(), first: z.string(), restarts: z.boolean() }),
  /** Columns `column` and `other` have one heading and do not say the same. */
  'repeated-column': z.object({
    field: frameworkField,
    heading: z.string(),
    column: z.string(),
    other: z.string(),
  }),
  'code-became-date': z.object({ text: z.string() }),
  'code-became-number': z.object({ text: z.string() }),
  'code-in-title': z.object({}),
  'guessed-column': z.object({ field: frameworkField, column: z.string(), heading: z.string() }),
  /** `code` is that of the indicator, empty where it has none. */
  'missing-title': z.object({ code: z.string() }),
  'missing-section': z.object({ code: z.string() }),
  /** The indicator stands above the first title of a section; `section` is where it was put. */
  'above-sections': z.object({ code: z.string(), section: z.string() }),
  /** `taken` and `other` are the titles over this one in either reading, outermost first. */
  'unsure-nesting': z.object({
    text: z.string(),
    taken: z.array(z.string()),
    other: z.array(z.string()),
  }),
  /** No column holds codes, so the indicators were numbered, from `first` to `last`. */
  'numbered-codes': z.object({ first: z.string(), last: z.string() }),
  'struck-out': z.object({ is: z.enum(['cell', 'part', 'needed']) }),
  'joined-sheets': z.object({ sheets: z.array(z.string()) }),
  'section-carried-down': z.object({ field: frameworkField, text: z.string() }),
  'unrecognised-value': z.object({ field: z.enum(['dataType', 'status']), text: z.string() }),
  /** `isKept` if the text is loaded as it is, unless a person chooses one of the values. */
  'two-values': z.object({ text: z.string(), values: z.array(z.string()), isKept: z.boolean() }),
  /** `isLeftOut` if the rest of the indicator is loaded without this text. */
  'error-value': z.object({ text: z.string(), isLeftOut: z.boolean() }),
  'row-length': z.discriminatedUnion('is', [
    z.object({ is: z.literal('longer') }),
    z.object({ is: z.literal('shorter'), cells: z.number().int(), headings: z.number().int() }),
  ]),
  'unsafe-link': z.object({}),
  'removed-characters': z.object({}),
  'long-text': z.object({ length: z.number().int() }),
  'hidden-row': z.object({}),
  'hidden-column': z.object({ heading: z.string() }),
  'unmapped-column': z.discriminatedUnion('is', [
    z.object({ is: z.literal('unknown'), heading: z.string() }),
    /** Column `taken` already holds the field. */
    z.object({ is: z.literal('repeated'), heading: z.string(), taken: z.string() }),
    z.object({ is: z.literal('unheaded'), column: z.string() }),
  ]),
  /** `instead` is what indicators are placed by; null for a field that nothing can stand in for. */
  'missing-column': z.object({
    field: frameworkField,
    instead: z.enum(['outcomes', 'one-section']).nullable(),
  }),
  'other-sheet': z.object({ sheet: z.string(), indicators: z.number().int() }),
  'unread-sheet': z.object({ sheet: z.string(), over: overLimit }),
} as const
export type IssueCode = keyof typeof ISSUES
export type IssueData<Code extends IssueCode> = z.infer<(typeof ISSUES)[Code]>

/** A problem of a framework file without its place: its code, with the data of that code. */
export type CodedIssue = Coded<typeof ISSUES>

const issuePlace = z.object({
  severity: z.enum(['error', 'warning']),
  sheet: z.string(),
  cell: z.string(),
  /** The field of the problem; null where it concerns a whole row or column. */
  field: frameworkField.nullable(),
  /** The present text of the cell. */
  text: z.string(),
  /** The meanings that a person can choose from; empty where anything may be typed. */
  options: z.array(z.string()),
  count: z.number().int(),
  cells: z.array(z.string()),
  /** True if the data are those of all the cells, false if only of the first. */
  isSameInAll: z.boolean(),
})

/**
 * A problem in a person's file: data, not an exception. `cell` is as the spreadsheet names it. A
 * problem that many cells share is one issue: `count` says how many, `cells` names them all.
 */
export const checkIssue = issuePlace.and(coded(ISSUES))
export type CheckIssue = z.infer<typeof checkIssue>

/** A row of a spreadsheet, counted as the spreadsheet does, from 1; in a csv the record's number. */
export const rowNumber = z.number().int().min(1).max(10_000_000)

/** A column as the spreadsheet names it, `A` to `XFD`. */
export const columnLetters = z.string().regex(/^[A-Z]{1,3}$/)

/** A cell as the spreadsheet names it: `D14`. */
const cell = z.string().regex(/^[A-Z]{1,3}[1-9]\d{0,7}$/)

/**
 * The choices of a person about a file; reading the file decides the rest. Each check is given all
 * choices anew, and they are stored nowhere until the framework is loaded.
 */
export const checkChoices = z.object({
  /** The sheet to read. */
  sheet: z.string().optional(),
  /** The row of headings; the table begins below it. */
  headerRow: rowNumber.optional(),
  /**
   * The columns of a field, for the fields that a person decided: none, one, or several that are
   * joined (sections as levels from the outermost, notes and other texts one below the other).
   */
  columns: z.partialRecord(frameworkField, z.array(columnLetters).max(10)).optional(),
  /** Texts typed in place of the content of single cells; empty for nothing. */
  texts: z
    .array(z.object({ cell, text: z.string() }))
    .max(20_000)
    .optional(),
  /** The meaning of a text wherever it occurs under a field: `qualitative` is `user feedback`. */
  meanings: z
    .array(z.object({ field: frameworkField, text: z.string(), means: z.string() }))
    .max(1_000)
    .optional(),
  /** Notes that an indicator is loaded with, each about one of its cells. */
  notes: z
    .array(z.object({ cell, text: z.string().max(10_000) }))
    .max(20_000)
    .optional(),
  /** Rows that are not to be loaded. */
  leftOut: z.array(rowNumber).max(20_000).optional(),
  /** Rows that are titles of sections, each at a level from 0, the outermost. */
  headings: z
    .array(z.object({ row: rowNumber, level: z.number().int().min(0).max(9) }))
    .max(20_000)
    .optional(),
  /** Rows that are indicators, whatever they look like. */
  indicators: z.array(rowNumber).max(20_000).optional(),
  /** The sections of single indicators, in place of those that the file gives them. */
  sections: z
    .array(z.object({ row: rowNumber, title: z.string().max(500) }))
    .max(20_000)
    .optional(),
  /** Left out, the glossary of the file is loaded with the framework. */
  glossary: z.literal('left-out').optional(),
  /** Numbers for indicators without a code: through the file, or within each section. */
  numberCodes: z.enum(['all', 'sections']).optional(),
  /** The fate of codes that several indicators have. */
  repeatedCodes: z
    .discriminatedUnion('by', [
      /** Each has the text of this column added to its code. */
      z.object({ by: z.literal('column'), column: columnLetters }),
      /** The first of each is kept, the others are left out. */
      z.object({ by: z.literal('first') }),
      /** The second has `-2` added to its code, the third `-3`. */
      z.object({ by: z.literal('number') }),
      /** All codes have what tells their section before them, as they begin anew in each section. */
      z.object({ by: z.literal('section') }),
    ])
    .optional(),
})
export type CheckChoices = z.infer<typeof checkChoices>

/** A sheet that could be chosen, and its number of rows that look like indicators without error. */
export const checkSheet = z.object({
  name: z.string(),
  hidden: z.boolean(),
  indicators: z.number().int(),
})
export type CheckSheet = z.infer<typeof checkSheet>

/** The reason for or against a column holding a field: its heading, or what stands in it. */
export const COLUMN_REASONS = [
  'known-heading',
  'like-known-heading',
  'looks-like-codes',
  'looks-like-words',
  'looks-like-figures',
  'looks-like-people',
  'one-each',
  'repeats',
  'long',
  'known-values',
  'no-known-value',
] as const
const columnReason = z.enum(COLUMN_REASONS)
export type ColumnReason = z.infer<typeof columnReason>

/** A column of the table, recognised or not. */
export const checkColumn = z.object({
  column: z.string(),
  /** Its heading as read, on one line; empty where it has none. */
  heading: z.string(),
  /** The field of the column; null where it is not loaded. */
  field: frameworkField.nullable(),
  /** The language in which it has the words of a field that another column holds; left out for any other column. */
  language: screenLanguage.optional(),
  /** The part of pictures that it holds: them or their files' names, or what they show; left out for any other column. */
  pictures: z.enum(['picture', 'description']).optional(),
  hidden: z.boolean(),
  /** Its first few different texts, as samples. */
  samples: z.array(z.string()),
  /** The score for its field, from 0 to 100; null where it has none. */
  score: z.number().int().nullable(),
  /** The parts of that score, the heading first. */
  because: z.array(columnReason),
})
export type CheckColumn = z.infer<typeof checkColumn>

/** The reason why a row of a framework sheet is no indicator, with the text that the sentence names. */
export const SKIP_REASONS = {
  'left-out': z.object({}),
  'struck-out': z.object({}),
  /** Its code stands in cell `first` already, and a person chose to keep the first of each. */
  'repeated-code': z.object({ first: z.string() }),
  'section-title': z.object({ text: z.string() }),
  'heading-or-note': z.object({ text: z.string() }),
  /** It stands under the title of something else, such as a log of changes. */
  'under-other-title': z.object({ title: z.string() }),
  'repeated-headings': z.object({}),
  total: z.object({}),
  'page-number': z.object({}),
  'end-of-list': z.object({}),
  'made-by': z.object({}),
  contact: z.object({}),
  note: z.object({}),
  'outside-table': z.object({ text: z.string() }),
  'not-an-indicator': z.object({}),
} as const
export type SkipReason = Coded<typeof SKIP_REASONS>

/** A row that is no indicator; `sheet` where it is not on the report's own. */
const skippedRow = z
  .object({ row: z.number().int(), sheet: z.string().optional() })
  .and(coded(SKIP_REASONS))
export type SkippedRow = z.infer<typeof skippedRow>

/**
 * The reading of a framework file. `row` and `headerRow` count as the spreadsheet does, from 1; in a
 * csv they are record numbers. `candidates` rows look like indicators, `clean` of them have no error;
 * only a file without errors is loaded.
 */
export const checkReport = z.object({
  file: z.string(),
  sheet: z.string(),
  headerRow: z.number().int(),
  /** The column of each field, the first where several are joined. */
  columns: z.partialRecord(frameworkField, z.string()),
  /** All columns of the fields that several columns hold together. */
  joinedColumns: z.partialRecord(frameworkField, z.array(z.string())),
  candidates: z.number().int(),
  clean: z.number().int(),
  /** The number of candidates in hidden rows, which count like any other. */
  hiddenRows: z.number().int(),
  /** `dataType` and `status` are null here where the file leaves them blank. */
  indicators: z.array(indicatorText.extend({ row: z.number().int() })),
  issues: z.array(checkIssue),
  skipped: z.array(skippedRow),
  /** Every column with a heading or a text, from the left. */
  tableColumns: z.array(checkColumn),
  /** Every sheet of the file, in its order. */
  sheets: z.array(checkSheet),
  /** The glossary that the file has beside the framework, if it has one; `isLeftOut` if it is not to be loaded. */
  glossary: glossaryReading.extend({ isLeftOut: z.boolean() }).optional(),
  /** The words of the indicators in other languages, if the file has any. */
  translations: z.array(fileTranslation).optional(),
  /** The pictures that rows of indicators name or hold, if the file has any. */
  pictures: z.array(filePicture).optional(),
  /** Those of them that lie in the sheets, and what is wrong with them, if there are any. */
  placedPictures: pictureReading.optional(),
})
export type CheckReport = z.infer<typeof checkReport>

/** The reasons why a whole file cannot be read. */
export const REFUSALS = [
  'empty-file',
  'not-a-spreadsheet',
  'password-protected',
  'damaged',
  'open-quote',
  'too-large',
  'too-slow',
  'no-table',
  'file-not-found',
  'file-in-use',
  'file-not-allowed',
  'disk-gone',
  'reader-failed',
] as const
/** `line` is that of a quote that is not closed, where one is why; `over` the limit that was passed. */
export const unreadable = z.object({
  code: z.enum(REFUSALS),
  line: z.number().int().optional(),
  over: overLimit.optional(),
})
export type Unreadable = z.infer<typeof unreadable>

/** The reason why nothing is understood of a file; `sheets` are the names to choose from, perhaps none. */
export const refusal = z.discriminatedUnion('code', [
  unreadable,
  z.object({ code: z.literal('no-such-sheet'), sheet: z.string(), sheets: z.array(z.string()) }),
])
export type Refusal = z.infer<typeof refusal>

/** A refusal of a whole file; `sheets` lists the sheets to choose from where the file could be read. */
export const checkRefusal = z.object({
  file: z.string(),
  refused: refusal,
  sheets: z.array(checkSheet).optional(),
})

/** The reading of a file, or the reason why it could not be read. */
export const checkOutcome = z.union([checkReport, checkRefusal])
export type CheckOutcome = z.infer<typeof checkOutcome>

/** The rows of a sheet to show: a number of those that hold anything, beginning with row `from`. */
export const previewScope = z.object({
  sheet: z.string(),
  from: rowNumber.default(1),
  rows: z.number().int().min(1).max(500).default(50),
})
export type PreviewScope = z.infer<typeof previewScope>

/** Rows of a sheet as the spreadsheet shows them, blank ones left out. */
export const checkPreview = z.object({
  sheet: z.string(),
  /** The last row that holds anything; 0 in an empty sheet. */
  lastRow: z.number().int(),
  rows: z.array(
    z.object({
      row: z.number().int(),
      hidden: z.boolean(),
      cells: z.array(z.object({ column: z.string(), text: z.string() })),
    }),
  ),
})
export type CheckPreview = z.infer<typeof checkPreview>

/** Rows to show, or the reason why there are none. */
export const previewOutcome = z.union([checkPreview, checkRefusal])
export type PreviewOutcome = z.infer<typeof previewOutcome>

/** The glossary of a file of its own, or the reason why it has none. */
export const glossaryOutcome = z.union([
  glossaryReading.extend({ file: z.string() }),
  z.object({ file: z.string(), refused: refusal }),
])
export type GlossaryOutcome = z.infer<typeof glossaryOutcome>

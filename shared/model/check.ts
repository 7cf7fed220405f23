import { z } from 'zod'
import { indicatorText } from './framework.ts'

/** Every kind of problem that a framework file can have; the words are in `messages/check.ts`. */
export const ISSUE_CODES = [
  'missing-code',
  'duplicate-code',
  'missing-title',
  'missing-section',
  'unrecognised-value',
  'error-value',
  'row-length',
  'unmapped-column',
  'missing-column',
] as const

/** A problem in a person's file: data, not an exception. `cell` is as the spreadsheet names it. */
export const checkIssue = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.enum(ISSUE_CODES),
  sheet: z.string(),
  cell: z.string(),
  message: z.string(),
})
export type CheckIssue = z.infer<typeof checkIssue>

/** The columns of a framework sheet that mean something, by the name of what they hold. */
export const FRAMEWORK_FIELDS = [
  'code',
  'section',
  'outcome',
  'title',
  'definition',
  'dataType',
  'status',
  'source',
  'unit',
  'population',
  'easyRead',
  'rationale',
] as const
export const frameworkField = z.enum(FRAMEWORK_FIELDS)
export type FrameworkField = z.infer<typeof frameworkField>

/**
 * What was understood of a framework file. `row` and `headerRow` count as the spreadsheet does, from
 * 1; in a csv they are record numbers. `candidates` rows look like indicators, `clean` of them have
 * no error; only a file without errors is loaded.
 */
export const checkReport = z.object({
  file: z.string(),
  sheet: z.string(),
  headerRow: z.number().int(),
  columns: z.partialRecord(frameworkField, z.string()),
  candidates: z.number().int(),
  clean: z.number().int(),
  /** `dataType` and `status` are null here where the file leaves them blank. */
  indicators: z.array(indicatorText.extend({ row: z.number().int() })),
  issues: z.array(checkIssue),
  skipped: z.array(z.object({ row: z.number().int(), reason: z.string() })),
})
export type CheckReport = z.infer<typeof checkReport>

/** Why a whole file cannot be read. */
export const REFUSALS = [
  'empty-file',
  'not-a-spreadsheet',
  'password-protected',
  'damaged',
  'too-large',
  'too-slow',
  'no-table',
  'no-such-sheet',
  'file-not-found',
] as const
export const refusal = z.object({ code: z.enum(REFUSALS), message: z.string() })
export type Refusal = z.infer<typeof refusal>

/** Either what was understood, or why nothing could be. */
export const checkOutcome = z.union([checkReport, z.object({ file: z.string(), refused: refusal })])
export type CheckOutcome = z.infer<typeof checkOutcome>

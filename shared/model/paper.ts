import { z } from 'zod'
import { LANGUAGE_CODES } from '../languages/languages.ts'
import { answer, COMMENT_LIMIT, round } from './rating.ts'
import { criterion, id, name } from './vocabulary.ts'

/** The looks of a sheet: plain A4, letters of 18 points, or plain wordings with a face for each answer. */
export const SHEET_STYLES = ['plain', 'large', 'easy'] as const
export const sheetStyle = z.enum(SHEET_STYLES)
export type SheetStyle = z.infer<typeof sheetStyle>

/** The most sheets that are printed at once. */
export const MOST_SHEETS = 100

/** The people to print sheets for: some newcomers of a group, or somebody who is in the workshop. */
export const sheetsFor = z.union([
  z.object({ group: name, people: z.number().int().min(1).max(MOST_SHEETS) }),
  z.object({ participant: id }),
])
export type SheetsFor = z.infer<typeof sheetsFor>

/** The choices of a printing; without `sections`, every indicator that the round asks for. */
export const printing = z.object({
  workshop: id,
  round,
  for: sheetsFor,
  style: sheetStyle,
  sections: z.array(z.string()).min(1).optional(),
  /** The language of the sheet, its framework's words included where there are any in it; left out, English. */
  language: z.enum(LANGUAGE_CODES).optional(),
})
export type Printing = z.infer<typeof printing>

/** The name or initials of somebody who keys sheets in. */
export const keyer = z
  .string()
  .regex(/^\P{Surrogate}*$/u)
  .min(1)
  .max(60)

/** The number on a sheet. */
export const sheetNumber = z.number().int().min(1)

/** The first reading of a sheet, and the second, by somebody else. */
export const pass = z.union([z.literal(1), z.literal(2)])
export type Pass = z.infer<typeof pass>

/** The stage of a sheet: printed, being keyed in, keyed in, being read again, or checked by a second person. */
export const sheetStage = z.enum(['printed', 'keying', 'keyed', 'checking', 'checked'])
export type SheetStage = z.infer<typeof sheetStage>

/** A sheet that was printed on this laptop. Of somebody who withdrew the code and the group are empty. */
export const listedSheet = z.object({
  number: sheetNumber,
  code: z.string(),
  group: z.string(),
  round,
  stage: sheetStage,
  /** The number of its questions, and of those that were read so far, the first time and the second. */
  questions: z.number().int(),
  read: z.tuple([z.number().int(), z.number().int()]),
  keyedBy: z.string().nullable(),
  checkedBy: z.string().nullable(),
})
export type ListedSheet = z.infer<typeof listedSheet>

/** A question of a sheet: an indicator by a criterion. */
export const sheetQuestion = z.object({ indicator: id, criterion })
export type SheetQuestion = z.infer<typeof sheetQuestion>

/** The reading of one question: the cross, and words beside it. */
export const sheetEntry = sheetQuestion.extend({
  answer,
  comment: z.string().max(COMMENT_LIMIT),
})
export type SheetEntry = z.infer<typeof sheetEntry>

/** One line of a sheet. */
export const sheetLine = z.object({ indicator: id, code: z.string(), title: z.string() })
export type SheetLine = z.infer<typeof sheetLine>

/** A sheet to be keyed in, with what was read in this pass. */
export const openSheet = listedSheet.extend({
  workshop: id,
  lines: z.array(sheetLine),
  entries: z.array(sheetEntry),
})
export type OpenSheet = z.infer<typeof openSheet>

/** A question that the two readings of a sheet tell differently; `line` is its number on the paper. */
export const sheetDifference = sheetQuestion.extend({
  line: z.number().int(),
  code: z.string(),
  title: z.string(),
  first: answer,
  second: answer,
})
export type SheetDifference = z.infer<typeof sheetDifference>

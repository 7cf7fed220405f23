import { z } from 'zod'
import { overLimit, REFUSALS, SPREADSHEET_BYTES } from '../../../shared/model/check.ts'
import { codedPictureProblem, pictureContent } from '../../../shared/model/pictures/pictures.ts'

/**
 * A row with something in it. `number` is the spreadsheet's own, from 1; in a csv the record's.
 * `width` counts its cells up to the last one, which in a csv may be blank. A cell is its column,
 * counted from 1, and its text as a person sees it.
 */
export interface SheetRow {
  readonly number: number
  readonly width: number
  readonly cells: (readonly [column: number, text: string])[]
}

const isCell = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length === 2 &&
  Number.isSafeInteger(value[0]) &&
  typeof value[1] === 'string'

const isRow = (value: unknown): value is SheetRow =>
  typeof value === 'object' &&
  value !== null &&
  'number' in value &&
  Number.isSafeInteger(value.number) &&
  'width' in value &&
  Number.isSafeInteger(value.width) &&
  'cells' in value &&
  Array.isArray(value.cells) &&
  value.cells.every(isCell)

/** Checked by hand: a schema for each of very many cells takes longer than reading them. */
const sheetRows = z.custom<SheetRow[]>(value => Array.isArray(value) && value.every(isRow))

/** Cells that were merged into one, whose text stands in the first: columns and rows, all included. */
const span = z.object({
  column: z.number().int(),
  toColumn: z.number().int(),
  from: z.number().int(),
  to: z.number().int(),
})
export type Span = z.infer<typeof span>

/**
 * A property of a cell beside its text: a date to the spreadsheet, a link that may do harm, struck out.
 * Of a text that is struck out in part, the cell has the rest.
 * `decimal` is a number with a fraction, of which spreadsheets drop the last zeros.
 */
const mark = z.object({
  row: z.number().int(),
  column: z.number().int(),
  kind: z.enum(['date', 'unsafe-link', 'struck', 'partly-struck', 'decimal']),
})
export type Mark = z.infer<typeof mark>

/** A picture that lies over a cell, or the reason why it cannot be taken. */
export const sheetPicture = z.object({
  row: z.number().int(),
  column: z.number().int(),
  /** A text that says what it shows; empty for none. */
  description: z.string(),
  /** The name that it has inside the file. */
  name: z.string(),
  content: z.union([pictureContent, codedPictureProblem]),
})
export type SheetPicture = z.infer<typeof sheetPicture>

/**
 * One sheet: its rows from the top, blank ones left out, each row's cells from the left. A csv is
 * one sheet without a name.
 */
const sheet = z.object({
  name: z.string(),
  hidden: z.boolean(),
  rows: sheetRows,
  spans: z.array(span),
  /** Rows and columns that the spreadsheet does not show, as far as its format tells. */
  hiddenRows: z.array(z.number().int()),
  hiddenColumns: z.array(z.number().int()),
  marks: z.array(mark),
  /** The looks of rows whose first cell is unlike most: its weight, size and indent, as one text. */
  looks: z.array(z.object({ row: z.number().int(), look: z.string() })).optional(),
  /** The pictures that lie over its cells, of a file in which they are looked for; left out where there are none. */
  pictures: z.array(sheetPicture).optional(),
})
export type Sheet = z.infer<typeof sheet>

/** The way in which a file was written, which decides how strictly its rows are judged. */
export const spreadsheetFormat = z.enum(['csv', 'workbook'])
export type SpreadsheetFormat = z.infer<typeof spreadsheetFormat>

/** The reasons why a reader cannot read a file; content that is missing is judged by others. */
const readRefusal = z.enum(REFUSALS).exclude(['no-table'])
export type ReadRefusal = z.infer<typeof readRefusal>

/** The content of a file as plain text in rows, or the reason why it could not be read. */
export const spreadsheetReading = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('sheets'),
    format: spreadsheetFormat,
    sheets: z.array(sheet),
    /** The sheets that were left out, as they are too large for any use here. */
    unread: z.array(z.object({ name: z.string(), over: overLimit })),
  }),
  z.object({
    kind: z.literal('refused'),
    code: readRefusal,
    /** The line of a csv from which on it cannot be read. */
    line: z.number().int().optional(),
    /** The limit that it passes. */
    over: overLimit.optional(),
  }),
])
export type SpreadsheetReading = z.infer<typeof spreadsheetReading>
export type RefusedReading = Extract<SpreadsheetReading, { readonly kind: 'refused' }>

/** The limits of a foreign file, beyond which a reader refuses it. */
export interface SpreadsheetLimits {
  /** Size of the file on disk. */
  readonly bytes: number
  /** Files inside a zipped spreadsheet. */
  readonly zipEntries: number
  /** Size of those files together, unpacked, as far as they are read. */
  readonly unpackedBytes: number
  /** Rows and filled cells of the sheets that are read, together. */
  readonly rows: number
  readonly cells: number
  /** Characters of all cells together: one shared text can be used by a million cells. */
  readonly characters: number
  /** Pictures of a zipped spreadsheet together, unpacked; 0 to look for none. */
  readonly pictureBytes: number
  /** Memory of the reader process, its program included. */
  readonly memoryBytes: number
  readonly milliseconds: number
}

/**
 * Generous for any framework or sheet of keyed-in ratings, and safe for an 8 GB laptop. Memory and time are enough for the most
 * cells on every kind of process that reads, so that a file passes or fails by what is in it, in each front alike.
 */
export const DEFAULT_LIMITS: SpreadsheetLimits = {
  bytes: SPREADSHEET_BYTES,
  zipEntries: 2_000,
  unpackedBytes: 60_000_000,
  rows: 100_000,
  cells: 500_000,
  characters: 20_000_000,
  pictureBytes: 0,
  memoryBytes: 600_000_000,
  milliseconds: 20_000,
}

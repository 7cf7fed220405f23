import type { CellValue as ExcelValue, Style, Worksheet } from 'exceljs'
import type { CellValue, NumberFormat, TableColumn } from './sheets.ts'

const NUMBER_FORMATS: Readonly<Record<NumberFormat, string>> = {
  whole: '0',
  figure: '0.00',
  share: '0%',
}

const DATE_FORMATS = { day: 'yyyy-mm-dd', moment: 'yyyy-mm-dd hh:mm:ss' } as const

const MILLISECONDS_A_DAY = 86_400_000
/** The days from the first that a spreadsheet counts to the first of 1970. */
const DAYS_TO_1970 = 25_569

/** A day or a moment as a spreadsheet counts them; other values, and text that is neither, as they are. */
export function dated(value: CellValue, { date }: TableColumn): CellValue {
  if (date === undefined || typeof value !== 'string') return value
  const moment = Date.parse(value)
  return Number.isNaN(moment) ? value : moment / MILLISECONDS_A_DAY + DAYS_TO_1970
}

const TOP = { vertical: 'top' } as const
const FONT = { name: 'Calibri', size: 11 } as const
/** Over words. */
export const HEADING: Partial<Style> = {
  font: { ...FONT, bold: true, color: { argb: 'FFFFFFFF' } },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FF1F4E5F' } },
  alignment: { ...TOP, wrapText: true, horizontal: 'left', indent: 1 },
}
/** Over figures, which stand at the right of their cells. */
export const NUMBER_HEADING: Partial<Style> = {
  ...HEADING,
  alignment: { ...TOP, wrapText: true, horizontal: 'right' },
}
/** The title of a sheet of words or pictures, the headings in it, and its text. */
export const NOTES_TITLE: Partial<Style> = {
  font: { ...FONT, bold: true, size: 16 },
  alignment: TOP,
}
export const NOTES_HEADING: Partial<Style> = {
  font: { ...FONT, bold: true, size: 13 },
  alignment: TOP,
}
export const NOTES_TEXT: Partial<Style> = { font: FONT, alignment: { ...TOP, wrapText: true } }

/** A row as high as programs make it by themselves, in points and in pixels, and the most it can be. */
export const ROW = { points: 15, pixels: 20, most: 405 } as const

/** The style of the cells of a column. */
export function styleOf({ format, wraps, date }: TableColumn): Partial<Style> {
  const shown = format ? NUMBER_FORMATS[format] : date && DATE_FORMATS[date]
  const numFmt = shown ? { numFmt: shown } : {}
  // A step in, so that words do not touch the figures of the column before.
  const place = format ? TOP : ({ ...TOP, horizontal: 'left', indent: 1 } as const)
  return { font: FONT, alignment: wraps ? { ...place, wrapText: true } : place, ...numFmt }
}

/**
 * Writes a row of values, each in the style of its column.
 *
 * One style object for all cells of a column: the library knows it again by identity, where a style
 * on the column is merged and looked up anew for every cell, at several times the cost.
 */
export function addRow(
  sheet: Worksheet,
  values: readonly CellValue[],
  styles: readonly Partial<Style>[],
): void {
  const row = sheet.addRow([])
  let lines = 1
  for (const [index, value] of values.entries()) {
    if (value === null || value === '') continue
    const cell = row.getCell(index + 1)
    const style = styles[index] ?? {}
    cell.value = toCell(value)
    cell.style = style
    if (typeof value !== 'string' || !style.alignment?.wrapText) continue
    lines = Math.max(lines, linesOf(value, sheet.getColumn(index + 1).width ?? value.length))
  }
  // Not every program makes a row high enough for its text by itself, and then rows lie over each other.
  if (lines > 1) row.height = Math.min(lines * ROW.points, ROW.most)
  row.commit()
}

/** Letters are on average a little wider than the figures in which the width of a column is counted. */
const LETTER = 1.1

/** About how many lines a text takes in a column of this width. */
function linesOf(text: string, width: number): number {
  if (text.length * LETTER <= width && !text.includes('\n')) return 1
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * LETTER) / width)), 0)
}

/** Characters that this format must escape: control characters, and its own escapes. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is escaped
const UNWRITABLE = /[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g

const escaped = (character: string): string =>
  `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`

/**
 * Plain text cells lose the space around their text in some programs, and other programs undo the
 * escapes in them twice; cells of formatted text, which take more room, have neither fault.
 */
function toCell(value: CellValue): ExcelValue {
  if (typeof value !== 'string') return value
  const text = value.replace(UNWRITABLE, escaped)
  return text !== value || /^\s|\s$|&/.test(text) ? { richText: [{ text }] } : text
}

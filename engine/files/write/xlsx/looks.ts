import type { CellValue, NumberFormat, TableColumn } from '../sheets.ts'
import type { CellStyle } from './styles.ts'

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

const HEADED = { isBold: true, colour: 'FFFFFF', fill: '1F4E5F', wraps: true } as const
/** Over words. */
export const HEADING: CellStyle = { ...HEADED, side: 'left', indent: 1 }
/** Over figures, which stand at the right of their cells. */
export const NUMBER_HEADING: CellStyle = { ...HEADED, side: 'right' }
/** The title of a sheet of words or pictures, the headings in it, and its text. */
export const NOTES_TITLE: CellStyle = { isBold: true, size: 16 }
export const NOTES_HEADING: CellStyle = { isBold: true, size: 13 }
export const NOTES_TEXT: CellStyle = { wraps: true }

/** A row as high as programs make it by themselves, in points and in pixels, and the most it can be. */
export const ROW = { points: 15, pixels: 20, most: 405 } as const

/** The style of the cells of a column. */
export function styleOf({ format, wraps = false, date }: TableColumn): CellStyle {
  const shown = format ? NUMBER_FORMATS[format] : date && DATE_FORMATS[date]
  return {
    wraps,
    // A step in, so that words do not touch the figures of the column before.
    ...(format ? {} : ({ side: 'left', indent: 1 } as const)),
    ...(shown ? { format: shown } : {}),
  }
}

/** Letters are on average a little wider than the figures in which the width of a column is counted. */
const LETTER = 1.1

/**
 * The height of a row of values in points, for the text that is broken into lines in its cells; none where programs
 * know it. Not every program makes a row high enough by itself, and then rows lie over each other.
 */
export function heightOf(
  cells: readonly CellValue[],
  styles: readonly CellStyle[],
  widths: readonly number[],
): number | undefined {
  let lines = 1
  for (const [at, value] of cells.entries()) {
    if (typeof value !== 'string' || value === '' || !styles[at]?.wraps) continue
    lines = Math.max(lines, linesOf(value, widths[at] ?? value.length))
  }
  return lines > 1 ? Math.min(lines * ROW.points, ROW.most) : undefined
}

/** About how many lines a text takes in a column of this width. */
function linesOf(text: string, width: number): number {
  if (text.length * LETTER <= width && !text.includes('\n')) return 1
  return text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * LETTER) / width)), 0)
}

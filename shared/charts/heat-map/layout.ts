import { nameRoomFor } from '../frame/row-name.ts'
import { textWidth, wrapText } from '../text/measure.ts'
import type { Box } from '../text/place-labels.ts'
import type { HeatCells, HeatRow } from './cells.ts'

/** A column's heading: in lines over its cells, or turned where they are narrower than its words. */
interface HeatHeading {
  readonly lines: readonly string[]
  readonly middle: number
}

/** A row in its place. */
export interface HeatRowLayout {
  readonly row: HeatRow
  readonly top: number
  readonly nameY: number
  readonly areas: readonly Box[]
}

/** The layout of the heat map. */
export interface HeatLayout {
  readonly width: number
  readonly height: number
  readonly nameRoom: number
  readonly rowHeight: number
  readonly areTurned: boolean
  readonly headings: readonly HeatHeading[]
  /** The lower edge of the headings. */
  readonly top: number
  readonly rows: readonly HeatRowLayout[]
}

/** The size of the headings. */
export const HEADING_TEXT = 12.5
/** The height of a line of a heading. */
export const HEADING_LINE = 15
const NARROW = 640
const WIDEST_CELL = 96
const LONGEST_TURNED = 150
const NAME_GAP = 14
const LEAST_NAME = 250
/** The gap between the column of everyone and the groups. */
const APART = 8

/** Lays out rows of cells with their names before them, or over them on a narrow chart. */
export function layoutHeatMap({ columns, rows }: HeatCells, width: number): HeatLayout {
  const isNarrow = width < NARROW
  const setting = { size: HEADING_TEXT }
  const words = columns.flatMap(column => column.split(/\s+/))
  const wanted = Math.min(WIDEST_CELL, Math.max(...words.map(word => textWidth(word, setting))) + 8)
  const left = width - wanted * columns.length - APART - NAME_GAP
  const nameRoom = isNarrow
    ? width
    : Math.min(nameRoomFor(rows, width, 0.42), Math.max(LEAST_NAME, left))
  const from = isNarrow ? 0 : nameRoom + NAME_GAP
  const cellWidth = Math.min(WIDEST_CELL, (width - from - APART) / columns.length)
  const columnLeft = (index: number) => from + index * cellWidth + (index === 0 ? 0 : APART)
  const areTurned = columns.some(column =>
    column.split(/\s+/).some(word => textWidth(word, setting) > cellWidth - 2),
  )
  const headings = columns.map((column, index) => ({
    middle: columnLeft(index) + cellWidth / 2,
    lines: areTurned
      ? wrapText(column, LONGEST_TURNED, setting, cellWidth > 34 ? 2 : 1)
      : wrapText(column, cellWidth - 2, setting, 4),
  }))
  const top = 10 + headingHeight(headings, areTurned)
  const rowHeight = isNarrow ? 58 : 28
  return {
    width,
    nameRoom,
    rowHeight,
    areTurned,
    headings,
    top,
    height: top + rows.length * rowHeight,
    rows: rows.map((row, index) => {
      const rowTop = top + index * rowHeight
      const cellTop = isNarrow ? rowTop + 28 : rowTop + 2
      return {
        row,
        top: rowTop,
        nameY: isNarrow ? rowTop + 16 : rowTop + rowHeight / 2,
        areas: row.cells.map((_, column) => ({
          x: columnLeft(column) + 1,
          y: cellTop,
          width: cellWidth - 2,
          height: 24,
        })),
      }
    }),
  }
}

function headingHeight(headings: readonly HeatHeading[], areTurned: boolean): number {
  const lines = headings.flatMap(heading => heading.lines)
  return areTurned
    ? Math.max(0, ...lines.map(line => textWidth(line, { size: HEADING_TEXT })))
    : Math.max(0, ...headings.map(heading => heading.lines.length)) * HEADING_LINE
}

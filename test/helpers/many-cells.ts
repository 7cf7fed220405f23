import { FRAMEWORK_LIMITS } from '../../engine/frameworks/read/check-file.ts'
import { refusalMessage } from '../../shared/messages/check.ts'
import { makeXlsx, rawCell } from '../engine/files/make-zip.ts'

const COLUMNS = 'ABCDEFGHIJKLM'.split('')
const HEADINGS = ['code', 'section', 'indicator']

/** A framework as an Excel file of this many cells, thirteen to a row: far more text than any real one. */
export function frameworkOfCells(cells: number): Buffer {
  const row = (number: number, text: (column: number) => string, columns = COLUMNS): string =>
    `<row r="${number}">${columns.map((letter, at) => rawCell(`${letter}${number}`, text(at))).join('')}</row>`
  const headings = row(1, at => HEADINGS[at] ?? `column ${at + 1}`)
  const more = cells - COLUMNS.length
  const rows = Array.from({ length: Math.ceil(more / COLUMNS.length) }, (_, index) => {
    const columns = COLUMNS.slice(0, more - index * COLUMNS.length)
    return row(index + 2, at => textOf(index, at), columns)
  })
  return makeXlsx({ rows: headings + rows.join('') })
}

const textOf = (index: number, column: number): string => {
  if (column === 0) return `A${index + 1}`
  return column === 1 ? 'Safety' : `indicator ${index + 1}, text ${column}`
}

/** The most cells that a framework's file may have, in every front alike. */
export const MOST_CELLS = FRAMEWORK_LIMITS.cells

/** The sentence on a file that has more. */
export const tooManyCells = (file: string): string =>
  refusalMessage(file, { code: 'too-large', over: { limit: 'cells', most: MOST_CELLS } })

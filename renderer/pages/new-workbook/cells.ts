/** A cell's place: its column as the spreadsheet names it, and its row from 1. */
export interface CellPlace {
  readonly column: string
  readonly row: number
}

/** The place that a cell's name, such as `D14`, stands for. */
export function placeOf(cell: string): CellPlace {
  const [, column = 'A', row = '1'] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
  return { column, row: Number(row) }
}

/** The name of a cell. */
export const cellName = ({ column, row }: CellPlace): string => `${column}${row}`

/** Orders columns from the left: `B`, `Z`, `AA`. */
export const byColumn = (a: string, b: string): number =>
  a.length - b.length || (a < b ? -1 : Number(a > b))

/** Orders cells as one reads: from the top, then from the left. */
export const byPlace = (a: CellPlace, b: CellPlace): number =>
  a.row - b.row || byColumn(a.column, b.column)

/** The content of a cell of a written file; null is an empty cell. */
export type CellValue = string | number | null

/** The display of a column's numbers: whole, with two decimals, or as a percentage. */
export type NumberFormat = 'whole' | 'figure' | 'share'

/**
 * The display of the size of a column's numbers beside them: as a bar in the cell, or as a colour, on
 * a scale from one number to another.
 */
export interface NumberDisplay {
  readonly kind: 'bar' | 'colours'
  readonly from: number
  readonly to: number
}

/** A column of a table. `width` is in characters. */
export interface TableColumn {
  readonly name: string
  readonly width: number
  readonly format?: NumberFormat
  readonly look?: NumberDisplay
  /** Says which row it is. Such columns at the beginning are on every printed page of a table that needs several side by side. */
  readonly isKey?: boolean
  /** Long text, broken into lines within its cell. */
  readonly wraps?: boolean
  /** Text that is a day or a moment in UTC (ISO 8601), which a spreadsheet file has as a date. */
  readonly date?: 'day' | 'moment'
}

/** A sheet with headings and rows; the rows may be produced while they are written. */
export interface TableSheet {
  readonly kind: 'table'
  readonly name: string
  readonly columns: readonly TableColumn[]
  readonly rows: Iterable<readonly CellValue[]>
}

/** A line of a sheet that is read, not computed with; only a `label` makes it a heading. */
export interface Note {
  readonly label: string
  readonly text: string
}

/** A sheet of notes under a title. */
export interface NotesSheet {
  readonly kind: 'notes'
  readonly name: string
  readonly title: string
  readonly notes: readonly Note[]
}

/** A picture on a sheet: `width` and `height` in pixels as it is shown, of which the PNG may have more. */
export interface Picture {
  /** The title over the picture. */
  readonly name: string
  /** The alternative text, for people who do not see the picture. */
  readonly words: string
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
}

/** A sheet of pictures under a title; each is drawn when its turn comes, and begins a page. */
export interface PicturesSheet {
  readonly kind: 'pictures'
  readonly name: string
  readonly title: string
  /** Notes above the table that a reader needs first. */
  readonly lead: string
  readonly pictures: readonly (() => Promise<Picture>)[]
}

/** A spreadsheet file to be written. `moment` dates it (ISO 8601): the same content, the same date. */
export interface SpreadsheetContent {
  readonly title: string
  readonly program: string
  readonly moment: string
  readonly sheets: readonly (TableSheet | NotesSheet | PicturesSheet)[]
}

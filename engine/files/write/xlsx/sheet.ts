import { partLongCells } from '../../long-cells.ts'
import type { CellValue, NumberDisplay } from '../sheets.ts'
import type { PlacedPicture } from './drawing.ts'
import type { CellStyle, StyleTable } from './styles.ts'
import { cellText, xmlText } from './text.ts'

/** A sheet of a file. What stands under its rows is known when they have been written, so they end with it. */
export interface Sheet {
  readonly name: string
  readonly layout: SheetLayout
  readonly rows: () => SheetRows
}

/** The rows of a sheet in turn, and then its end. */
export type SheetRows = Iterator<SheetRow, SheetEnd> | AsyncIterator<SheetRow, SheetEnd>

/** The columns and pages of a sheet. */
export interface SheetLayout {
  /** The widths of its columns, in characters. */
  readonly widths: readonly number[]
  /** The columns that are not shown, by their places from 0. */
  readonly hiddenColumns?: readonly number[]
  /** The looks of cells that are still empty, column by column. */
  readonly columnStyles?: readonly CellStyle[]
  /** Headings, which stay in view. */
  readonly frozenRows?: number
  readonly hidesGrid?: boolean
  /** Not shown, such as the lists that cells choose from. */
  readonly isHidden?: boolean
  /** Closed, but for cells whose style is open; there is no password, as it guards against slips only. */
  readonly isProtected?: boolean
  readonly page?: PageLayout
}

/** The printed page (A4): as wide as the columns, or by a scale in percent; margins are in inches. */
export interface PageLayout {
  readonly orientation: 'portrait' | 'landscape'
  readonly scale?: number
  readonly margins?: Margins
  /** The first row on each page. */
  readonly repeatsHeadings?: boolean
  /** So many first columns on each page, where the columns need several pages side by side, which follow each other. */
  readonly repeatsColumns?: number
  /** The sheet's name and the number of the page at the foot. */
  readonly hasFooter?: boolean
}

interface Margins {
  readonly sides: number
  readonly top: number
  readonly bottom: number
  readonly header: number
}

/** A row; cells without a value are left out. */
export interface SheetRow {
  readonly cells: readonly CellValue[]
  readonly styles: readonly CellStyle[]
  /** In points; without, programs choose it. */
  readonly height?: number
  readonly endsPage?: boolean
  /** Cells without a value are written too, for their style. */
  readonly keepsEmpty?: boolean
}

/** Whatever a sheet has beside its rows; places are written as people write them, `A2:B9`. */
export interface SheetEnd {
  readonly filter?: string
  readonly looks?: readonly { readonly at: string; readonly look: NumberDisplay }[]
  readonly choices?: readonly CellChoice[]
  readonly pictures?: readonly PlacedPicture[]
}

/** Cells in which one of a few values is chosen; others are refused with words. */
export interface CellChoice {
  readonly at: string
  /** The values as a formula, of `listOf` or a range of another sheet. */
  readonly values: string
  readonly errorTitle: string
  readonly error: string
}

/** A few short values as the formula of a choice: all together at most 255 characters, and none with a comma. */
export const listOf = (values: readonly string[]): string =>
  `"${values.join(',').replaceAll('"', '""')}"`

/** Letters in which columns are counted, from 1: A, Z, AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor((column - 1) / 26)
  return (rest > 0 ? columnLetters(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26))
}

/** The place of so many cells of a column, counted from 0 as rows are from 1: `B2:B9`. */
export function cellsOf(
  column: number,
  { from, count }: { readonly from: number; readonly count: number },
): string {
  const letters = columnLetters(column + 1)
  return `${letters}${from}:${letters}${from + count - 1}`
}

/** Characters of a part that are handed on at once. */
const PIECE = 65_536

/** Writes the part of a sheet piece by piece; `tell` hears its end before the last piece is taken. */
export async function* sheetXml(
  { layout, rows }: Sheet,
  styles: StyleTable,
  tell: (end: SheetEnd) => void,
): AsyncGenerator<string> {
  let text = beginning(layout, styles)
  const breaks: number[] = []
  const source = rows()
  for (let at = 1; ; at++) {
    const step = source.next()
    const { done, value } = step instanceof Promise ? await step : step
    if (done) {
      tell(value)
      yield `${text}</sheetData>${ending(layout, value, breaks)}</worksheet>`
      return
    }
    if (value.endsPage) breaks.push(at)
    text += rowXml(value, at, styles)
    if (text.length < PIECE) continue
    yield text
    text = ''
  }
}

function beginning({ page, ...layout }: SheetLayout, styles: StyleTable): string {
  const fits = page && page.scale === undefined
  const { frozenRows } = layout
  const pane = frozenRows
    ? `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
    : ''
  return (
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" ' +
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `${fits ? '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' : ''}` +
    `<sheetViews><sheetView${layout.hidesGrid ? ' showGridLines="0"' : ''} workbookViewId="0">` +
    `${pane}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>` +
    `<cols>${layout.widths.map((width, at) => columnXml(width, at, layout, styles)).join('')}</cols>` +
    '<sheetData>'
  )
}

function columnXml(
  width: number,
  at: number,
  { columnStyles, hiddenColumns }: SheetLayout,
  styles: StyleTable,
): string {
  const style = columnStyles?.[at]
  const hidden = hiddenColumns?.includes(at) ? ' hidden="1"' : ''
  const look = style ? ` style="${styles.idOf(style)}"` : ''
  return `<col min="${at + 1}" max="${at + 1}" width="${width}"${look}${hidden} customWidth="1"/>`
}

const LETTERS = Array.from({ length: 200 }, (_, at) => columnLetters(at + 1))

function rowXml(
  { cells: whole, styles: looks, height, keepsEmpty }: SheetRow,
  row: number,
  styles: StyleTable,
): string {
  const cells = partLongCells(whole, at => `${columnLetters(at + 1)}${row}`)
  const high = height === undefined ? '' : ` ht="${height}" customHeight="1"`
  let text = `<row r="${row}"${high}>`
  for (let at = 0; at < cells.length; at++) {
    const value = cells[at] ?? ''
    if (value === '' && !keepsEmpty) continue
    const style = looks[at]
    const place = `<c r="${LETTERS[at] ?? columnLetters(at + 1)}${row}"`
    const look = style ? ` s="${styles.idOf(style)}"` : ''
    if (value === '') text += `${place}${look}/>`
    else if (typeof value === 'number') text += `${place}${look}><v>${value}</v></c>`
    else text += `${place}${look} t="inlineStr">${cellText(value)}</c>`
  }
  return `${text}</row>`
}

/** Everything that follows the rows, in the order that the format asks for. */
function ending(
  { isProtected, page }: SheetLayout,
  { filter, looks = [], choices = [], pictures = [] }: SheetEnd,
  breaks: readonly number[],
): string {
  return [
    isProtected
      ? '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>'
      : '',
    filter ? `<autoFilter ref="${filter}"/>` : '',
    ...looks.map(({ at, look }, index) => lookXml(at, look, index + 1)),
    choicesXml(choices),
    page ? pageXml(page) : '',
    breaksXml(breaks),
    pictures.length > 0 ? '<drawing r:id="rId1"/>' : '',
  ].join('')
}

const BAR = '9CC5C9'
const COLOURS = ['F2C9A5', 'FFFFFF', BAR]

/** A format that follows the number in the cell, also when somebody changes it. */
function lookXml(at: string, { kind, from, to }: NumberDisplay, priority: number): string {
  const values = kind === 'bar' ? [from, to] : [from, (from + to) / 2, to]
  const inside = [
    ...values.map(value => `<cfvo type="num" val="${value}"/>`),
    ...(kind === 'bar' ? [BAR] : COLOURS).map(colour => `<color rgb="FF${colour}"/>`),
  ].join('')
  const [type, rule] =
    kind === 'bar'
      ? ['dataBar', `<dataBar>${inside}</dataBar>`]
      : ['colorScale', `<colorScale>${inside}</colorScale>`]
  return (
    `<conditionalFormatting sqref="${at}"><cfRule type="${type}" priority="${priority}">` +
    `${rule}</cfRule></conditionalFormatting>`
  )
}

function choicesXml(choices: readonly CellChoice[]): string {
  if (choices.length === 0) return ''
  const each = choices.map(
    ({ at, values, errorTitle, error }) =>
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" ` +
      `errorTitle="${xmlText(errorTitle)}" error="${xmlText(error)}" sqref="${at}">` +
      `<formula1>${xmlText(values)}</formula1></dataValidation>`,
  )
  return `<dataValidations count="${each.length}">${each.join('')}</dataValidations>`
}

const MARGINS: Margins = { sides: 0.7, top: 0.75, bottom: 0.75, header: 0.3 }

function pageXml(page: PageLayout): string {
  const { orientation, scale, margins = MARGINS, hasFooter } = page
  const { sides, top, bottom, header } = margins
  const size = scale === undefined ? ' fitToWidth="1" fitToHeight="0"' : ` scale="${scale}"`
  const order = page.repeatsColumns === undefined ? '' : ' pageOrder="overThenDown"'
  return (
    `<pageMargins left="${sides}" right="${sides}" top="${top}" bottom="${bottom}" ` +
    `header="${header}" footer="${header}"/>` +
    `<pageSetup paperSize="9" orientation="${orientation}"${size}${order}/>` +
    (hasFooter
      ? '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>'
      : '')
  )
}

function breaksXml(breaks: readonly number[]): string {
  if (breaks.length === 0) return ''
  const each = breaks.map(row => `<brk id="${row}" max="16383" man="1"/>`).join('')
  return `<rowBreaks count="${breaks.length}" manualBreakCount="${breaks.length}">${each}</rowBreaks>`
}

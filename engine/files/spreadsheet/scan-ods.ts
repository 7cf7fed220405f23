import { cellName } from './cell-names.ts'
import { STRUCK_MARK, struckStyles } from './scan-ods-struck.ts'
import {
  type FoundFacts,
  hasUnsafeLink,
  isUnsafeLink,
  noFacts,
  numbersFrom,
  plainMarkup,
  type SheetFacts,
} from './sheet-facts.ts'

const TAG =
  /<(?:\w+:)?(table|table-row|table-column|table-cell|covered-table-cell|a)(?=[\s/>])([^<>]*)>/g

/** The styles of sheets that are not shown. */
const STYLE = /<style:style\b([^<>]*)>\s*<style:table-properties\b([^<>]*)>/g

const attribute = (tag: string, name: string): string | null =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? null

const repeated = (tag: string, name: string): number =>
  Number(attribute(tag, `number-${name}-repeated`) ?? 1)

const isCollapsed = (tag: string): boolean =>
  ['collapse', 'filter'].includes(attribute(tag, 'table:visibility') ?? '')

function hiddenStyles(content: string): ReadonlySet<string> {
  return new Set(
    [...content.matchAll(STYLE)].flatMap(([, style = '', properties = '']) =>
      attribute(properties, 'table:display') === 'false'
        ? [attribute(style, 'style:name') ?? '']
        : [],
    ),
  )
}

/** The position of the next row, column and cell of a sheet, and the cell that was last begun. */
interface Cursor {
  row: number
  /** The number of rows that the present one stands for. */
  rows: number
  column: number
  cell: number
  begun: string
  /** The style of the cells of each column that name none, and of those of the present row. */
  readonly columnStyles: Map<number, string>
  rowStyle: string | null
}

const start = (): Cursor => ({
  row: 1,
  rows: 1,
  column: 1,
  cell: 1,
  begun: '',
  columnStyles: new Map(),
  rowStyle: null,
})

const DEFAULT_STYLE = 'table:default-cell-style-name'

/** Notes a cell with a text that is struck out, by its style or in parts, wherever it stands. */
function seeStruck(sheet: FoundFacts, at: Cursor, tag: string, struck: ReadonlySet<string>): void {
  const part = attribute(tag, STRUCK_MARK)
  if (tag.endsWith('/') || (struck.size === 0 && part === null)) return
  const own = attribute(tag, 'table:style-name') ?? at.rowStyle
  for (const column of numbersFrom(at.cell, repeated(tag, 'columns'))) {
    const isStruck = part === 'all' || struck.has(own ?? at.columnStyles.get(column) ?? '')
    if (!isStruck && part === null) continue
    for (const row of numbersFrom(at.row - at.rows, at.rows)) {
      sheet[isStruck ? 'struck' : 'partlyStruck'].push(cellName(column, row))
    }
  }
}

function see(
  sheet: FoundFacts,
  at: Cursor,
  {
    name,
    tag,
    struck,
  }: { readonly name: string; readonly tag: string; readonly struck: ReadonlySet<string> },
): void {
  switch (name) {
    case 'table-column': {
      const columns = numbersFrom(at.column, repeated(tag, 'columns'))
      if (isCollapsed(tag)) sheet.hiddenColumns.push(...columns)
      const style = attribute(tag, DEFAULT_STYLE) ?? ''
      if (struck.has(style)) for (const column of columns) at.columnStyles.set(column, style)
      at.column += repeated(tag, 'columns')
      return
    }
    case 'table-row': {
      const count = repeated(tag, 'rows')
      if (isCollapsed(tag)) sheet.hiddenRows.push(...numbersFrom(at.row, count))
      at.row += count
      at.rows = count
      at.rowStyle = attribute(tag, DEFAULT_STYLE)
      at.cell = 1
      return
    }
    case 'a':
      if (isUnsafeLink(plainMarkup(attribute(tag, 'xlink:href') ?? ''))) {
        sheet.unsafeLinks.push(at.begun)
      }
      return
    default:
      at.begun = cellName(at.cell, Math.max(1, at.row - 1))
      seeStruck(sheet, at, tag, struck)
      at.cell += repeated(tag, 'columns')
      if (hasUnsafeLink(plainMarkup(attribute(tag, 'table:formula') ?? ''))) {
        sheet.unsafeLinks.push(at.begun)
      }
  }
}

/**
 * The facts of each sheet in the content of an OpenDocument file, in their order. Of texts that are struck out in
 * part it knows once `withoutStruckParts` has marked them.
 */
export function scanOds(content: string): readonly SheetFacts[] {
  const hidden = hiddenStyles(content)
  const struck = struckStyles(content).cells
  const sheets: FoundFacts[] = []
  let at = start()
  for (const [, name = '', tag = ''] of content.matchAll(TAG)) {
    const sheet = sheets.at(-1)
    if (name === 'table') {
      sheets.push({ ...noFacts(), hidden: hidden.has(attribute(tag, 'table:style-name') ?? '') })
      at = start()
    } else if (sheet) see(sheet, at, { name, tag, struck })
  }
  return sheets
}

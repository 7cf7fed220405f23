import { cellName } from './cell-names.ts'
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
  column: number
  cell: number
  begun: string
}

const start = (): Cursor => ({ row: 1, column: 1, cell: 1, begun: '' })

function see(sheet: FoundFacts, at: Cursor, name: string, tag: string): void {
  switch (name) {
    case 'table-column': {
      const count = repeated(tag, 'columns')
      if (isCollapsed(tag)) sheet.hiddenColumns.push(...numbersFrom(at.column, count))
      at.column += count
      return
    }
    case 'table-row': {
      const count = repeated(tag, 'rows')
      if (isCollapsed(tag)) sheet.hiddenRows.push(...numbersFrom(at.row, count))
      at.row += count
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
      at.cell += repeated(tag, 'columns')
      if (hasUnsafeLink(plainMarkup(attribute(tag, 'table:formula') ?? ''))) {
        sheet.unsafeLinks.push(at.begun)
      }
  }
}

/** The facts of each sheet in the content of an OpenDocument file, in their order. */
export function scanOds(content: string): readonly SheetFacts[] {
  const hidden = hiddenStyles(content)
  const sheets: FoundFacts[] = []
  let at = start()
  for (const [, name = '', tag = ''] of content.matchAll(TAG)) {
    const sheet = sheets.at(-1)
    if (name === 'table') {
      sheets.push({ ...noFacts(), hidden: hidden.has(attribute(tag, 'table:style-name') ?? '') })
      at = start()
    } else if (sheet) see(sheet, at, name, tag)
  }
  return sheets
}

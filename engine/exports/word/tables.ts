import {
  AlignmentType,
  BorderStyle,
  type ITableCellOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { escaped, markupOf } from './markup.ts'
import { legal, said, type TableBlock, TEXT_WIDTH } from './parts.ts'

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B9C6CA' }
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const BORDERS = {
  ...{ top: LINE, bottom: LINE, insideHorizontal: LINE },
  ...{ left: NO_LINE, right: NO_LINE, insideVertical: NO_LINE },
}

/** The characters of markup that are written at a time. */
const AT_A_TIME = 65_536

/** Stands where the words of a cell do: a letter that is nobody's. */
const WORDS = '\u{100002}'

/**
 * The markup of a real table, piece by piece: its headings are repeated on every page, and a row is never broken
 * over two. The library makes a great many objects of a row, so it makes one of each shape, and words are put into it.
 */
export function* tableMarkup({ columns, rows }: TableBlock): Generator<string> {
  const build = tableBuilder(columns)
  const [before = '', headings = ''] = build.headings().split(FIRST_ROW)
  const shapes = new Map<string, readonly string[]>()
  let written = before + FIRST_ROW + headings.slice(0, -END.length)
  for (let from = 0, to = 0; from < rows.length; from = to) {
    to = from + 1
    // A cell that is merged over rows is written with all of them.
    while (build.isUnderMerged(rows[to] ?? [])) to += 1
    const together = rows.slice(from, to)
    const shape = shapeOf(together)
    const pieces =
      shapes.get(shape) ?? build.rows(together).slice(before.length, -END.length).split(WORDS)
    shapes.set(shape, pieces)
    const words = together.flat().filter(hasWords)
    written += pieces.map((piece, at) => piece + escaped(legal(words[at] ?? ''))).join('')
    if (written.length < AT_A_TIME) continue
    yield written
    written = ''
  }
  yield written + END
}

/** Tells rows apart whose markup is not the same around their words. */
const shapeOf = (rows: TableBlock['rows']): string =>
  rows
    .map(cells => cells.map(text => (hasWords(text) ? 'w' : text === '' ? '-' : '+')).join(''))
    .join(' ')

const hasWords = (text: string): boolean => legal(text) !== ''

const FIRST_ROW = '<w:tr>'
const END = '</w:tbl>'

function tableBuilder(columns: TableBlock['columns']) {
  const all = columns.reduce((sum, { part }) => sum + part, 0)
  const widths = columns.map(({ part }) => Math.floor((TEXT_WIDTH * part) / all))
  const isCovered = (cells: readonly string[], at: number): boolean =>
    columns[at]?.isMerged === true && cells[at] === ''
  const cell = (text: string, at: number, style: string, more: Partial<ITableCellOptions>) =>
    new TableCell({
      width: { size: widths[at] ?? 0, type: WidthType.DXA },
      margins: { left: 60, right: 60, top: 30, bottom: 30 },
      ...more,
      children: [
        new Paragraph({
          style,
          ...said(text, style === 'TableText' ? columns[at]?.language : undefined),
          ...(columns[at]?.isFigure && { alignment: AlignmentType.RIGHT }),
        }),
      ],
    })
  const row = (rows: TableBlock['rows'], place: number): TableRow => {
    const cells = rows[place] ?? []
    const shown = cells.flatMap((text, at) => {
      if (isCovered(cells, at)) return []
      let end = place + 1
      while (isCovered(rows[end] ?? [], at)) end++
      const rowSpan = end - place
      const more = rowSpan > 1 ? { rowSpan } : {}
      return [cell(hasWords(text) ? WORDS : '', at, 'TableText', more)]
    })
    return new TableRow({ cantSplit: true, children: shown })
  }
  const markup = (of: readonly TableRow[]): string =>
    markupOf(
      new Table({
        layout: TableLayoutType.FIXED,
        borders: BORDERS,
        width: { size: TEXT_WIDTH, type: WidthType.DXA },
        columnWidths: widths,
        rows: of,
      }),
    )
  return {
    isUnderMerged: (cells: readonly string[]): boolean =>
      columns.some((_, at) => isCovered(cells, at)),
    headings: (): string => {
      const cells = columns.map(({ heading }, at) =>
        cell(heading, at, 'TableHeading', { shading: { fill: 'E3EDEE' } }),
      )
      return markup([new TableRow({ tableHeader: true, cantSplit: true, children: cells })])
    },
    /** Rows whose cells have `WORDS` in the place of their words. */
    rows: (rows: TableBlock['rows']): string => markup(rows.map((_, at) => row(rows, at))),
  }
}

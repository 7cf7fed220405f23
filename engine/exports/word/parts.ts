import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  ImageRun,
  type ITableCellOptions,
  Paragraph,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  type TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { PrintedColumn, PrintedTable } from '../report/printed-tables.ts'

/** Something that stands in a document: a paragraph or a table. */
export type Block = Paragraph | Table | TableOfContents

/** The width of the text on a page, in twentieths of a point: A4 upright, with margins of 2 cm. */
export const TEXT_WIDTH = 9638

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

/** A heading that the contents list. */
export const heading = (text: string, level: 1 | 2 | 3, startsPage = false): Paragraph =>
  new Paragraph({
    text: legal(text),
    heading: LEVELS[level],
    pageBreakBefore: startsPage,
    keepNext: true,
  })

/** A paragraph; a style by its name of `STYLES`. */
export const paragraph = (text: string, style?: string): Paragraph =>
  new Paragraph({ text: legal(text), ...(style && { style }) })

/** An item of a list: what names it in bold, then the rest. */
export const item = (name: string, text: string): Paragraph =>
  new Paragraph({
    bullet: { level: 0 },
    children: [
      ...(name === '' ? [] : [new TextRun({ text: legal(`${name} `), bold: true })]),
      new TextRun(legal(text)),
    ],
  })

/** The kinds of things that are counted, each by itself. */
type Counted = 'Table' | 'Figure'

/** Writes captions: each kind is numbered by a field, which programs count anew when something is put between. */
export function captions(): (kind: Counted, text: string) => Paragraph {
  const count = { Table: 0, Figure: 0 }
  return (kind, text) => {
    count[kind] += 1
    return new Paragraph({
      style: 'Caption',
      keepNext: kind === 'Table',
      children: [
        new TextRun(`${kind} `),
        new SimpleField(` SEQ ${kind} \\* ARABIC `, String(count[kind])),
        new TextRun(`. ${legal(text)}`),
      ],
    })
  }
}

/** The captions of one document. */
export type Caption = ReturnType<typeof captions>

const LINE = { style: BorderStyle.SINGLE, size: 4, color: 'B9C6CA' }
const NO_LINE = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const BORDERS = {
  ...{ top: LINE, bottom: LINE, insideHorizontal: LINE },
  ...{ left: NO_LINE, right: NO_LINE, insideVertical: NO_LINE },
}

/** A real table, whose headings are repeated on every page; a row is never broken over two. */
export function table(
  columns: readonly PrintedColumn[],
  rows: readonly (readonly string[])[],
): Table {
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
          text: legal(text),
          ...(columns[at]?.isFigure && { alignment: AlignmentType.RIGHT }),
        }),
      ],
    })
  const headings = columns.map(({ heading }, at) =>
    cell(heading, at, 'TableHeading', { shading: { fill: 'E3EDEE' } }),
  )
  const body = rows.map((cells, row) => {
    const shown = cells.flatMap((text, at) => {
      if (isCovered(cells, at)) return []
      let end = row + 1
      while (isCovered(rows[end] ?? [], at)) end++
      const rowSpan = end - row
      return [cell(text, at, 'TableText', rowSpan > 1 ? { rowSpan } : {})]
    })
    return new TableRow({ cantSplit: true, children: shown })
  })
  return new Table({
    layout: TableLayoutType.FIXED,
    borders: BORDERS,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: widths,
    rows: [new TableRow({ tableHeader: true, cantSplit: true, children: headings }), ...body],
  })
}

/** A table under its numbered caption. */
export const captioned = (
  caption: Caption,
  { title, columns, rows }: PrintedTable,
): readonly Block[] => [caption('Table', title), table(columns, rows)]

/** The width of the text, and the height that a heading and a caption leave for a picture, in pixels. */
export const PAGE = { width: 642, height: 830 }

/** A picture as wide as the text, or as high as fits, with words for who does not see it. */
export function picture(of: {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
  readonly words: string
}): Paragraph {
  const scale = Math.min(PAGE.width / of.width, PAGE.height / of.height)
  return new Paragraph({
    keepNext: true,
    children: [
      new ImageRun({
        type: 'png',
        data: of.png,
        transformation: {
          width: Math.round(of.width * scale),
          height: Math.round(of.height * scale),
        },
        altText: { name: 'chart', title: '', description: legal(of.words) },
      }),
    ],
  })
}

/** Characters that XML cannot hold even escaped: control characters and halves of surrogate pairs. */
const ILLEGAL = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu

/** Text without the characters that XML cannot hold. */
export const legal = (text: string): string => text.replaceAll(ILLEGAL, '')

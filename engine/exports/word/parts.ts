import {
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Paragraph,
  SimpleField,
  type TableOfContents,
  TextRun,
} from 'docx'
import { documentWords } from '../material/in-language.ts'
import type { ExportMaterial } from '../material/material.ts'
import type { PrintedColumn, PrintedTable } from '../report/printed-tables.ts'

/** Something that stands in a document: what its contents and numbers are made from, or what is made later. */
export type Block = Paragraph | TableOfContents | LaterBlock

/** Words or a table that are made when the document is written, and let go of then: there may be very many. */
export type LaterBlock = TextBlock | TableBlock

/** A paragraph of words. */
export interface TextBlock {
  readonly make: () => Paragraph
}

/** The width of the text on a page, in twentieths of a point: A4 upright, with margins of 2 cm. */
export const TEXT_WIDTH = 9638

const LEVELS = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 }

/** The language of words, by its tag; left out, that of the document. */
type Language = string | undefined

/** Words as a run; in another language than the document's, they say so. */
const run = (text: string, language: Language): TextRun =>
  new TextRun(
    language === undefined ? legal(text) : { text: legal(text), language: { value: language } },
  )

/** The words of a paragraph, which says in which language they are where it is not the document's. */
export const said = (text: string, language: Language): IParagraphOptions =>
  language === undefined ? { text: legal(text) } : { children: [run(text, language)] }

/** A heading that the contents list. */
export const heading = (
  text: string,
  level: 1 | 2 | 3,
  { startsPage = false, language }: { startsPage?: boolean; language?: Language } = {},
): Paragraph =>
  new Paragraph({
    ...said(text, language),
    heading: LEVELS[level],
    pageBreakBefore: startsPage,
    keepNext: true,
  })

/** A paragraph; a style by its name of `stylesIn`. */
export const paragraph = (text: string, style?: string, language?: Language): TextBlock => ({
  make: () => new Paragraph({ ...said(text, language), ...(style && { style }) }),
})

/** An item of a list: what names it in bold, then the rest. */
export const item = (name: string, text: string, language?: Language): TextBlock => ({
  make: () =>
    new Paragraph({
      bullet: { level: 0 },
      children: [
        ...(name === '' ? [] : [new TextRun({ text: legal(`${name} `), bold: true })]),
        run(text, language),
      ],
    }),
})

/** The kinds of things that are counted, each by itself. */
type Counted = 'Table' | 'Figure'

/** Writes captions: each kind is numbered by a field, which programs count anew when something is put between. */
export function captions(material: ExportMaterial): (kind: Counted, text: string) => Paragraph {
  const { numbered } = documentWords(material)
  const count = { Table: 0, Figure: 0 }
  return (kind, text) => {
    count[kind] += 1
    return new Paragraph({
      style: 'Caption',
      keepNext: kind === 'Table',
      children: [
        new TextRun(`${numbered[kind]} `),
        new SimpleField(` SEQ ${numbered[kind]} \\* ARABIC `, String(count[kind])),
        new TextRun(`. ${legal(text)}`),
      ],
    })
  }
}

/** The captions of one document. */
export type Caption = ReturnType<typeof captions>

/** A table of a document. */
export interface TableBlock {
  readonly columns: readonly PrintedColumn[]
  readonly rows: readonly (readonly string[])[]
}

/** A table with these columns and rows. */
export const table = (
  columns: readonly PrintedColumn[],
  rows: readonly (readonly string[])[],
): TableBlock => ({ columns, rows })

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

import type { Writable } from 'node:stream'
import { escapeHtml } from './escape-html.ts'
import { writeZip } from './zip.ts'

/** A column of a form: hidden, to be read, or to be filled in, perhaps from a list. */
export interface FormColumn {
  readonly heading: string
  readonly width: number
  readonly kind: 'hidden' | 'shown' | 'filled'
  /** The answers to choose from; left out, any text. */
  readonly list?: readonly string[]
}

/** A form to fill in: what it says above the table, and its rows. */
export interface FormContent {
  readonly name: string
  /** Lines above the headings. */
  readonly lines: readonly string[]
  readonly columns: readonly FormColumn[]
  readonly rows: readonly (readonly string[])[]
  /** The moment by which its parts are dated, ISO 8601. */
  readonly moment: string
}

// Written out part by part: a form is one small table that is locked but for some cells and has lists in others, and the
// writer of tables, which streams millions of rows, has neither.

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what no part may hold
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g

const escapeXml = (text: string): string => escapeHtml(text.replaceAll(UNWRITABLE, ''))

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'

/** The places of the styles below. */
const STYLE = { plain: 0, heading: 1, filled: 2, title: 3, words: 4 } as const

const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFFFF8DC"/></patternFill></fill></fills><borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"><alignment wrapText="1" vertical="top"/></xf><xf xfId="0" numFmtId="49" fillId="2" borderId="1" applyNumberFormat="1" applyFill="1" applyBorder="1" applyProtection="1" applyAlignment="1"><alignment wrapText="1" vertical="top"/><protection locked="0"/></xf><xf xfId="0" fontId="2" applyFont="1"/><xf xfId="0" applyAlignment="1"><alignment wrapText="1" vertical="top"/></xf></cellXfs></styleSheet>`

const LISTS = 'Lists'

/** Writes a form as an xlsx and ends the stream: the same content as the same bytes. */
export async function writeForm(out: Writable, content: FormContent): Promise<void> {
  const parts = new Map([
    ['[Content_Types].xml', contentTypes()],
    ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookPart(content)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['worksheet', 'worksheets/sheet1.xml'],
        ['worksheet', 'worksheets/sheet2.xml'],
        ['styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', STYLES],
    ['xl/worksheets/sheet1.xml', formSheet(content)],
    ['xl/worksheets/sheet2.xml', listSheet(content)],
  ])
  await writeZip(
    out,
    content.moment,
    [...parts].map(([name, text]) => ({ name, open: () => [text] })),
  )
}

function contentTypes(): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
  const parts = [
    ['/xl/workbook.xml', 'sheet.main'],
    ['/xl/worksheets/sheet1.xml', 'worksheet'],
    ['/xl/worksheets/sheet2.xml', 'worksheet'],
    ['/xl/styles.xml', 'styles'],
  ].map(([part, kind]) => `<Override PartName="${part}" ContentType="${type}.${kind}+xml"/>`)
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${parts.join('')}</Types>`
}

const relations = (targets: readonly (readonly [kind: string, target: string])[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${targets
    .map(
      ([kind, target], at) =>
        `<Relationship Id="r${at + 1}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`

const workbookPart = ({ name }: FormContent): string =>
  `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${escapeXml(name)}" sheetId="1" r:id="r1"/><sheet name="${LISTS}" sheetId="2" state="hidden" r:id="r2"/></sheets></workbook>`

/** The name of a column by its place from 0; a form has a handful. */
const letter = (at: number): string => String.fromCharCode(65 + at)

const cell = (at: number, row: number, text: string, style: number): string =>
  text === ''
    ? `<c r="${letter(at)}${row}" s="${style}"/>`
    : `<c r="${letter(at)}${row}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`

function formSheet({ lines, columns, rows }: FormContent): string {
  const firstShown = Math.max(
    0,
    columns.findIndex(({ kind }) => kind !== 'hidden'),
  )
  const above = lines.map(
    (line, at) =>
      `<row r="${at + 1}"${at === 0 ? ' ht="22" customHeight="1"' : ''}>${cell(firstShown, at + 1, line, at === 0 ? STYLE.title : STYLE.plain)}</row>`,
  )
  const header = lines.length + 1
  const headings = columns.map(({ heading }, at) => cell(at, header, heading, STYLE.heading))
  const body = rows.map((texts, index) => {
    const row = header + 1 + index
    const cells = columns.map(({ kind }, at) =>
      cell(at, row, texts[at] ?? '', kind === 'filled' ? STYLE.filled : STYLE.words),
    )
    return `<row r="${row}">${cells.join('')}</row>`
  })
  const widths = columns.map(
    ({ width, kind }, at) =>
      `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"${kind === 'hidden' ? ' hidden="1"' : ''}/>`,
  )
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${header}" topLeftCell="A${header + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${above.join('')}<row r="${header}">${headings.join('')}</row>${body.join('')}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/>${validations(columns, header + 1, header + rows.length)}</worksheet>`
}

function validations(columns: readonly FormColumn[], from: number, to: number): string {
  const lists = columns.flatMap(({ list }, at) => {
    if (!list) return []
    const place = `${letter(at)}${from}:${letter(at)}${to}`
    return [
      `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${place}"><formula1>${LISTS}!$${letter(at)}$1:$${letter(at)}$${list.length}</formula1></dataValidation>`,
    ]
  })
  if (lists.length === 0) return ''
  return `<dataValidations count="${lists.length}">${lists.join('')}</dataValidations>`
}

/** The lists, each under the letter of its column: written into the rule itself they may be 255 characters long at most. */
function listSheet({ columns }: FormContent): string {
  const longest = Math.max(0, ...columns.map(({ list }) => list?.length ?? 0))
  const rows = Array.from({ length: longest }, (_, index) => {
    const cells = columns.flatMap(({ list }, at) => {
      const text = list?.[index]
      return text === undefined ? [] : [cell(at, index + 1, text, STYLE.plain)]
    })
    return `<row r="${index + 1}">${cells.join('')}</row>`
  })
  return `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows.join('')}</sheetData></worksheet>`
}

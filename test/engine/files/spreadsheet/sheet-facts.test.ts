import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { type WorkBook, write } from 'xlsx'
import { cellName, columnName } from '../../../../engine/files/spreadsheet/cell-names.ts'
import { parseSpreadsheet } from '../../../../engine/files/spreadsheet/parse-spreadsheet.ts'
import { DEFAULT_LIMITS, type Sheet } from '../../../../engine/files/spreadsheet/spreadsheet.ts'
import { checkFrameworkFile } from '../../../../engine/frameworks/read/check-file.ts'
import { readerWithin } from '../../../helpers/reader-within.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'
import { makeXlsx, makeZip, rawCell } from '../make-zip.ts'

async function sheetsOf(content: string | Buffer): Promise<readonly Sheet[]> {
  using folder = tempFolder()
  const path = folder.file('foreign')
  writeFileSync(path, content)
  const reading = await parseSpreadsheet(path, DEFAULT_LIMITS)
  if (reading.kind === 'refused') throw new Error(reading.code)
  return reading.sheets
}

/** The cells with such links; both the parser and the file itself may tell of one. */
const linksOf = ({ marks }: Sheet): readonly string[] => [
  ...new Set(
    marks.flatMap(({ kind, row, column }) => (kind === 'unsafe-link' ? [`${row},${column}`] : [])),
  ),
]

const ODS = (spreadsheet: string, styles = ''): string =>
  `<office:document-content><office:automatic-styles>${styles}</office:automatic-styles>` +
  `<office:body><office:spreadsheet>${spreadsheet}</office:spreadsheet></office:body></office:document-content>`

const odsFile = (spreadsheet: string, styles = ''): Buffer =>
  makeZip([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
    { name: 'content.xml', content: ODS(spreadsheet, styles) },
    { name: 'styles.xml', content: '<office:document-styles/>' },
    { name: 'META-INF/manifest.xml', content: '<manifest:manifest/>' },
  ])

const odsCell = (text: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string"${attributes}><text:p>${text}</text:p></table:table-cell>`

describe('links that could do harm', () => {
  it('are seen in the formulas of an Excel file, however they are put together', async () => {
    const linked = (ref: string, formula: string): string =>
      `<c r="${ref}" t="str"><f>${formula}</f><v>Open</v></c>`
    const [sheet] = await sheetsOf(
      makeXlsx({
        rows:
          `<row r="3">${rawCell('A3', 'x')}${linked('B3', 'HYPERLINK(&quot;javascript:alert(1)&quot;,&quot;Open&quot;)')}</row>` +
          `<row r="4">${linked('A4', 'HYPERLINK("https://example.org","Open")')}${linked('C4', 'IF(1,HYPERLINK("java"&amp;"script:x"),2)')}</row>` +
          `<row r="5">${linked('A5', 'HYPERLINK("&#106;avascript:x")')}${linked('B5', 'hyperlink( "\\\\server\\share" )')}</row>`,
      }),
    )
    expect(sheet && linksOf(sheet)).toEqual(['3,2', '4,3', '5,1', '5,2'])
    expect(sheet?.rows[0]?.cells).toEqual([
      [1, 'x'],
      [2, 'Open'],
    ])
  })

  it('are seen in the formulas and links of OpenDocuments and of Excel’s XML', async () => {
    const book: WorkBook = {
      SheetNames: ['S'],
      Sheets: {
        S: {
          '!ref': 'A1:B2',
          A1: { t: 's', v: 'plain' },
          B2: { t: 's', v: 'Open', f: 'HYPERLINK("vbscript:x","Open")' },
        },
      },
    }
    for (const bookType of ['xlml', 'ods', 'fods'] as const) {
      const [sheet] = await sheetsOf(write(book, { type: 'buffer', bookType }) as Buffer)
      expect(sheet && linksOf(sheet), bookType).toEqual(['2,2'])
    }
    const [linked] = await sheetsOf(
      odsFile(
        `<table:table table:name="S"><table:table-row>${odsCell('<text:a xlink:href="javascript:x">Open</text:a>')}</table:table-row></table:table>`,
      ),
    )
    expect(linked && linksOf(linked)).toEqual(['1,1'])
  })

  it('are seen in a web page, beside cells that reach over rows and columns', async () => {
    const [sheet] = await sheetsOf(
      '<html><table><tr><td rowspan="2">A</td><td colspan="2">B</td></tr>' +
        `<tr><td><a href="https://example.org">C</a></td><td><a href = 'java&#115;cript:x'>D</a></td></tr></table></html>`,
    )
    expect(sheet && linksOf(sheet)).toEqual(['2,3'])
    expect(sheet?.rows[1]?.cells).toEqual([
      [2, 'C'],
      [3, 'D'],
    ])
  })

  it('are none of the parser’s business where a page is broken', async () => {
    const [sheet] = await sheetsOf('<table><td rowspan=3>A</td><td>B</td><tr><td>C</td></table>')
    expect(sheet && linksOf(sheet)).toEqual([])
  })
})

describe('what a file does not show', () => {
  it('is known of an OpenDocument: sheets, rows and columns, those that stand for several too', async () => {
    const styles =
      '<style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style>'
    const row = (text: string, attributes = ''): string =>
      `<table:table-row${attributes}>${odsCell(text)}${odsCell('b')}${odsCell('c')}</table:table-row>`
    const [shown, hidden] = await sheetsOf(
      odsFile(
        '<table:table table:name="S" table:style-name="ta1">' +
          '<table:table-column/><table:table-column table:number-columns-repeated="2" table:visibility="collapse"/>' +
          row('1') +
          row('2', ' table:visibility="collapse" table:number-rows-repeated="2"') +
          row('4', ' table:visibility="filter"') +
          `</table:table><table:table table:name="H" table:style-name="ta2">${row('1')}</table:table>`,
        styles,
      ),
    )
    expect(shown).toMatchObject({
      hidden: false,
      hiddenRows: [2, 3, 4],
      hiddenColumns: [2, 3],
      rows: [{ number: 1 }, { number: 2 }, { number: 3 }, { number: 4 }],
    })
    expect(hidden).toMatchObject({ name: 'H', hidden: true, hiddenRows: [] })
  })

  it('is known of a web page that a spreadsheet saved itself as', async () => {
    const [sheet] = await sheetsOf(
      "<table><col width=64><col style='display:none' span=2><tr><td>a</td><td>b</td><td>c</td><td>d</td></tr>" +
        "<!-- <tr style='display:none'> --><tr style='mso-height-source:userset;display:none'><td>e</td></tr></table>",
    )
    expect(sheet).toMatchObject({ hiddenRows: [2], hiddenColumns: [2, 3] })
  })
})

describe('what is struck out', () => {
  const checkSaved = async (name: string) => {
    const path = fileURLToPath(
      new URL(`../../../fixtures/frameworks/saved-by-libreoffice/${name}`, import.meta.url),
    )
    const outcome = await checkFrameworkFile(readerWithin, { path, name })
    if ('refused' in outcome) throw new Error(outcome.refused.code)
    return outcome
  }

  it.each(['xlsx', 'ods', 'xls'])(
    'is left out and named, rows and parts of a text, of %s',
    async format => {
      const outcome = await checkSaved(`struck.${format}`)
      expect(outcome.skipped).toEqual([{ row: 3, code: 'struck-out', data: {} }])
      expect(outcome.issues).toMatchObject([
        { cell: 'D4', code: 'struck-out', data: { is: 'part' } },
      ])
      expect(outcome.indicators.map(({ title }) => title)).toEqual([
        'Alpha',
        'Rate of children per 10,000',
      ])
    },
  )

  it('is left out of an old Excel file whose table of texts goes on in several records', async () => {
    const { issues, indicators } = await checkSaved('struck-long.xls')
    const parts = issues.filter(({ code }) => code === 'struck-out')
    expect(parts.map(({ cells }) => cells.length)).toEqual([40])
    for (const [at, { title, definition }] of indicators.entries()) {
      expect(title).toBe(`Rate of children ${at}, ár gcúram ŵ`)
      expect(definition).toHaveLength(600)
    }
    expect(indicators).toHaveLength(40)
  })

  it('is known of a whole column and of repeated cells of an OpenDocument', async () => {
    const style =
      '<style:style style:name="ce1" style:family="table-cell"><style:text-properties style:text-line-through-style="solid"/></style:style>'
    const [sheet] = await sheetsOf(
      odsFile(
        '<table:table table:name="S"><table:table-column/>' +
          '<table:table-column table:default-cell-style-name="ce1"/>' +
          `<table:table-row>${odsCell('a')}${odsCell('b')}</table:table-row>` +
          `<table:table-row table:number-rows-repeated="2">${odsCell('c', ' table:style-name="ce1" table:number-columns-repeated="2"')}` +
          '<table:table-cell table:style-name="ce1" table:number-columns-repeated="16000"/></table:table-row></table:table>',
        style,
      ),
    )
    const struck = sheet?.marks.map(({ row, column, kind }) => `${kind} ${row},${column}`)
    expect(struck).toEqual(['struck 1,2', 'struck 2,1', 'struck 3,1', 'struck 2,2', 'struck 3,2'])
  })
})

it.each(['xlsx', 'xls', 'ods'])(
  'is understood alike of one workbook that LibreOffice saved as %s',
  async format => {
    const folder = new URL('../../../fixtures/frameworks/saved-by-libreoffice/', import.meta.url)
    const name = `drafft.${format}`
    const path = fileURLToPath(new URL(name, folder))
    const outcome = await checkFrameworkFile(readerWithin, { path, name })
    if ('refused' in outcome) throw new Error(outcome.refused.code)
    expect(outcome).toMatchObject({
      sheet: 'Drafft',
      headerRow: 2,
      columns: { code: 'A', section: 'B', title: 'C' },
      candidates: 3,
      clean: 3,
      hiddenRows: 1,
      sheets: [
        { name: 'Drafft', hidden: false },
        { name: 'Cudd', hidden: true },
      ],
    })
    expect(outcome.issues.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'D2 hidden-column',
      'C4 unsafe-link',
      'A5 hidden-row',
    ])
    expect(outcome.indicators.map(({ section, title }) => `${section.join()}: ${title}`)).toEqual([
      'Diogelwch: Plant sy’n teimlo’n ddiogel',
      'Tŷ: Ŵyr a wyres',
      'Tŷ: Hidden one',
    ])
  },
)

it('names columns and cells as a spreadsheet does', () => {
  expect([1, 26, 27, 52, 53, 702, 703, 16_384].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'XFD',
  ])
  expect(cellName(3, 7)).toBe('C7')
})

import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { stringify } from 'csv-stringify/sync'
import { Workbook as ExcelWorkbook, type Worksheet } from 'exceljs'
import { describe, expect, it } from 'vitest'
import { writeExport } from '../../../../engine/exports/write-export.ts'
import { forkReader } from '../../../../engine/files/reader-process.ts'
import { exampleFramework } from '../../../../engine/frameworks/example/example-framework.ts'
import { frameworkFromCheck } from '../../../../engine/frameworks/from-file.ts'
import { checkFrameworkFile } from '../../../../engine/frameworks/read/check-file.ts'
import { hashFramework } from '../../../../engine/frameworks/versions/hash.ts'
import type { NewFramework } from '../../../../engine/frameworks/versions/load-version.ts'
import { createWorkbook } from '../../../../engine/workbooks/open.ts'
import { LANGUAGE_CODES, type LanguageCode } from '../../../../shared/languages/languages.ts'
import {
  type CheckChoices,
  type CheckReport,
  checkOutcome,
} from '../../../../shared/model/check.ts'
import { readerWithin } from '../../../helpers/reader-within.ts'
import { indicatorText, ownFolder, program } from '../../../helpers/sample-workbook.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'

const DRAFT = new URL('../../../../engine/frameworks/example/draft-framework.csv', import.meta.url)

/** Checks what `content` would be as a file of this name. */
async function checkAs(name: string, content: string | Buffer, choices?: CheckChoices) {
  using folder = tempFolder()
  // An upload has a name of its own, which is not the one that people know.
  const path = folder.file('upload-17')
  writeFileSync(path, content)
  return checkOutcome.parse(await checkFrameworkFile(readerWithin, { path, name }, choices))
}

async function reportOf(...args: Parameters<typeof checkAs>): Promise<CheckReport> {
  const outcome = await checkAs(...args)
  if ('refused' in outcome) throw new Error(outcome.refused.code)
  return outcome
}

async function excelFile(fill: (book: ExcelWorkbook) => void): Promise<Buffer> {
  const book = new ExcelWorkbook()
  fill(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}

const HEADINGS = ['code', 'section', 'indicator', 'definition']
const ROWS = [
  ['A1', 'Safety', 'Children feel safe', 'Of all, the “share” – £5 –\nwho say so'],
  ['A2', 'Safety', '=1+1', '<b>café</b>, "quoted"; more'],
]

const fillFrom = (sheet: Worksheet, row: number, column: number, rows: string[][]): void => {
  rows.forEach((texts, down) => {
    texts.forEach((text, along) => {
      if (text !== '') sheet.getCell(row + down, column + along).value = text
    })
  })
}

/** Text in the encoding of an older Excel, for the characters used here. */
const toWindows1252 = (text: string): Buffer =>
  Buffer.from(
    text.replaceAll('“', '\x93').replaceAll('”', '\x94').replaceAll('–', '\x96'),
    'latin1',
  )

describe('checking a framework file', () => {
  it('finds nothing wrong with the draft framework and all of its indicators', async () => {
    const outcome = await checkFrameworkFile(forkReader(), {
      path: fileURLToPath(DRAFT),
      name: 'draft-framework.csv',
    })
    expect(outcome).toMatchObject({
      file: 'draft-framework.csv',
      sheet: 'draft-framework',
      headerRow: 1,
      columns: { code: 'A', section: 'B', outcome: 'C', title: 'D', rationale: 'L' },
      candidates: 106,
      clean: 106,
      issues: [],
      skipped: [],
    })
    const { indicators } = checkOutcome.parse(outcome) as CheckReport
    expect(indicators.filter(({ section }) => section.length === 1)).toHaveLength(106)
    expect(new Set(indicators.flatMap(({ section }) => section)).size).toBe(8)
    expect(indicators.at(-1)).toMatchObject({ row: 107, code: 'EDUC-16' })
  })

  it('gives one hash for one content, whatever the format, the columns and the blank rows', async () => {
    const reversed = [HEADINGS, ...ROWS].map(row => row.toReversed())
    const files = [
      stringify([HEADINGS, ...ROWS]),
      `\uFEFF${stringify([HEADINGS, ...ROWS], { delimiter: ';', record_delimiter: 'windows', quoted: true })}`,
      Buffer.from(`\uFEFF${stringify([HEADINGS, [], ...ROWS], { delimiter: '\t' })}`, 'utf16le'),
      toWindows1252(stringify(reversed)),
      await excelFile(book => fillFrom(book.addWorksheet('Draft'), 1, 1, [HEADINGS, ...ROWS])),
      await excelFile(book => {
        fillFrom(book.addWorksheet('Draft'), 7, 3, reversed.toSpliced(1, 0, []))
      }),
    ]
    const hashes = []
    for (const content of files) {
      hashes.push(hashFramework((await reportOf('draft', Buffer.from(content))).indicators))
    }
    expect(new Set(hashes).size).toBe(1)
  })

  it('takes the visible sheet with the most indicators, or the one that is asked for', async () => {
    const file = await excelFile(book => {
      fillFrom(book.addWorksheet('Read me'), 1, 1, [['Code of practice'], ['See the next sheet']])
      fillFrom(book.addWorksheet('Old'), 1, 1, [HEADINGS, ROWS[0] ?? []])
      fillFrom(book.addWorksheet('Draft 2'), 1, 1, [HEADINGS, ...ROWS])
      const hidden = book.addWorksheet('Working')
      hidden.state = 'hidden'
      fillFrom(hidden, 1, 1, [HEADINGS, ...ROWS, ['A3', 'S', 'I', '']])
    })
    expect(await reportOf('f.xlsx', file)).toMatchObject({ sheet: 'Draft 2', candidates: 2 })
    expect(await reportOf('f.xlsx', file, { sheet: 'old' })).toMatchObject({
      sheet: 'Old',
      candidates: 1,
    })
    expect(await reportOf('f.xlsx', file, { sheet: 'Working' })).toMatchObject({ candidates: 3 })
    expect(await checkAs('f.xlsx', file, { sheet: 'Read me' })).toMatchObject({
      refused: { code: 'no-table' },
    })
    expect(await checkAs('f.xlsx', file, { sheet: 'Nowhere' })).toMatchObject({
      file: 'f.xlsx',
      refused: {
        code: 'no-such-sheet',
        sheet: 'Nowhere',
        sheets: ['Read me', 'Old', 'Draft 2', 'Working'],
      },
    })
  })

  it('lists every problem of a file with its sheet and cell', async () => {
    const file = await excelFile(book => {
      const sheet = book.addWorksheet('Draft')
      fillFrom(sheet, 2, 2, [HEADINGS, ['A1', '', 'I', ''], ['a1', 'S', '', '']])
      sheet.getCell('E4').value = { error: '#REF!' }
    })
    const { issues, ...report } = await reportOf('f.xlsx', file)
    expect(report).toMatchObject({ headerRow: 2, candidates: 2, clean: 0, indicators: [] })
    expect(issues.map(({ sheet, cell, code }) => `${sheet}!${cell} ${code}`)).toEqual([
      'Draft!C3 missing-section',
      'Draft!B4 duplicate-code',
      'Draft!D4 missing-title',
      'Draft!E4 error-value',
    ])
  })

  it('gives each indicator the section of the merged cell it stands beside, but nothing else', async () => {
    const file = await excelFile(book => {
      const sheet = book.addWorksheet('Draft')
      fillFrom(sheet, 1, 1, [
        ['Section', 'Outcome', 'Code', 'Indicator', 'Definition'],
        ['Safety', 'Safe', 'A1', 'One', 'First'],
        ['', '', '', '', 'More of the first'],
        ['', '', 'A2', 'Two', 'Second'],
        ['', 'Well', 'A3', 'Three', 'Third'],
        ['', '', 'A4', 'Four', 'Fourth'],
      ])
      for (const range of ['A2:A5', 'B2:B4', 'C2:C3', 'D2:D3']) sheet.mergeCells(range)
    })
    const report = await reportOf('f.xlsx', file)
    expect(
      report.indicators.map(({ code, section, outcome }) => [code, ...section, outcome]),
    ).toEqual([
      ['A1', 'Safety', 'Safe'],
      ['A2', 'Safety', 'Safe'],
      ['A3', 'Safety', 'Well'],
    ])
    expect(report.issues.map(({ cell, code }) => `${cell} ${code}`)).toEqual(['A6 missing-section'])
    expect(report.skipped.map(({ row }) => row)).toEqual([3])
  })

  it.each([
    ['', 'empty-file'],
    ['MZ\0\0', 'not-a-spreadsheet'],
    ['one,two\nthree,four\n', 'no-table'],
    ['code,indicator\nA1,"never closed\n', 'open-quote'],
  ])('refuses %j as a whole', async (content, code) => {
    const outcome = await checkAs('draft.csv', content)
    expect(outcome).toMatchObject({ file: 'draft.csv', refused: { code } })
  })

  it('refuses a file that is not there', async () => {
    using folder = tempFolder()
    const file = { path: folder.file('gone.csv'), name: 'gone.csv' }
    expect(await checkFrameworkFile(readerWithin, file)).toMatchObject({
      refused: { code: 'file-not-found' },
    })
  })
})

/** The framework of an exported workbook, loaded again; and the one that went in. */
async function exportedAndLoaded(framework: NewFramework, language: LanguageCode = 'en') {
  const folder = ownFolder()
  const details = { title: 'Round trip', scale: 5, madeUp: false } as const
  const workbook = createWorkbook(`${folder}/book.sqlite`, { ...details, framework }, program)
  const to = { path: `${folder}/export.xlsx`, name: 'export.xlsx' }
  await writeExport(workbook, { format: 'xlsx', scope: { round: 1 }, language }, to)
  workbook.close()
  return frameworkFromCheck(await checkFrameworkFile(readerWithin, to))
}

it.each(LANGUAGE_CODES)(
  'loads an exported framework (%s) back to the same version, with its glossary',
  async language => {
    const glossary = [
      {
        term: 'CIN',
        forms: ['child in need', 'CINs'],
        meaning: 'A child who needs help',
        plain: '',
      },
      { term: 'SDQ', forms: [], meaning: 'Twenty-five questions', plain: 'Some questions' },
    ]
    const framework = { ...exampleFramework(), glossary }
    const loaded = await exportedAndLoaded(framework, language)
    expect(loaded.glossary).toEqual(glossary)
    expect(hashFramework(loaded.indicators)).toBe(hashFramework(framework.indicators))
  },
)

it('loads back nested sections, blank fields and texts that look like code', async () => {
  const indicators = [
    indicatorText('007', {
      section: ['C. Outcomes', 'C1 Safety'],
      title: '+/- change in SDQ score',
    }),
    indicatorText('4.10', { section: ['C. Outcomes', 'C1 Safety'], dataType: null, status: null }),
    indicatorText('4.1', {
      section: ['Other'],
      title: '=1+1',
      definition: '<b>“x”</b>\nnext line',
    }),
    indicatorText('B', { section: ['Other'], notes: 'Owner: Sam\nComments: = 1, "two"\n  three' }),
    indicatorText('A', { section: ['Other'], title: '- of which: unaccompanied', population: '' }),
  ]
  const framework = { title: 'T', origin: 'file', fileName: 't.csv', indicators } as const
  expect((await exportedAndLoaded(framework)).indicators).toEqual(indicators)
})

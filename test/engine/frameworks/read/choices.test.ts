import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../../../engine/files/spreadsheet/parse-csv.ts'
import { checkReading, previewReading } from '../../../../engine/frameworks/read/check-file.ts'
import type { CheckChoices, CheckReport } from '../../../../shared/model/check.ts'
import { issuesOf } from './table.ts'

const DRAFT = parseCsv(
  [
    'What we measure,,,,',
    'Skrót,Obszar,Treść,Rodzaj,Więcej',
    'A1,Safety,One,qualitative,left',
    'A1,Safety,Two,qualitative,right',
    'A3,Safety,Three,proxy,up',
    'Suma,,3,,',
  ].join('\n'),
)

function check(choices: CheckChoices): CheckReport {
  const outcome = checkReading(DRAFT, 'draft.csv', choices)
  if ('refused' in outcome) throw new Error(outcome.refused.code)
  return outcome
}

const MAPPED: CheckChoices = {
  headerRow: 2,
  columns: { code: ['A'], section: ['B'], title: ['C'], dataType: ['D'] },
}

describe('what a person settles', () => {
  it('is needed for headings that nobody knows, and the sheets to choose from are named', () => {
    expect(checkReading(DRAFT, 'draft.csv')).toMatchObject({
      refused: { code: 'no-table' },
      sheets: [{ name: 'draft', hidden: false, indicators: 0 }],
    })
  })

  it('says where the headings are and what the columns hold', () => {
    const report = check(MAPPED)
    expect(report).toMatchObject({
      headerRow: 2,
      columns: MAPPED.columns && { code: 'A', title: 'C' },
    })
    expect(issuesOf(report)).toEqual([
      'E2 unmapped-column',
      'D3 unrecognised-value!',
      'A4 duplicate-code!',
      'D4 unrecognised-value!',
      'B6 missing-section!',
    ])
    expect(report.issues[1]).toMatchObject({
      field: 'dataType',
      text: 'qualitative',
      options: ['cross-sectional', 'longitudinal', 'proxy', 'user feedback'],
    })
    expect(report.tableColumns[4]).toEqual({
      column: 'E',
      heading: 'Więcej',
      field: null,
      hidden: false,
      samples: ['left', 'right', 'up'],
      score: null,
      because: [],
    })
  })

  it('puts texts in cells, gives values a meaning and leaves rows out, until nothing is wrong', () => {
    const report = check({
      ...MAPPED,
      texts: [{ cell: 'A4', text: 'A2' }],
      meanings: [{ field: 'dataType', text: 'qualitative', means: 'user feedback' }],
      leftOut: [6],
    })
    expect(issuesOf(report)).toEqual(['E2 unmapped-column'])
    expect(report.indicators.map(({ code, dataType }) => `${code} ${dataType}`)).toEqual([
      'A1 user feedback',
      'A2 user feedback',
      'A3 proxy',
    ])
    expect(report.skipped).toEqual([{ row: 6, code: 'left-out', data: {} }])
  })

  it('can join columns, or take a field from none', () => {
    const report = check({
      ...MAPPED,
      columns: { ...MAPPED.columns, dataType: [], definition: ['E', 'D'] },
      leftOut: [4, 6],
    })
    expect(report.joinedColumns).toEqual({ definition: ['E', 'D'] })
    expect(report.indicators[0]).toMatchObject({ dataType: null, definition: 'left\nqualitative' })
    expect(issuesOf(report)).toEqual([])
  })
})

it('shows the rows of a sheet as the spreadsheet does, so many at a time', () => {
  const scope = { sheet: 'draft', from: 2, rows: 1 }
  expect(previewReading(DRAFT, 'draft.csv', scope)).toEqual({
    sheet: 'draft',
    lastRow: 6,
    rows: [
      {
        row: 2,
        hidden: false,
        cells: ['Skrót', 'Obszar', 'Treść', 'Rodzaj', 'Więcej'].map((text, index) => ({
          column: 'ABCDE'[index],
          text,
        })),
      },
    ],
  })
  expect(previewReading(DRAFT, 'draft.csv', { ...scope, sheet: 'other' })).toMatchObject({
    refused: { code: 'no-such-sheet' },
  })
})

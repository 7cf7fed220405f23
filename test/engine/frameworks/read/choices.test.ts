import { describe, expect, it } from 'vitest'
import { parseCsv } from '../../../../engine/files/spreadsheet/parse-csv.ts'
import { checkReading, previewReading } from '../../../../engine/frameworks/read/check-file.ts'
import type { CheckChoices, CheckReport } from '../../../../shared/model/check.ts'
import { check as checkRows, issuesOf } from './table.ts'

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

describe('codes that begin anew in each section', () => {
  const restarting = (one: string, two: string) => [
    ['no', 'section', 'indicator'],
    ['1', one, 'Feels safe'],
    ['2', one, 'Is safe'],
    ['3', one, 'Stays safe'],
    ['1', two, 'Has a home'],
    ['2', two, 'Keeps a home'],
  ]
  const codes = ({ indicators }: CheckReport) => indicators.map(({ code }) => code)
  const choice: CheckChoices = { repeatedCodes: { by: 'section' } }

  it('are told from codes that are merely used twice', () => {
    const { issues } = checkRows(restarting('Safety', 'Homes'))
    expect(issues).toMatchObject([
      { code: 'duplicate-code', data: { first: 'A2', restarts: true } },
      { code: 'duplicate-code', data: { first: 'A3', restarts: true } },
    ])
    const twice = checkRows([...restarting('Safety', 'Homes'), ['1', 'Homes', 'Likes a home']])
    expect(twice.issues[0]).toMatchObject({ data: { restarts: false } })
  })

  it('have their section put before each, by its place or by the code that its title begins with', () => {
    const placed = checkRows(restarting('Safety', 'Homes'), 'workbook', choice)
    expect(codes(placed)).toEqual(['S1-1', 'S1-2', 'S1-3', 'S2-1', 'S2-2'])
    expect(placed.issues).toEqual([])
    const coded = checkRows(restarting('A. Safety', 'B. Homes'), 'workbook', choice)
    expect(codes(coded)).toEqual(['A.1', 'A.2', 'A.3', 'B.1', 'B.2'])
  })
})

describe('two columns of one name', () => {
  const rows = [
    ['code', 'section', 'indicator', 'Indicator'],
    ['A1', 'Safety', 'Feels safe', 'Is safe'],
    ['A2', 'Safety', 'Likes school', 'Likes school'],
  ]

  it('are refused where an indicator needs what they hold, until somebody says which of them is meant', () => {
    const report = checkRows(rows)
    expect(issuesOf(report)).toEqual(['D1 repeated-column!'])
    expect(report.issues[0]).toMatchObject({ data: { field: 'title', column: 'C', other: 'D' } })
    const chosen = checkRows(rows, 'workbook', { columns: { title: ['D'] } })
    expect(issuesOf(chosen)).toEqual(['C1 unmapped-column'])
    expect(chosen.indicators[0]).toMatchObject({ title: 'Is safe' })
  })

  it('have the first loaded with a word where an indicator can do without', () => {
    const [headings = [], first = []] = rows
    const report = checkRows([
      [...headings.slice(0, 3), 'Unit', 'unit'],
      [...first.slice(0, 3), '%', 'children'],
    ])
    expect(issuesOf(report)).toEqual(['E1 repeated-column'])
    expect(report.indicators[0]).toMatchObject({ unit: '%' })
  })

  it('do no harm where they say the same', () => {
    expect(issuesOf(checkRows(rows.toSpliced(1, 1)))).toEqual(['D1 unmapped-column'])
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

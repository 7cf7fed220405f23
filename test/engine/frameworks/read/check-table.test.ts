import { describe, expect, it } from 'vitest'
import { checkTable } from '../../../../engine/frameworks/read/check-table.ts'
import { checkReport } from '../../../../shared/model/check.ts'
import { check, issuesOf, sheetOf } from './table.ts'

const HEADINGS = ['code', 'section', 'indicator', 'data_type', 'status']
const ROW = ['A1', 'Safety', 'Children feel safe', 'proxy', 'new']

describe('a table of indicators', () => {
  it('gives every field of each row, with the row it stands in', () => {
    const headings =
      'code,section,outcome,indicator,definition,data_type,status,source,unit,population,easy_read,rationale'
    const row = 'A1,S,O,I,D,proxy,new,Src,%,CIN,E,R'
    const report = check([headings.split(','), [], row.split(',')])
    expect(report.indicators).toEqual([
      {
        row: 3,
        code: 'A1',
        title: 'I',
        section: ['S'],
        outcome: 'O',
        definition: 'D',
        dataType: 'proxy',
        status: 'new',
        source: 'Src',
        unit: '%',
        population: 'CIN',
        easyRead: 'E',
        rationale: 'R',
        notes: '',
      },
    ])
    expect(checkReport.parse(report)).toEqual(report)
  })

  it('leaves empty what a row or the table does not say', () => {
    const [indicator] = check([
      ['code', 'section', 'indicator', 'status'],
      ['A1', 'S', 'I', ''],
    ]).indicators
    expect(indicator).toMatchObject({ dataType: null, status: null, outcome: '', easyRead: '' })
  })

  it('may start anywhere in the sheet, below a title', () => {
    const sheet = sheetOf([['Draft framework, March'], [], HEADINGS, ROW], { row: 5, column: 3 })
    expect(checkTable({ file: 'draft.xlsx', format: 'workbook', sheet })).toMatchObject({
      headerRow: 7,
      columns: { code: 'C', section: 'D', title: 'E', dataType: 'F', status: 'G' },
      candidates: 1,
      clean: 1,
      indicators: [{ row: 8, code: 'A1' }],
      issues: [],
      skipped: [],
    })
  })

  it('keeps text as typed, but for space around it and the kind of its line breaks', () => {
    const typed = '  =1+1 <b>x</b>  "__proto__"\r\nsecond   line \t'
    expect(check([HEADINGS, ['A1', 'S', typed]]).indicators[0]?.title).toBe(
      '=1+1 <b>x</b>  "__proto__"\nsecond   line',
    )
  })

  it('is none when there are no headings, or nothing but headings', () => {
    for (const rows of [[], [['some'], ['notes']], [ROW, ROW], [HEADINGS], [HEADINGS, HEADINGS]]) {
      const sheet = sheetOf(rows)
      expect(checkTable({ file: 'draft.xlsx', format: 'workbook', sheet })).toBeNull()
    }
  })
})

describe('the problems of a table', () => {
  it('names the cell of each missing code, title and section', () => {
    const report = check([HEADINGS, ['', 'S', 'I'], ['A2', 'S', '', 'proxy'], ['A3', ' ', 'I']])
    expect(issuesOf(report)).toEqual([
      'A2 missing-code!',
      'C3 missing-title!',
      'B4 missing-section!',
    ])
    expect(report).toMatchObject({ candidates: 3, clean: 0, indicators: [] })
  })

  it('finds codes that differ in case and spaces only, and says where the first one is', () => {
    const report = check([
      HEADINGS,
      ['A 1', 'S', 'I'],
      ['B1', 'S', 'I'],
      ['a1', 'S', 'I'],
      ['A1', 'S', 'I'],
    ])
    expect(issuesOf(report)).toEqual(['A4 duplicate-code!', 'A5 duplicate-code!'])
    expect(report.issues).toMatchObject([
      { code: 'duplicate-code', data: { text: 'a1', first: 'A2' } },
      { code: 'duplicate-code', data: { text: 'A1', first: 'A2' } },
    ])
    expect(report.indicators.map(({ row }) => row)).toEqual([2, 3])
  })

  it('names data types and statuses that mean nothing, and quotes them', () => {
    const report = check([HEADINGS, ['A1', 'S', 'I', 'numeric', 'maybe'], ROW.with(0, 'A2')])
    expect(issuesOf(report)).toEqual(['D2 unrecognised-value!', 'E2 unrecognised-value!'])
    expect(report.issues).toMatchObject([
      { data: { field: 'dataType', text: 'numeric' } },
      { data: { field: 'status', text: 'maybe' } },
    ])
    expect(report).toMatchObject({ candidates: 2, clean: 1 })
  })

  it.each(['#REF!', '#N/A', '#VALUE!', '#DIV/0!', '#NAME?', 'Err:502'])(
    'finds %s wherever a formula left it, once for each cell: an error where nothing can do without',
    text => {
      const report = check([HEADINGS, [text, 'S', 'I'], [text, text, text, text, text]])
      expect(issuesOf(report)).toEqual([
        ...['A2', 'A3', 'B3', 'C3'].map(cell => `${cell} error-value!`),
        ...['D3', 'E3'].map(cell => `${cell} error-value`),
      ])
    },
  )

  it('takes a text that only mentions an error value for a text', () => {
    expect(check([HEADINGS, ['A1', 'S', 'Cells with #REF! in them']]).issues).toEqual([])
  })

  it('names each required column that is missing, once, not for every row', () => {
    const report = check([
      ['code', 'definition'],
      ['A1', 'D'],
      ['A2', 'D'],
    ])
    expect(issuesOf(report)).toEqual(['A1 missing-column', 'A1 missing-column!'])
    expect(report).toMatchObject({ candidates: 2, clean: 0, indicators: [] })
  })

  it('takes outcomes for sections where there are none, or puts all in one, and says so', () => {
    const plain = check([
      ['code', 'indicator'],
      ['A1', 'One'],
    ])
    expect(issuesOf(plain)).toEqual(['A1 missing-column'])
    expect(plain.indicators).toMatchObject([{ code: 'A1', section: ['All indicators'] }])
    const outcomes = check([
      ['code', 'expected outcome', 'indicator'],
      ['A1', 'Children are safe', 'One'],
      ['A2', '›', 'Two'],
    ])
    expect(issuesOf(outcomes)).toEqual(['A1 missing-column'])
    expect(outcomes.indicators).toMatchObject([
      { section: ['Children are safe'], outcome: 'Children are safe' },
      { section: ['All indicators'], outcome: '›' },
    ])
  })

  it('is not held up by a million spaces or letters in a cell', () => {
    const long = 200_000
    const spaces = check([
      ['code', 'section', 'indicator', `a${' '.repeat(long)}b`],
      ['A1', 'S', `${' ('.repeat(long)}x`, `a${' '.repeat(long)}b`],
    ])
    expect(spaces.candidates).toBe(1)
    const letters = check([
      ['code', 'section', 'unit', 'words'],
      ['A1', 'S', '%', 'w'.repeat(long)],
      ['A2', 'S', '%', `${'v'.repeat(long)} ${'('.repeat(long)}`],
    ])
    expect(letters.candidates).toBe(2)
  })

  it('takes no note below the last indicator for the title of a section', () => {
    const report = check([
      ['code', 'indicator', 'unit'],
      ['A1', 'One', '%'],
      ['A2', 'Two', '%'],
      ['Agreed in March'],
    ])
    expect(report).toMatchObject({ candidates: 2, clean: 2, skipped: [{ row: 4 }] })
    expect(report.indicators[0]).toMatchObject({ section: ['All indicators'] })
  })

  it('tells codes and titles by what their columns hold where no heading does, and says so', () => {
    const rows = [
      ['', 'Domain', 'Our words for it', 'Unit', 'Lead'],
      ['W1', 'Wellbeing', 'Young people can cope', '%', 'AB'],
      ['W2', 'Wellbeing', 'Young people have a friend', '%', 'CD'],
    ]
    const report = check(rows)
    expect(report.columns).toEqual({ code: 'A', section: 'B', title: 'C', unit: 'D' })
    expect(issuesOf(report)).toEqual([
      'A1 guessed-column',
      'C1 guessed-column',
      'E1 unmapped-column',
    ])
    expect(report).toMatchObject({ candidates: 2, clean: 2 })
    const decided = check(rows, 'workbook', { columns: { code: ['A'], title: ['E'] } })
    expect(decided.columns).toMatchObject({ code: 'A', title: 'E' })
    expect(issuesOf(decided)).toEqual(['C1 unmapped-column'])
  })

  it.each(['Section', 'Area', 'Category'])(
    'takes people in blocks under %s for sections',
    heading => {
      const rows = (people: readonly string[]) => [
        [heading, 'Code', 'Indicator'],
        ...people.map((who, at) => [who, `A${at + 1}`, `Share with a plan, part ${at + 1}`]),
      ]
      const blocks = check(rows(['Children in need', 'Children in need', 'Care leavers']))
      expect(blocks.columns).toEqual({ section: 'A', code: 'B', title: 'C' })
      expect(issuesOf(blocks)).toEqual([])
      const comingBack = check(rows(['Children in need', 'Care leavers', 'Children in need']))
      const field = heading === 'Section' ? 'section' : 'population'
      expect(comingBack.columns).toEqual({ [field]: 'A', code: 'B', title: 'C' })
    },
  )

  it('guesses nothing where two columns may be meant, or texts repeat', () => {
    const twoTexts = check([
      ['code', 'domain', 'unit', 'first words', 'second words'],
      ['A1', 'S', '%', 'Children are safe', 'Children feel safe'],
      ['A2', 'S', '%', 'Children are well', 'Children feel well'],
    ])
    expect(twoTexts.columns).toEqual({ code: 'A', section: 'B', unit: 'C' })
    const repeated = check([
      ['who', 'indicator', 'unit'],
      ['AB 1', 'One', '%'],
      ['AB 1', 'Two', '%'],
    ])
    expect(repeated.columns).toEqual({ population: 'A', title: 'B', unit: 'C' })
  })

  it('warns of a column that means nothing and of one that means what another does', () => {
    const report = check([
      ['code', 'Priority', 'section', 'indicator', 'PI No'],
      ['A1', 'high', 'S', 'I', '7'],
    ])
    expect(issuesOf(report)).toEqual(['B1 unmapped-column', 'E1 unmapped-column'])
    expect(report.issues).toMatchObject([
      { data: { is: 'unknown', heading: 'Priority' } },
      { data: { is: 'repeated', heading: 'PI No', taken: 'A' } },
    ])
    expect(report).toMatchObject({ clean: 1, columns: { code: 'A', section: 'C', title: 'D' } })
  })

  it('says that a csv row spilt over when a comma split its text', () => {
    const report = check(
      [HEADINGS, [...ROW, 'spilt', 'over'], [...ROW.with(0, 'A2'), '', ' ']],
      'csv',
    )
    expect(issuesOf(report)).toEqual(['F2 row-length!'])
    expect(report).toMatchObject({ candidates: 2, clean: 1 })
  })

  it('takes a csv column whose heading is blank for notes at the side', () => {
    const report = check(
      [
        [...HEADINGS, '', ''],
        [...ROW, 'a note'],
      ],
      'csv',
    )
    expect(issuesOf(report)).toEqual(['F2 unmapped-column'])
    expect(report).toMatchObject({ candidates: 1, clean: 1 })
  })

  it('only warns of notes beside the table of a workbook, once for each column', () => {
    const report = check([
      HEADINGS,
      [...ROW, '', 'check this'],
      [...ROW.with(0, 'A2'), '', 'and this'],
    ])
    expect(issuesOf(report)).toEqual(['G2 unmapped-column'])
    expect(report).toMatchObject({ candidates: 2, clean: 2 })
  })

  it('lists them as a person meets them: from the top, from the left', () => {
    const report = check([
      [...HEADINGS, 'Comments'],
      ['', 'S', '#REF!', 'odd'],
      ['A1', '', 'I'],
    ])
    expect(issuesOf(report)).toEqual([
      'F1 unmapped-column',
      'A2 missing-code!',
      'C2 error-value!',
      'D2 unrecognised-value!',
      'B3 missing-section!',
    ])
  })
})

describe('rows that are no indicators', () => {
  it('are passed over without a word when blank', () => {
    expect(check([HEADINGS, [], ROW, ['', ' ', '\t']]).skipped).toEqual([])
  })

  it('are listed with a reason each when they hold anything', () => {
    const report = check([
      HEADINGS,
      ['Part one: what children say'],
      ROW,
      HEADINGS,
      ['', 'Safety', '', 'proxy'],
      ['', '', '', '', '', '', 'see the notes'],
      ['Source: Department for Education'],
    ])
    expect(report.skipped).toEqual([
      { row: 2, code: 'heading-or-note', data: { text: 'Part one: what children say' } },
      { row: 4, code: 'repeated-headings', data: {} },
      { row: 5, code: 'not-an-indicator', data: {} },
      { row: 6, code: 'heading-or-note', data: { text: 'see the notes' } },
      { row: 7, code: 'note', data: {} },
    ])
    expect(report).toMatchObject({ candidates: 1, clean: 1 })
  })

  it('are not made of an indicator that was left unfinished', () => {
    expect(issuesOf(check([HEADINGS, ROW, ['A2'], ['', '', 'A title']]))).toEqual([
      'B3 missing-section!',
      'C3 missing-title!',
      'A4 missing-code!',
      'B4 missing-section!',
    ])
  })
})

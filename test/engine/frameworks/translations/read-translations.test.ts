import { describe, expect, it } from 'vitest'
import type { SpreadsheetReading } from '../../../../engine/files/spreadsheet/spreadsheet.ts'
import { frameworkFromCheck } from '../../../../engine/frameworks/from-file.ts'
import { checkReading } from '../../../../engine/frameworks/read/check-file.ts'
import { translationFound } from '../../../../shared/messages/translations/translations.ts'
import type { CheckChoices } from '../../../../shared/model/check.ts'
import { sheetOf } from '../read/table.ts'

type Rows = readonly (readonly string[])[]

function reportOf(sheets: Readonly<Record<string, Rows>>, choices: CheckChoices = {}) {
  const reading: SpreadsheetReading = {
    ...{ kind: 'sheets', format: 'workbook', unread: [] },
    sheets: Object.entries(sheets).map(([name, rows]) => ({ ...sheetOf(rows), name })),
  }
  const outcome = checkReading(reading, 'draft.xlsx', choices)
  if ('refused' in outcome) throw new Error(outcome.refused.code)
  return outcome
}

const TABLE: Rows = [
  ['Code', 'Section', 'Indicator', 'Easy read', 'Definition'],
  ['A1', 'Need', 'Children in need', 'How many children need help?', 'A count'],
  ['A2', 'Need', 'Children on a plan', '', 'A rate'],
  ['B1', 'Home', 'Children who moved', 'Who moved house?', ''],
]

/** The table with these columns after its own. */
const withColumns = (...columns: Rows): Rows =>
  TABLE.map((row, at) => [...row, ...columns.map(column => column[at] ?? '')])

const welshOf = (rows: Rows) => reportOf({ Draft: rows }).translations

const TITLES = ['Plant mewn angen', 'Plant ar gynllun', 'Plant a symudodd']
const words = (...texts: readonly object[]) =>
  ['A1', 'A2', 'B1'].flatMap((code, at) => (texts[at] ? [{ code, texts: texts[at] }] : []))

describe('the words of a framework’s file in another language', () => {
  it.each([
    'Indicator (Welsh)',
    'Title (Cymraeg)',
    'Title [cy]',
    'indicator_cy',
    'Title - Welsh',
    'Title (in Welsh)',
    'Teitl',
    'Dangosydd',
  ])('are those under %s', heading => {
    expect(welshOf(withColumns([heading, ...TITLES]))).toEqual([
      {
        ...{ language: 'cy', columns: [{ field: 'title', column: 'F' }] },
        words: words(...TITLES.map(title => ({ title }))),
      },
    ])
  })

  it('are of any field, and what is lacking is a count and no problem', () => {
    const rows = withColumns(
      ['Title (Welsh)', TITLES[0] ?? '', '', ''],
      ['Plain words (Welsh)', 'Faint o blant?', '', '#REF!'],
      ['Easy read (cy)', 'Nid hwn', 'Pwy sydd â chynllun?'],
      ['Definition (Welsh)', 'Cyfrif'],
    )
    const report = reportOf({ Draft: rows })
    const [welsh] = report.translations ?? []
    expect(welsh?.words).toEqual(
      words(
        { title: TITLES[0], easyRead: 'Faint o blant?', definition: 'Cyfrif' },
        { easyRead: 'Pwy sydd â chynllun?' },
      ),
    )
    expect(report.issues).toEqual([])
    expect(welsh && translationFound(welsh, report.indicators.length)).toBe(
      'Welsh: 2 of 3 indicators have words (indicator 1, definition 1, easy read 2), 1 has none',
    )
    expect(frameworkFromCheck(report).translations).toEqual(report.translations)
  })

  it('stay words of the section where its own name people and could be whom indicators are about', () => {
    const rows = TABLE.map(([code = '', , title = ''], at) => [
      ...[code, at === 0 ? 'Section' : 'Children at home', title],
      ...(at === 0 ? ['Population', 'Section (Welsh)'] : ['CIN', 'Plant gartref']),
    ])
    const report = reportOf({ Draft: rows })
    expect(report.columns).toMatchObject({ section: 'B', population: 'D' })
    expect(report.translations?.[0]?.columns).toEqual([{ field: 'section', column: 'E' }])
    expect(report.issues).toEqual([])
  })

  it('name a section once for all of its indicators, in levels where it has some', () => {
    const rows = withColumns(['Section (Welsh)', 'Angen > Cymorth', '', 'Cartref'])
    expect(welshOf(rows)?.[0]?.words).toEqual(
      words(
        { section: ['Angen', 'Cymorth'] },
        { section: ['Angen', 'Cymorth'] },
        { section: ['Cartref'] },
      ),
    )
  })

  it('are the framework’s own where no other column has the field, or a person chose so', () => {
    const own = TABLE.map(([code = '', section = '', title = '']) => [code, section, title])
    own[0] = ['Cod', 'Adran', 'Teitl (Cymraeg)']
    expect(reportOf({ Draft: own })).toMatchObject({ clean: 3, columns: { title: 'C' } })
    expect(welshOf(own)).toBeUndefined()
    const rows = withColumns(['Title (Welsh)', ...TITLES])
    const chosen = reportOf({ Draft: rows }, { columns: { title: ['F'] } })
    expect(chosen.indicators.map(({ title }) => title)).toEqual(TITLES)
    expect(chosen.translations).toBeUndefined()
  })

  it('are none in a list that is itself in that language, even where a heading is in a further one', () => {
    const own = TABLE.map(([code = '', section = '', title = '']) => [
      code,
      section,
      'Lefel',
      title,
    ])
    own[0] = ['Cyfeirnod', 'Thema', 'Is-adran', 'Enw’r dangosydd']
    const report = reportOf({ Draft: own })
    expect(report.columns).toMatchObject({ section: 'B', title: 'D' })
    expect(report.indicators[0]?.section).toEqual(['Need', 'Lefel'])
    expect(report.translations).toBeUndefined()
  })

  it('stand on the left of the English as well', () => {
    const rows = TABLE.map(([code = '', section = '', title = ''], at) => [
      ...[code, ['Title (Welsh)', ...TITLES][at] ?? ''],
      ...[at === 0 ? 'Title (English)' : title, section],
    ])
    const report = reportOf({ Draft: rows })
    expect(report.indicators.map(({ title }) => title)).toEqual(TABLE.slice(1).map(row => row[2]))
    expect(report.translations?.[0]?.words).toHaveLength(3)
    expect(report.issues).toEqual([])
  })

  it('are not read in a language that no screen has, nor for a field that nobody reads who rates', () => {
    for (const heading of ['Title (French)', 'Titre', 'Code (Welsh)', 'Status (Welsh)']) {
      expect(welshOf(withColumns([heading, ...TITLES]))).toBeUndefined()
    }
  })

  it('go with the indicators of several sheets that are one list, numbered or not', () => {
    const sheet = (...titles: readonly string[]): Rows => [
      ['Indicator', 'Indicator (Welsh)', 'Definition'],
      ...titles.map(title => [`The rate of ${title}`, `Cyfradd ${title}`, 'A rate']),
    ]
    const report = reportOf({ Need: sheet('one', 'two'), Home: sheet('three', 'four') })
    expect(report.translations?.[0]?.words).toEqual(
      report.indicators.map(({ code, title }) => ({
        ...{ code, texts: { title: title.replace('The rate of', 'Cyfradd') } },
      })),
    )
    expect(report.indicators).toHaveLength(4)
  })
})

import { describe, expect, it, vi } from 'vitest'
import { read } from 'xlsx'
import { exampleFramework } from '../../../engine/frameworks/example/example-framework.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { addSyntheticRatings } from '../../../engine/ratings/synthetic/synthetic-ratings.ts'
import { getAllWorkshops } from '../../../engine/store/records/workshops.ts'
import { createWorkbook } from '../../../engine/workbooks/open.ts'
import { changeScale } from '../../../engine/workbooks/workbook.ts'
import { ANSWER_LABELS } from '../../../shared/messages/exports.ts'
import { READ_ME, SHEET_WORDS } from '../../../shared/messages/report.ts'
import { QUANTILE_WORDS } from '../../../shared/messages/results.ts'
import { ruleWords } from '../../../shared/messages/rules.ts'
import type { ExportScope } from '../../../shared/model/exports.ts'
import { EXAMPLE_LABEL } from '../../../shared/model/framework.ts'
import { RULES, type RuleName } from '../../../shared/model/rules.ts'
import {
  program,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'
import { tempFolder } from '../../helpers/temp-folder.ts'
import {
  exported,
  exportedBook,
  headingsOf,
  indicatorIds,
  ratedWorkbook,
  rowsOf,
  textOf,
} from './exported.ts'

/** The sheets that there can be, in their order, but for those of what a study does not have. */
const sheetsBut = (...absent: readonly (keyof typeof SHEET_WORDS)[]): readonly string[] =>
  Object.keys(SHEET_WORDS).filter(name => !absent.some(one => one === name))

describe('an exported spreadsheet', () => {
  it('has its sheets in the order in which it lists them', async () => {
    const book = await exportedBook(ratedWorkbook().workbook)
    expect(book.SheetNames).toEqual(sheetsBut('Show of hands'))
  })

  it('has no charts while there is nothing to draw', async () => {
    const book = await exportedBook(sampleWorkbook())
    expect(book.SheetNames).toEqual(sheetsBut('Charts', 'Show of hands'))
    expect(textOf(book, 'Read me')).not.toContain(SHEET_WORDS.Charts)
  })

  it('explains every column of every table in its codebook, and no other', async () => {
    const book = await exportedBook(sampleWorkbook())
    const tables = book.SheetNames.filter(name => name !== 'Read me')
    const explained = rowsOf(book, 'Codebook').map(({ sheet, column }) => `${sheet}: ${column}`)
    const there = tables.flatMap(name => headingsOf(book, name).map(column => `${name}: ${column}`))
    // A workbook without ratings has the headings of the ratings all the same.
    expect(there).toContain('Ratings: comment')
    expect(explained).toEqual([...there, 'csv export: all text'])
    expect(rowsOf(book, 'Codebook').every(({ meaning }) => meaning)).toBe(true)
  })

  it('says on nine levels whether people disagree in the sense of RAND/UCLA', async () => {
    const workbook = sampleWorkbook()
    changeScale(workbook, 9)
    const workshop = sampleWorkshop(workbook)
    const [first = '', second = ''] = indicatorIds(workbook)
    for (const [apart, close] of [
      [1, 7],
      [1, 8],
      [9, 7],
      [9, 8],
    ] as const) {
      const person = sampleParticipant(workbook, workshop)
      recordRating(workbook, rating(person, first, apart))
      recordRating(workbook, rating(person, second, close))
    }
    const rows = rowsOf(await exportedBook(workbook), 'Results')
    const told = rows.filter(({ criterion }) => criterion === 'usefulness')
    expect(
      told.map(({ p30, p70, ipras, disagreement }) => [p30, p70, ipras, disagreement]),
    ).toEqual([
      [1, 9, 2.35, 'yes'],
      [7, 8, 6.1, 'no'],
      [undefined, undefined, undefined, undefined],
    ])
  })

  it('has one row for each current rating, in every round, with what it was called', async () => {
    const { workbook } = ratedWorkbook()
    const rows = rowsOf(await exportedBook(workbook), 'Ratings')
    const told = rows.map(({ participant, round, answer, level, label, comment }) => [
      ...[participant, round, answer, level, label, comment],
    ])
    expect(told).toEqual([
      ['P01', 1, 5, 5, 'Very useful', '=1+1'],
      ['P01', 2, 1, 1, 'Not useful at all', undefined],
      ['P02', 1, 'dont_know', undefined, ANSWER_LABELS.dont_know, undefined],
      ['P03', 1, undefined, undefined, undefined, 'Why?'],
      ['P04', 1, 3, 3, 'In between', undefined],
    ])
  })

  it('counts and lists only the workshop and groups that were asked for', async () => {
    const { workbook, spring } = ratedWorkbook()
    const scope = { round: 1, workshops: [spring], groups: ['Ofsted'] }
    const book = await exportedBook(workbook, scope)
    expect(rowsOf(book, 'Ratings').map(({ participant }) => participant)).toEqual(['P02', 'P03'])
    expect(rowsOf(book, 'Results')[0]).toMatchObject({ participants: 2, n: 0, dont_know: 1 })
    expect(new Set(rowsOf(book, 'By group').map(({ group }) => group))).toEqual(new Set(['Ofsted']))
  })

  it('shows an empty cell where a figure cannot be computed, and never 0', async () => {
    const book = read(await exported(sampleWorkbook(['A1']), 'xlsx'))
    const [row] = rowsOf(book, 'Results')
    expect(row).toMatchObject({ n: 0, missing: 0 })
    expect(Object.keys(row ?? {})).not.toContain('mean')
    expect(Object.keys(row ?? {})).not.toContain('favourable')
  })

  it('sums up each indicator in one row, judged by the rule that was asked for', async () => {
    const { workbook } = ratedWorkbook()
    const [first = ''] = indicatorIds(workbook)
    const [{ id: workshop } = { id: '' }] = getAllWorkshops(workbook.store)
    for (const level of [2, 4, 5]) {
      const person = sampleParticipant(workbook, workshop, 'Ofsted')
      recordRating(workbook, rating(person, first, level, { criterion: 'usability' }))
    }
    const summary = async (scope: ExportScope) =>
      rowsOf(await exportedBook(workbook, scope), 'Summary')
    const ofAny = (name: RuleName) => ({ ...RULES[name], atLeastAnswers: 1 })
    const [few] = await summary({ round: 1 })
    expect(Object.keys(few ?? {})).not.toContain('priority')
    expect(few).toMatchObject({ 'usefulness few answers': 'too few' })
    const [rated, unrated] = await summary({ round: 1, rule: ofAny('percent-75') })
    expect(rated).toMatchObject({ code: 'A1', priority: 'rethink', 'usefulness n': 2 })
    expect(rated).toMatchObject({ 'usefulness median': 4, 'usability n': 3, 'usability median': 4 })
    expect(rated).toMatchObject({ 'usefulness verdict': 'none', 'usability verdict': 'none' })
    expect(unrated?.['usefulness n']).toBe(0)
    expect(Object.keys(unrated ?? {})).not.toContain('priority')
    const [byIqr] = await summary({ round: 1, rule: ofAny('iqr'), groups: ['ADCS', 'Other'] })
    expect(byIqr).toMatchObject({ 'usefulness verdict': 'in', 'usefulness median': 4 })
  })

  it('judges each row of results, and says how solid that is only over everyone', async () => {
    const { workbook } = ratedWorkbook()
    const book = read(
      await exported(workbook, 'xlsx', { round: 1, rule: { ...RULES.iqr, atLeastAnswers: 1 } }),
    )
    const [row] = rowsOf(book, 'Results')
    expect(row).toMatchObject({ verdict: 'in', changes_to_flip: 1, unfavourable: 0 })
    // One layer at 3 and 5: TU is 2, TDU is 1, so A is 2/9 of 3/4.
    expect(row).toMatchObject({ mean_absolute_deviation: 1, agreement_a: expect.closeTo(1 / 6) })
    expect(headingsOf(book, 'By group')).toContain('verdict')
    expect(headingsOf(book, 'By group')).not.toContain('changes_to_flip')
  })

  it('names the rule, in words and with its version, and the definition of quantiles', async () => {
    const scope = { round: 1, rule: 'iqr', quantile: 'R-6' } as const
    const readMe = textOf(read(await exported(sampleWorkbook(), 'xlsx', scope)), 'Read me')
    expect(readMe).toContain('Close together (iqr, version 2)')
    expect(readMe).toContain(ruleWords(RULES.iqr, 5))
    expect(readMe).toContain(QUANTILE_WORDS['R-6'])
    expect(readMe).not.toContain('R-7')
  })

  it('says what it counts and from which framework', async () => {
    const { workbook } = ratedWorkbook()
    const readMe = textOf(read(await exported(workbook, 'xlsx', { round: 2 })), 'Read me')
    expect(readMe).toContain(`Round,${READ_ME.round(2)}`)
    expect(readMe).toContain('Ofsted: 2 participants')
    expect(readMe).toContain(currentFramework(workbook.store).hash)
    expect(readMe).not.toContain(READ_ME.madeUp)
  })

  it('warns where ratings are made up and the framework is an illustration', async () => {
    using folder = tempFolder()
    const content = { title: 'Try', scale: 3, madeUp: true, framework: exampleFramework() } as const
    const workbook = createWorkbook(folder.file('try.sqlite'), content, program)
    addSyntheticRatings(workbook, { workshops: 1, participants: 1, seed: 1 })
    const book = await exportedBook(workbook)
    workbook.close()
    expect(textOf(book, 'Read me')).toContain(READ_ME.madeUp)
    expect(textOf(book, 'Read me')).toContain(`Warning,"${EXAMPLE_LABEL}"`)
    expect(rowsOf(book, 'Ratings').every(row => row.made_up === 'yes')).toBe(true)
    expect(headingsOf(book, 'Results').filter(name => name.startsWith('level_'))).toHaveLength(3)
  })

  it('has the same bytes whenever it is made from the same records', async () => {
    const { workbook } = ratedWorkbook()
    const first = await exported(workbook, 'xlsx')
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2031-05-06T07:08:09Z') })
    const later = await exported(workbook, 'xlsx')
    vi.useRealTimers()
    expect(later.equals(first)).toBe(true)
  })
})

describe('an exported csv', () => {
  it('has the columns of the sheet Ratings and the release, and is the same every time', async () => {
    const { workbook } = ratedWorkbook()
    const bytes = await exported(workbook, 'csv')
    const [headings] = bytes.toString('utf8').slice(1).split('\r\n')
    const book = await exportedBook(workbook)
    expect(headings?.split(',')).toEqual([...headingsOf(book, 'Ratings'), 'release'])
    expect(await exported(workbook, 'csv')).toEqual(bytes)
    expect(bytes.toString('utf8')).toContain(",'=1+1,")
  })
})

describe('an export that is under way', () => {
  it('neither holds up a rating nor takes it in half-way', async () => {
    const { workbook, spring } = ratedWorkbook()
    const [, second = ''] = indicatorIds(workbook)
    const late = sampleParticipant(workbook, spring)
    const writing = exported(workbook, 'xlsx')
    recordRating(workbook, rating(late, second, 4))
    const book = read(await writing)
    expect(rowsOf(book, 'Ratings')).toHaveLength(5)
    expect(
      rowsOf(book, 'Results').every(({ indicator, n }) => indicator === 'Indicator A1' || n === 0),
    ).toBe(true)
    expect(rowsOf(await exportedBook(workbook), 'Ratings')).toHaveLength(6)
  })

  it('is refused for a workshop that the workbook does not have', async () => {
    const scope = { round: 1, workshops: ['01994d2e-5a3b-7c1d-8e9f-0a1b2c3d4e5f'] }
    await expect(exported(sampleWorkbook(), 'csv', scope)).rejects.toMatchObject({
      code: 'UNKNOWN_WORKSHOP',
    })
  })
})

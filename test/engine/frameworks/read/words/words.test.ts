import { expect, it } from 'vitest'
import { titleWithoutCode } from '../../../../../engine/frameworks/read/words/codes.ts'
import {
  knownDataType,
  knownStatus,
} from '../../../../../engine/frameworks/read/words/known-values.ts'
import { check, issuesOf } from '../table.ts'

it.each([
  ['cross-sectional', 'cross-sectional'],
  ['Cross sectional', 'cross-sectional'],
  ['CROSS_SECTIONAL', 'cross-sectional'],
  ['Snapshot', 'cross-sectional'],
  ['longitudinal ', 'longitudinal'],
  ['Proxy measure', 'proxy'],
  ['User-feedback', 'user feedback'],
  ['Snapshot data', 'cross-sectional'],
  ['a longitudinal indicator', 'longitudinal'],
  ['feedback from users', 'user feedback'],
  ['survey - Bright Spots', 'user feedback'],
  ['proxy (of outcomes)', 'proxy'],
  ['proxy - survey', null],
  ['proxy (survey)', null],
  ['not proxy', null],
  ['administrative', null],
  ['constructor', null],
])('takes %j for the data type %j', (text, meaning) => {
  expect(knownDataType(text)).toBe(meaning)
})

it.each([
  ['Existing', 'existing'],
  ['collected today', 'existing'],
  ['NEW', 'new'],
  ['to be developed', 'new'],
  ['existing (national)', 'existing'],
  ['New – replaces A3', 'new'],
  ['new: existing', null],
  ['unclear', null],
])('takes %j for the status %j', (text, meaning) => {
  expect(knownStatus(text)).toBe(meaning)
})

const HEADINGS = ['Indicator', 'Type of data', 'Source']
const ROWS = [
  HEADINGS,
  ['1. Safety'],
  ['1.1 Children feel safe', 'Survey', 'LA'],
  ['1.2: Visits on time', 'Snapshot', 'CIN'],
  ['2. Homes'],
  ['2.1) 3 or more moves', 'Long.', '903'],
  ['2.10 “Near” to family', 'Proxy', '903'],
]

it('takes codes from the start of the titles where no column holds them, and says so', () => {
  const report = check(ROWS)
  expect(report.columns).toMatchObject({ code: 'A', title: 'A' })
  expect(report.indicators.map(({ code, title, section }) => [code, title, ...section])).toEqual([
    ['1.1', 'Children feel safe', '1. Safety'],
    ['1.2', 'Visits on time', '1. Safety'],
    ['2.1', '3 or more moves', '2. Homes'],
    ['2.10', '“Near” to family', '2. Homes'],
  ])
  expect(issuesOf(report)).toEqual(['A1 code-in-title'])
})

it('asks for the code of a title that has none, or the same as another', () => {
  const more = [
    ['3.1 Attendance', 'Snapshot', 'Census'],
    ['3.2 Exclusions', 'Snapshot', 'Census'],
    ['Unnumbered', 'Proxy', ''],
  ]
  const report = check([...ROWS.toSpliced(5, 1), ...more])
  expect(issuesOf(report)).toEqual(['A1 code-in-title', 'A9 missing-code!'])
  const settled = { texts: [{ cell: 'A9', text: '2.10 Not so unnumbered' }] }
  expect(issuesOf(check([...ROWS.toSpliced(5, 1), ...more], 'workbook', settled))).toEqual([
    'A1 code-in-title',
    'A9 duplicate-code!',
  ])
})

it('leaves titles alone that merely begin with numbers, and those with a column of codes', () => {
  const numbers = [HEADINGS, ['10 day visits', 'Proxy', ''], ['16 to 17 year olds', 'Proxy', '']]
  expect(issuesOf(check(numbers))).toContain('A1 numbered-codes')
  const coded = [
    ['code', ...HEADINGS],
    ['A1', '1.1 One', 'Proxy', 'S'],
    ['A2', '1.2 Two', 'Proxy', 'S'],
  ]
  expect(check(coded).columns).toMatchObject({ code: 'A', title: 'B' })
  expect(titleWithoutCode('90% attendance')).toBe('90% attendance')
})

it('lets a person say that another column holds the codes, or none', () => {
  expect(check(ROWS, 'workbook', { columns: { code: ['C'] } }).columns.code).toBe('C')
  expect(check(ROWS, 'workbook', { columns: { code: [] } }).columns.code).toBeUndefined()
  const sameTitle = check(ROWS, 'workbook', { columns: { title: ['A'] } })
  expect(sameTitle.columns).toMatchObject({ code: 'A', title: 'A' })
})

import { expect, test } from 'vitest'
import {
  allKeys,
  isNarrowed,
  keysTo,
  NO_FILTER,
  passes,
  sectionsOf,
} from '../../../../renderer/pages/frameworks/view/tree.ts'
import type { Indicator } from '../../../../shared/model/framework.ts'
import { indicatorText } from '../../../helpers/sample-workbook.ts'

const indicator = (code: string, section: readonly string[], outcome = ''): Indicator => ({
  ...indicatorText(code, { section: [...section], outcome }),
  id: code,
})

test('keeps sections and outcomes in the order of the file', () => {
  const tree = sectionsOf([
    indicator('Z1', ['Zeal'], 'Second in the alphabet'),
    indicator('Z2', ['Zeal'], 'A first one'),
    indicator('A1', ['Art']),
  ])
  expect(tree.map(section => section.path)).toEqual([['Zeal'], ['Art']])
  expect(tree[0]?.outcomes.map(outcome => outcome.title)).toEqual([
    'Second in the alphabet',
    'A first one',
  ])
})

test('nests sections and counts what is inside them', () => {
  const [outer] = sectionsOf([
    indicator('B1', ['B', 'B1']),
    indicator('B', ['B']),
    indicator('B2', ['B', 'B2']),
  ])
  expect(outer?.count).toBe(3)
  expect(outer?.outcomes.flatMap(outcome => outcome.indicators.map(each => each.code))).toEqual([
    'B',
  ])
  expect(outer?.sections.map(section => [section.path, section.count])).toEqual([
    [['B', 'B1'], 1],
    [['B', 'B2'], 1],
  ])
})

test('joins a section that comes back later in the file', () => {
  const tree = sectionsOf([indicator('A1', ['A']), indicator('B1', ['B']), indicator('A2', ['A'])])
  expect(tree.map(section => section.count)).toEqual([2, 1])
})

test('finds the way to an indicator through nested sections', () => {
  const tree = sectionsOf([
    indicator('A', ['A']),
    indicator('B1', ['B', 'B1']),
    indicator('B2', ['B', 'B2']),
  ])
  expect(keysTo(tree, 'B2')).toEqual(['B', 'B › B2'])
  expect(keysTo(tree, 'Z')).toEqual([])
  expect(allKeys(tree)).toEqual(['A', 'B', 'B › B1', 'B › B2'])
})

const rate: Indicator = {
  ...indicatorText('CTX-01', {
    title: 'Rate of referrals',
    easyRead: 'How often do people ask for help?',
    dataType: 'longitudinal',
    status: null,
  }),
  id: 'CTX-01',
}

test('lets everything through when nothing is asked', () => {
  expect(passes(rate, NO_FILTER)).toBe(true)
  expect(isNarrowed(NO_FILTER)).toBe(false)
})

test('finds each word of a search anywhere, in any order and case', () => {
  expect(passes(rate, { ...NO_FILTER, search: 'HELP ctx-01 referrals' })).toBe(true)
  expect(passes(rate, { ...NO_FILTER, search: 'referrals housing' })).toBe(false)
})

test('takes a search of blanks for none', () => {
  expect(passes(rate, { ...NO_FILTER, search: '  ' })).toBe(true)
  expect(isNarrowed({ ...NO_FILTER, search: '  ' })).toBe(false)
})

test('filters by data type, and leaves out what has no status when one is asked for', () => {
  expect(passes(rate, { ...NO_FILTER, dataType: 'longitudinal' })).toBe(true)
  expect(passes(rate, { ...NO_FILTER, dataType: 'proxy' })).toBe(false)
  expect(passes(rate, { ...NO_FILTER, status: 'existing' })).toBe(false)
})

import { expect, test } from 'vitest'
import { allKeys, keysTo, sectionsOf } from '../../../renderer/pages/framework/tree.ts'
import type { Indicator } from '../../../shared/model/framework.ts'
import { indicatorText } from '../../helpers/sample-workbook.ts'

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

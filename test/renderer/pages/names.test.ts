import { expect, test } from 'vitest'
import { exampleTitle } from '../../../renderer/pages/library/use-example.ts'
import { exportName } from '../../../renderer/ui/format.ts'

const NOON = new Date('2026-03-09T12:00:00')

test('names an export after its workbook and the day', () => {
  expect(exportName('Spring tests', 'xlsx', NOON)).toBe('Spring tests 2026-03-09.xlsx')
})

test('leaves out what a file may not be called', () => {
  expect(exportName('Care: "what/if" <2026>?', 'csv', NOON)).toBe(
    'Care what if 2026 2026-03-09.csv',
  )
  expect(exportName('///', 'csv', NOON)).toBe('Workbook 2026-03-09.csv')
})

test('names a file after the day of this laptop, late in the evening too', () => {
  expect(exportName('W', 'csv', new Date('2026-06-09T23:59:00'))).toBe('W 2026-06-09.csv')
  expect(exportName('W', 'csv', new Date('2026-06-09T00:01:00'))).toBe('W 2026-06-09.csv')
})

test('numbers the example when its title is taken', () => {
  expect(exampleTitle([])).toBe('Example workbook')
  expect(exampleTitle(['Example workbook'])).toBe('Example workbook 2')
  expect(exampleTitle(['Example workbook', 'Example workbook 2', 'Mine'])).toBe(
    'Example workbook 3',
  )
  expect(exampleTitle(['Example workbook', 'Example workbook 3'])).toBe('Example workbook 2')
})

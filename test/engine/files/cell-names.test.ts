import { expect, it } from 'vitest'
import { cellName, columnName } from '../../../engine/files/cell-names.ts'

it('names columns and cells as a spreadsheet does', () => {
  expect([1, 26, 27, 52, 53, 702, 703, 16_384].map(columnName)).toEqual([
    'A',
    'Z',
    'AA',
    'AZ',
    'BA',
    'ZZ',
    'AAA',
    'XFD',
  ])
  expect(cellName(3, 7)).toBe('C7')
})

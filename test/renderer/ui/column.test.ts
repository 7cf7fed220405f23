import { expect, test } from 'vitest'
import { orderRows, toggled } from '../../../renderer/ui/table/column.ts'

const itself = (row: string | number | null) => row

test('sorts numbers by size and not by their digits', () => {
  expect(orderRows([10, 9, 100], itself, 'ascending')).toEqual([9, 10, 100])
})

test('sorts codes as people count them', () => {
  expect(orderRows(['A10', 'A9', 'a1'], itself, 'ascending')).toEqual(['a1', 'A9', 'A10'])
})

test('puts what is not known last, whichever way the rest is sorted', () => {
  expect(orderRows([2, null, 1], itself, 'ascending')).toEqual([1, 2, null])
  expect(orderRows([null, 1, 2], itself, 'descending')).toEqual([2, 1, null])
})

test('keeps rows that tie in the order in which they came', () => {
  const rows = [
    { name: 'b', size: 1 },
    { name: 'a', size: 1 },
  ]
  expect(orderRows(rows, row => row.size, 'descending')).toEqual(rows)
})

test('sorts a column upwards first and downwards at the second press', () => {
  const once = toggled(null, 'n')
  expect(once).toEqual({ column: 'n', direction: 'ascending' })
  expect(toggled(once, 'n')).toEqual({ column: 'n', direction: 'descending' })
  expect(toggled(once, 'mean')).toEqual({ column: 'mean', direction: 'ascending' })
})

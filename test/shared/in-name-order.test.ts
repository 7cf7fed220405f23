import { expect, it } from 'vitest'
import { inNameOrder } from '../../shared/in-name-order.ts'

it('puts names in the order that a person expects, numbers by their size and in any case', () => {
  const names = ['laptop-10.workbook', 'Laptop-2.workbook', 'laptop-1.workbook', 'desk.workbook']
  expect(names.toSorted(inNameOrder)).toEqual([
    'desk.workbook',
    'laptop-1.workbook',
    'Laptop-2.workbook',
    'laptop-10.workbook',
  ])
})

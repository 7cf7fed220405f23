import { expect, test } from 'vitest'
import { levelLook } from '../../../renderer/charts/screen-theme.ts'
import { type ScaleLength, scaleOf } from '../../../shared/model/scale.ts'

const looksOf = (length: ScaleLength) =>
  scaleOf(length).levels.usefulness.map(({ value }) => levelLook(value, length))

test.each([3, 4, 5, 9] as const)('draws no two levels of %i alike', length => {
  const fills = looksOf(length).map(look => look.fill)
  expect(new Set(fills).size).toBe(length)
})

test.each([3, 4, 5, 9] as const)('gives the ends of %i levels the ends of the ramp', length => {
  const looks = looksOf(length)
  expect(looks.at(0)?.fill).toBe('var(--level-1)')
  expect(looks.at(-1)?.fill).toBe('var(--level-5)')
})

test.each([
  [3, [true, false, false]],
  [4, [true, true, false, false]],
  [5, [true, true, false, false, false]],
] as const)('hatches the lower half of %i levels and never the middle', (length, hatched) => {
  expect(looksOf(length).map(look => look.isHatched)).toEqual(hatched)
})

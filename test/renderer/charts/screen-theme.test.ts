import { expect, test } from 'vitest'
import { SCREEN_THEME } from '../../../renderer/charts/screen-theme.ts'
import { type ScaleLength, scaleOf } from '../../../shared/model/scale.ts'

const levelStyles = (length: ScaleLength) =>
  scaleOf(length).levels.usefulness.map(({ value }) => SCREEN_THEME.levelStyle(value, length))

test.each([3, 4, 5, 6, 7, 9, 10] as const)('draws no two levels of %i alike', length => {
  const fills = levelStyles(length).map(style => style.fill)
  expect(new Set(fills).size).toBe(length)
})

test.each([3, 4, 5, 6, 7, 9, 10] as const)(
  'gives the ends of %i levels the ends of the ramp',
  length => {
    const styles = levelStyles(length)
    expect(styles.at(0)?.fill).toBe('var(--level-1)')
    expect(styles.at(-1)?.fill).toBe('var(--level-5)')
  },
)

test.each([
  [3, [true, false, false]],
  [4, [true, true, false, false]],
  [5, [true, true, false, false, false]],
] as const)('hatches the lower half of %i levels and never the middle', (length, hatched) => {
  expect(levelStyles(length).map(style => style.isHatched)).toEqual(hatched)
})

import { expect, it } from 'vitest'
import { keepNumbers } from '../../../../engine/frameworks/versions/keep-numbers.ts'
import type { Indicator } from '../../../../shared/model/framework.ts'
import { check } from '../read/table.ts'

const numbered = (...titles: readonly string[]) =>
  check([['Theme', 'Indicator'], ...titles.map(title => ['Safety', title])]).indicators

it('leaves numbered indicators their numbers when a row is put in between', () => {
  const inUse = numbered('Feel safe', 'Homes are stable').map(
    (text, index): Indicator => ({ ...text, id: `id-${index}` }),
  )
  const changed = numbered('Feel safe', 'Are heard', 'Homes are stable')
  const kept = keepNumbers({ inUse, earlier: [] }, changed)
  expect(kept.map(({ code, title }) => `${code} ${title}`)).toEqual([
    'N001 Feel safe',
    'N003 Are heard',
    'N002 Homes are stable',
  ])
})

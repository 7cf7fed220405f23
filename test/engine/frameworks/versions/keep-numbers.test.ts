import { expect, it } from 'vitest'
import {
  keepNumbers,
  withKeptNumbers,
} from '../../../../engine/frameworks/versions/keep-numbers.ts'
import type { Indicator } from '../../../../shared/model/framework.ts'
import { png } from '../../../helpers/pictures.ts'
import { indicatorText, sampleWorkbook } from '../../../helpers/sample-workbook.ts'
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

it('moves the words in other languages and the pictures of numbered indicators with them', () => {
  const title = (code: string) => ({ title: code === 'N001' ? 'Feel safe' : 'Homes are stable' })
  const { store } = sampleWorkbook(['N001', 'N002'], title)
  const titles = ['Feel safe', 'Are heard', 'Homes are stable']
  const kept = withKeptNumbers(store, {
    ...{ title: 'Next', origin: 'file', fileName: 'next.csv', areNumbered: true },
    indicators: titles.map((each, at) => indicatorText(`N00${at + 1}`, { title: each })),
    translations: [
      {
        ...{ language: 'cy', columns: [] },
        words: [{ code: 'N003', texts: { title: 'Cartrefi sefydlog' } }],
      },
    ],
    pictures: [
      {
        ...{ code: 'N002', type: 'image/png', bytes: png() },
        ...{ description: 'A megaphone', fileName: 'heard.png' },
      },
    ],
  })
  expect(kept.indicators.map(({ code }) => code)).toEqual(['N001', 'N003', 'N002'])
  expect(kept.translations?.[0]?.words[0]?.code).toBe('N002')
  expect(kept.pictures?.[0]?.code).toBe('N003')
})

import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import {
  chartPng,
  chartSvg,
  drawChart,
  saveChart,
} from '../../../../engine/exports/charts/chart-files.ts'
import { currentFramework } from '../../../../engine/frameworks/versions/current-version.ts'
import { recordRating } from '../../../../engine/ratings/record.ts'
import { type PictureOptions, pictureOptions } from '../../../../shared/model/exports.ts'
import { RULES } from '../../../../shared/model/rules.ts'
import { ratedMaterial } from '../../../helpers/rated-material.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../../helpers/sample-workbook.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'

const PICTURE_OPTIONS: PictureOptions = pictureOptions.parse({})

/** Width and height of a PNG, from its first chunk. */
const sizeOf = (png: Buffer) => [png.readUInt32BE(16), png.readUInt32BE(20)]

describe('a chart as a file', () => {
  it('stands alone: its finding, its n, no style sheet and nothing to fetch', () => {
    const svg = chartSvg(
      { kind: 'priority-map' },
      ratedMaterial({ indicators: 20 }),
      PICTURE_OPTIONS,
    )
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="1000"/)
    expect(svg).toContain('of 20 indicators')
    expect(svg).toContain('n = 15 participants')
    expect(svg).not.toMatch(/var\(|href|<image|NaN|undefined/)
  })

  it('writes what people typed as text, whatever it is', () => {
    const title = () => '<script>alert("1")</script> & co'
    const svg = chartSvg(
      { kind: 'priority-map' },
      ratedMaterial({ indicators: 3, title }),
      PICTURE_OPTIONS,
    )
    expect(svg).not.toContain('<script')
  })

  it('is a PNG of twice the pixels, the same bytes each time', async () => {
    const svg = chartSvg(
      { kind: 'priority-map' },
      ratedMaterial({ indicators: 20 }),
      PICTURE_OPTIONS,
    )
    const [, height] = /height="(\d+)"/.exec(svg) ?? []
    const png = await chartPng(svg)
    expect(sizeOf(png)).toEqual([2000, 2 * Number(height)])
    expect((await chartPng(svg)).equals(png)).toBe(true)
  })

  it('writes its words with the bundled typeface, and no other', async () => {
    const drawn = (words: string) =>
      chartPng(
        `<svg xmlns="http://www.w3.org/2000/svg" width="100" height="20" font-family="Atkinson Hyperlegible Next">${words}</svg>`,
      )
    const empty = await drawn('')
    const regular = await drawn('<text y="15">Keep</text>')
    const bold = await drawn('<text y="15" font-weight="700">Keep</text>')
    expect(regular.equals(empty)).toBe(false)
    expect(bold.equals(regular)).toBe(false)
  })

  it('is no larger than programs take, however much it shows', async () => {
    const png = await chartPng(
      '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="20000"></svg>',
    )
    expect(sizeOf(png)[1]).toBeLessThanOrEqual(16_000)
  })

  it('is saved where a person chose, by the rule and for the people that were asked for', async () => {
    using folder = tempFolder()
    const workbook = sampleWorkbook(['A1'])
    const [{ id: indicator } = { id: '' }] = currentFramework(workbook.store).indicators
    const workshop = sampleWorkshop(workbook)
    for (const group of ['ADCS', 'DfE']) {
      const person = sampleParticipant(workbook, workshop, group)
      recordRating(workbook, rating(person, indicator, 5))
      recordRating(workbook, rating(person, indicator, 5, { criterion: 'usability' }))
    }
    const written = await saveChart(
      workbook,
      {
        chart: { kind: 'priority-map' },
        scope: { round: 1, groups: ['DfE'], rule: RULES.iqr },
        options: PICTURE_OPTIONS,
        format: 'svg',
      },
      { path: folder.file('map.svg'), name: 'map.svg' },
    )
    const svg = readFileSync(folder.file('map.svg'), 'utf8')
    expect(written).toEqual({ name: 'map.svg', bytes: Buffer.byteLength(svg), notDrawn: [] })
    expect(svg).toContain('n = 1 participant, all DfE')
    expect(svg).toContain('Median')
  })

  it('names the letters that are boxes in its picture', async () => {
    const workbook = sampleWorkbook(['A1', 'Ж1'])
    const chart = { kind: 'answers', criterion: 'usefulness' } as const
    const drawn = (format: 'png' | 'svg') =>
      drawChart(workbook, { chart, scope: { round: 1 }, options: PICTURE_OPTIONS, format })
    expect((await drawn('png')).notDrawn).toEqual(['Ж'])
    expect((await drawn('svg')).notDrawn).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { chartSvg } from '../../../../engine/exports/charts/chart-files.ts'
import { ofAnySystem, ofThisSystem } from '../../../../engine/files/pictures/renderer.ts'
import { createTypeface, TYPEFACE } from '../../../../engine/files/pictures/svg-to-png.ts'
import { type ChartChoice, pictureOptions } from '../../../../shared/model/exports.ts'
import { ratedMaterial } from '../../../helpers/rated-material.ts'

const CHARTS: readonly ChartChoice[] = [
  { kind: 'priority-map' },
  { kind: 'groups', criterion: 'usefulness', figure: 'favourable' },
  { kind: 'answers', criterion: 'usability' },
]

const ours = await ofThisSystem()

describe('resvg as a binary of this system', () => {
  it.skipIf(ours === null).each(CHARTS)(
    'draws the same pixels and picture of $kind as on any system (skipped where there is none)',
    async chart => {
      const svg = chartSvg(chart, ratedMaterial({ indicators: 30 }), pictureOptions.parse({}))
      const reading = { fonts: createTypeface()(svg), family: TYPEFACE, zoom: 1.25 }
      const any = await ofAnySystem()
      const [pixels, others] = [ours?.pixels(svg, reading), any.pixels(svg, reading)]
      expect([pixels?.width, pixels?.height]).toEqual([others.width, others.height])
      expect(Buffer.compare(pixels?.rgba ?? Buffer.alloc(0), others.rgba)).toBe(0)
      expect(ours?.png(svg, reading).equals(any.png(svg, reading))).toBe(true)
    },
  )
})

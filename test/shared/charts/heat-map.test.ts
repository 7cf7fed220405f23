import { describe, expect, it } from 'vitest'
import { heatCells, widestGap } from '../../../shared/charts/heat-map/cells.ts'
import { heatMap } from '../../../shared/charts/heat-map/heat-map.ts'
import { layoutHeatMap } from '../../../shared/charts/heat-map/layout.ts'
import { textWidth } from '../../../shared/charts/text/measure.ts'
import { hiddenFigures } from '../../../shared/model/hidden-figures.ts'
import { ratedMaterial } from '../../helpers/rated-material.ts'

const material = ratedMaterial({ indicators: 25, participants: 14 })
const { indicators } = material.results
const choice = { criterion: 'usefulness', figure: 'favourable' } as const

describe('the heat map of groups', () => {
  it('has each group’s own figure and n in its table', () => {
    const { table } = heatMap(material, choice)
    for (const [index, { cells }] of table.rows.entries()) {
      const result = indicators[index]?.criteria.usefulness
      const groups = Object.values(result?.groups ?? {})
      expect(cells.slice(1)).toEqual(
        [result, ...groups].flatMap(each => [each?.favourable, each?.n]),
      )
    }
  })

  it('names the widest gap between groups with enough answers', () => {
    const cells = heatCells(indicators, choice, material)
    const gap = widestGap(cells)
    if (!gap) throw new Error('There is no gap.')
    const gaps = indicators.map(({ criteria }) => {
      const shares = Object.values(criteria.usefulness.groups).flatMap(({ n, favourable }) =>
        n >= 5 && favourable !== null ? [favourable] : [],
      )
      return Math.max(...shares) - Math.min(...shares)
    })
    expect(gap.highest.value - gap.lowest.value).toBe(Math.max(...gaps))
    expect(heatMap(material, choice).title).toContain(gap.name)
  })

  it('says so where no two groups can be compared', () => {
    const few = ratedMaterial({ indicators: 3, workshops: 1, participants: 4 })
    expect(heatMap(few, choice).title).toMatch(/too few answers/)
  })

  it('leaves hidden figures out of drawing and table', () => {
    const hidden = hiddenFigures(material.results, 5)
    const chart = heatMap({ ...material, hidden }, choice)
    const [first] = indicators
    const columns = ['', 'Everyone', ...Object.keys(material.results.groups)]
    for (const group of Object.keys(material.results.groups)) {
      if (!first || !hidden.has(first.id, 'usefulness', group)) continue
      const at = 1 + (columns.indexOf(group) - 1) * 2
      expect(chart.table.rows[0]?.cells.slice(at, at + 2)).toEqual([null, null])
    }
    expect(chart.notes.at(-1)).toContain('too few people')
  })

  it.each([358, 700, 1000, 1400])('keeps cells, names and headings apart on %i pixels', width => {
    const cells = heatCells(indicators, choice, material)
    const { rows, headings, areTurned, nameRoom, top } = layoutHeatMap(cells, width)
    for (const { areas } of rows) {
      for (const [index, area] of areas.entries()) {
        const before = areas[index - 1]
        if (before) expect(area.x).toBeGreaterThan(before.x + before.width)
        expect(area.x + area.width).toBeLessThanOrEqual(width)
      }
      if (width >= 640) expect(areas[0]?.x).toBeGreaterThan(nameRoom)
    }
    for (const { lines } of headings) {
      for (const line of lines) {
        const room = areTurned ? top : (rows[0]?.areas[0]?.width ?? 0) + 2
        expect(textWidth(line, { size: 12.5 })).toBeLessThanOrEqual(room)
      }
    }
  })
})

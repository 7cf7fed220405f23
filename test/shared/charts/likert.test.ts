import { describe, expect, it } from 'vitest'
import { layoutBars } from '../../../shared/charts/bars/layout.ts'
import {
  answerBars,
  answersByGroup,
  answersByIndicator,
} from '../../../shared/charts/likert/answers.ts'
import { indicatorRows } from '../../../shared/charts/likert/rows.ts'
import { hiddenFigures } from '../../../shared/model/hidden-figures.ts'
import { ratedMaterial } from '../../helpers/rated-material.ts'
import { SCALE_LENGTHS } from '../../helpers/scale-lengths.ts'

describe('the bars of answers', () => {
  it.each(SCALE_LENGTHS)('part at the middle of a scale of %i levels', scale => {
    const material = ratedMaterial({ indicators: 12, scale, workshops: 1 })
    const rows = indicatorRows(material.results.indicators, 'usefulness', material)
    const layout = layoutBars(answerBars(rows, material.scale.levels.usefulness), 1000)
    for (const { row, segments } of layout.rows) {
      const result = material.results.indicators.find(({ id }) => id === row.key)
      if (!result) throw new Error(`There is no ${row.name}.`)
      const { counts, n } = result.criteria.usefulness
      expect(segments.reduce((sum, { count }) => sum + count, 0)).toBe(n)
      const perAnswer = (segments[0]?.width ?? 0) / (segments[0]?.count ?? 1)
      for (const { level, count, x, width } of segments) {
        expect(count).toBe(counts[level])
        expect(width).toBeCloseTo(count * perAnswer)
        expect(x).toBeGreaterThanOrEqual(layout.bars.left - 0.01)
        expect(x + width).toBeLessThanOrEqual(layout.bars.right + 0.01)
        const middle = (scale + 1) / 2
        if (level < middle) expect(x + width).toBeLessThanOrEqual(layout.zero + 0.01)
        if (level > middle) expect(x).toBeGreaterThanOrEqual(layout.zero - 0.01)
        if (level === middle) expect(x + width / 2).toBeCloseTo(layout.zero)
      }
    }
  })

  it.each([358, 700, 1400])('stand clear of the names and the figures on %i pixels', width => {
    const title = () => 'The proportion of children with a plan '.repeat(6)
    const material = ratedMaterial({ indicators: 5, workshops: 1, title })
    const rows = indicatorRows(material.results.indicators, 'usability', material)
    const { bars, columns, isNarrow, nameRoom } = layoutBars(
      answerBars(rows, material.scale.levels.usability),
      width,
    )
    if (!isNarrow) expect(bars.left).toBeGreaterThan(nameRoom)
    for (const { right, room } of columns) expect(right - room).toBeGreaterThanOrEqual(bars.right)
    expect(bars.right - bars.left).toBeGreaterThan(150)
  })

  it('state the two ends, and have every count in their table', () => {
    const material = ratedMaterial({ indicators: 30 })
    const chart = answersByIndicator(material, 'usefulness')
    const shares = material.results.indicators.map(
      ({ code, criteria }) => [criteria.usefulness.favourable ?? 0, code] as const,
    )
    const sorted = shares.toSorted(([one], [other]) => other - one)
    expect(chart.title).toContain(`${Math.round((sorted[0]?.[0] ?? 0) * 100)}%`)
    expect(chart.title).toContain(sorted[0]?.[1])
    for (const [index, { cells }] of chart.table.rows.entries()) {
      const result = material.results.indicators[index]?.criteria.usefulness
      expect(cells.slice(1)).toEqual([
        ...[1, 2, 3, 4, 5].map(level => result?.counts[level]),
        ...[result?.n, result?.favourable],
        ...[result?.dontKnow, result?.notApplicable, result?.missing],
      ])
    }
  })

  it('compare groups with enough answers only, and mark the others', () => {
    const material = ratedMaterial({ indicators: 3, participants: 14 })
    const [indicator] = material.results.indicators
    if (!indicator) throw new Error('There is no indicator.')
    const chart = answersByGroup(material, 'usability', indicator)
    const { groups, ...everyone } = indicator.criteria.usability
    expect(chart.table.rows.map(({ cells }) => cells[6])).toEqual([
      everyone.n,
      ...Object.values(groups).map(({ n }) => n),
    ])
    const small = Object.entries(groups).filter(([, { n }]) => n < 5)
    expect(small.length).toBeGreaterThan(0)
    for (const [group] of small) expect(chart.title).not.toContain(group)
    expect(chart.notes.join(' ')).toContain('Fewer than 5 answers')
  })

  it('show nothing of those who are to be hidden', () => {
    const material = ratedMaterial({ indicators: 2, participants: 14 })
    const [indicator] = material.results.indicators
    if (!indicator) throw new Error('There is no indicator.')
    const hidden = hiddenFigures(material.results, 5)
    const chart = answersByGroup({ ...material, hidden }, 'usability', indicator)
    const rows = chart.table.rows.filter(({ key }) => hidden.has(indicator.id, 'usability', key))
    expect(rows.length).toBeGreaterThan(0)
    for (const { cells } of rows) expect(cells.slice(1).every(cell => cell === null)).toBe(true)
  })
})

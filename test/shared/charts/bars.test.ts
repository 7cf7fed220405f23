import { describe, expect, it } from 'vitest'
import { drawChart } from '../../../engine/exports/charts/chart-files.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { compareResults, whoMoved } from '../../../engine/results/compare.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import {
  answerBars,
  answersByGroup,
  answersByIndicator,
  indicatorRows,
} from '../../../shared/charts/bars/answers.ts'
import { layoutBars } from '../../../shared/charts/bars/layout.ts'
import { movesBetweenRounds } from '../../../shared/charts/bars/moves.ts'
import { pictureOptions } from '../../../shared/model/exports.ts'
import { hiddenFigures } from '../../../shared/model/hidden-figures.ts'
import { ratedMaterial, SCALE_LENGTHS } from '../../helpers/rated-material.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

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

  it.each([358, 700, 780, 1400])('stand clear of the names and the figures on %i pixels', width => {
    const title = () => 'The proportion of children with a plan '.repeat(6)
    const material = ratedMaterial({ indicators: 5, workshops: 1, title })
    const rows = indicatorRows(material.results.indicators, 'usability', material)
    const { bars, columns, isNarrow, nameRoom, ticks } = layoutBars(
      answerBars(rows, material.scale.levels.usability),
      width,
    )
    if (!isNarrow) expect(bars.left).toBeGreaterThan(nameRoom)
    for (const { right, room } of columns) expect(right - room).toBeGreaterThanOrEqual(bars.right)
    expect(bars.right - bars.left).toBeGreaterThan(150)
    for (const [at, tick] of ticks.entries()) {
      expect(tick.at - (ticks[at - 1]?.at ?? Number.NEGATIVE_INFINITY)).toBeGreaterThan(35)
    }
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
        ...[result?.dontKnow, result?.notApplicable, result?.missing, result?.asked],
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

/** Four people rate A1; three of them again: one higher, one lower, one the same. A fifth comes late. */
function ratedTwice() {
  const workbook = sampleWorkbook(['A1', 'A2'])
  const [first = { id: '' }] = currentFramework(workbook.store).indicators
  const workshop = sampleWorkshop(workbook)
  const answers: readonly (readonly [number | null, number | null])[] = [
    [2, 5],
    [4, 1],
    [3, 3],
    [5, null],
    [null, 4],
  ]
  for (const [before, after] of answers) {
    const person = sampleParticipant(workbook, workshop)
    if (before !== null) recordRating(workbook, rating(person, first.id, before))
    if (after !== null) recordRating(workbook, rating(person, first.id, after, { round: 2 }))
  }
  return workbook
}

describe('the chart of two rounds', () => {
  it('counts who moved, over those who answered in both', () => {
    const workbook = ratedTwice()
    const chart = movesBetweenRounds(
      { results: consolidate(workbook, { round: 2 }) },
      {
        moved: whoMoved(workbook, { from: 1, to: 2 }),
        compared: compareResults(workbook, { by: 'round', round: 1 }),
      },
      'usefulness',
    )
    expect(chart.title).toBe('Usefulness: of 3 answers given twice, 1 moved up and 1 down')
    expect(chart.basis).toMatch(/^Round 1 against round 2; n = 5 participants/)
    expect(chart.table.rows.map(({ cells }) => cells)).toEqual([
      ['A1 Indicator A1', 1, 1, 1, 3, 2 / 4, 2 / 4, 1, 1],
    ])
  })

  it('is drawn as a file like any other', async () => {
    const { picture } = await drawChart(ratedTwice(), {
      chart: { kind: 'rounds', criterion: 'usefulness', from: 1, to: 2 },
      scope: { round: 1 },
      options: pictureOptions.parse({}),
      format: 'svg',
    })
    expect(picture.toString()).toContain('Moved up')
    expect(picture.toString()).toContain('1 moved up and 1 down')
  })
})

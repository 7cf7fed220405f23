import { describe, expect, it } from 'vitest'
import { drawChart } from '../../../engine/exports/chart-files.ts'
import { currentFramework } from '../../../engine/frameworks/current.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { compareResults } from '../../../engine/results/compare.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { whoMoved } from '../../../engine/results/who-moved.ts'
import { movesBetweenRounds } from '../../../shared/charts/rounds/moves.ts'
import { chartLook } from '../../../shared/model/chart.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

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
    const svg = await drawChart(ratedTwice(), {
      chart: { kind: 'rounds', criterion: 'usefulness', from: 1, to: 2 },
      scope: { round: 1 },
      look: chartLook.parse({}),
      format: 'svg',
    })
    expect(svg.toString()).toContain('Moved up')
    expect(svg.toString()).toContain('1 moved up and 1 down')
  })
})

import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/current.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { consolidateWithAgreement } from '../../../engine/results/set-agreement.ts'
import { changeFramework } from '../../helpers/change-framework.ts'
import {
  indicatorText,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

/** Three indicators rated by one person; then A2 is reworded, A3 retired, and another person rates. */
function changedMidway() {
  const workbook = sampleWorkbook()
  const workshop = sampleWorkshop(workbook)
  const first = currentFramework(workbook.store)
  const early = sampleParticipant(workbook, workshop)
  for (const { id } of first.indicators) recordRating(workbook, rating(early, id, 5))
  const reworded = indicatorText('A2', { title: 'Indicator A2 in better words' })
  const { hash } = changeFramework(workbook, [indicatorText('A1'), reworded])
  const late = sampleParticipant(workbook, workshop, 'DfE')
  for (const { id } of first.indicators.slice(0, 2)) recordRating(workbook, rating(late, id, 3))
  return { workbook, first: first.hash, second: hash }
}

describe('results over several framework versions', () => {
  it('count an indicator once, whichever words its answers saw', () => {
    const { workbook } = changedMidway()
    const { indicators } = consolidate(workbook, { round: 1 })
    expect(indicators.map(({ code, criteria }) => [code, criteria.usefulness.n])).toEqual([
      ['A1', 2],
      ['A2', 2],
      ['A3', 1],
    ])
  })

  it('say how many answers saw each version, and whether its words were others', () => {
    const { workbook, first, second } = changedMidway()
    const [a1, a2] = consolidate(workbook, { round: 1 }).indicators
    expect(a1?.seen).toEqual([
      { framework: first, title: 'Indicator A1', sameWords: true, usefulness: 1, usability: 0 },
      { framework: second, title: 'Indicator A1', sameWords: true, usefulness: 1, usability: 0 },
    ])
    expect(a2).toMatchObject({
      title: 'Indicator A2 in better words',
      seen: [
        { framework: first, title: 'Indicator A2', sameWords: false, usefulness: 1 },
        { framework: second, title: 'Indicator A2 in better words', sameWords: true },
      ],
    })
  })

  it('still list a retired indicator that was rated, marked and last', () => {
    const { workbook, first } = changedMidway()
    const { indicators } = consolidate(workbook, { round: 1 })
    expect(indicators.map(({ retired }) => retired)).toEqual([false, false, true])
    expect(indicators[2]?.seen).toMatchObject([{ framework: first, usefulness: 1 }])
  })

  it('list no retired indicator that nobody in scope rated', () => {
    const { workbook } = changedMidway()
    expect(consolidate(workbook, { round: 2 }).indicators).toHaveLength(2)
    const { indicators } = consolidate(workbook, { round: 1, groups: ['DfE'] })
    expect(indicators.map(({ code }) => code)).toEqual(['A1', 'A2'])
    expect(indicators[0]?.seen).toHaveLength(1)
  })

  it('measure agreement over the indicators in use, which all could rate', () => {
    const { workbook } = changedMidway()
    const { usefulness } = consolidateWithAgreement(workbook, { round: 1 }).agreement
    expect(usefulness).toMatchObject({ kendallN: 2, indicators: 2 })
  })

  it('say of a workbook with one version that all answers saw it', () => {
    const workbook = sampleWorkbook(['A1', 'A2'])
    const { hash, indicators } = currentFramework(workbook.store)
    const participant = sampleParticipant(workbook, sampleWorkshop(workbook))
    recordRating(workbook, rating(participant, indicators[0]?.id ?? '', 4))
    const [rated, unrated] = consolidate(workbook, { round: 1 }).indicators
    expect(rated?.seen).toEqual([
      { framework: hash, title: 'Indicator A1', sameWords: true, usefulness: 1, usability: 0 },
    ])
    expect(unrated?.seen).toEqual([])
  })
})

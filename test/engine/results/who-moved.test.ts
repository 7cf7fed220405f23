import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/current.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { movesBetween, whoMoved } from '../../../engine/results/who-moved.ts'
import { whoMoved as whoMovedShape } from '../../../shared/model/moves.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

describe('who moved', () => {
  it('counts each person by what they answered in the two rounds', () => {
    const workbook = sampleWorkbook()
    const workshop = sampleWorkshop(workbook)
    const [first, second] = currentFramework(workbook.store).indicators.map(({ id }) => id)
    const rate = (person: string, indicator: string | undefined, level: number, round: number) =>
      recordRating(workbook, rating(person, indicator ?? '', level, { round }))
    for (const [before, after] of [
      [2, 4],
      [3, 4],
      [5, 4],
      [4, 4],
      [null, 4],
      [1, null],
      [null, null],
    ] as const) {
      const person = sampleParticipant(workbook, workshop)
      if (before !== null) rate(person, first, before, 1)
      if (after !== null) rate(person, first, after, 2)
      rate(person, second, 3, 1)
    }
    const moved = whoMoved(workbook, { from: 1, to: 2 })
    expect(whoMovedShape.parse(moved)).toEqual(moved)
    // The second indicator was not rated again, so nobody is said to have left it.
    expect(moved.indicators.map(({ id }) => id)).toEqual([first])
    expect(moved.indicators[0]?.criteria.usefulness).toEqual({
      ...{ paired: 4, up: 2, down: 1, stayed: 1, new: 1, gone: 1 },
    })
  })

  it('turns round with the rounds, and loses nobody', () => {
    const codes = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 11 }), fc.integer({ min: 0, max: 11 })),
    )
    fc.assert(
      fc.property(codes, pairs => {
        const before = Uint8Array.from(pairs, ([was]) => was)
        const after = Uint8Array.from(pairs, ([, is]) => is)
        const there = movesBetween(before, after)
        const back = movesBetween(after, before)
        expect(back).toEqual({
          ...there,
          ...{ up: there.down, down: there.up, new: there.gone, gone: there.new },
        })
        expect(there.up + there.down + there.stayed).toBe(there.paired)
        const answered = [...after].filter(code => code > 0 && code < 10).length
        expect(there.paired + there.new).toBe(answered)
      }),
    )
  })
})

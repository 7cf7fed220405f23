import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/current.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { changeScale } from '../../../engine/workbooks/change-scale.ts'
import { workbookInfo } from '../../../engine/workbooks/info.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

describe('the scale of a workbook', () => {
  it('can be another one until the first rating, which is then given on it', () => {
    const workbook = sampleWorkbook()
    const person = sampleParticipant(workbook, sampleWorkshop(workbook))
    const indicator = currentFramework(workbook.store).indicators[0]?.id ?? ''
    expect(() => recordRating(workbook, rating(person, indicator, 8))).toThrow(/not a level/)
    changeScale(workbook, 9)
    expect(workbookInfo(workbook).scale).toBe(9)
    recordRating(workbook, rating(person, indicator, 8))
    expect(consolidate(workbook, { round: 1 })).toMatchObject({ levels: 9 })
  })

  it('stays as it is once anybody has rated, even if they took it back', () => {
    const workbook = sampleWorkbook()
    const person = sampleParticipant(workbook, sampleWorkshop(workbook))
    const indicator = currentFramework(workbook.store).indicators[0]?.id ?? ''
    recordRating(workbook, rating(person, indicator, 4))
    recordRating(workbook, rating(person, indicator, { kind: 'none' }))
    expect(() => changeScale(workbook, 9)).toThrow(
      expect.objectContaining({ code: 'SCALE_IN_USE', data: { ratings: 2 } }),
    )
    expect(workbook.scale.length).toBe(5)
  })
})

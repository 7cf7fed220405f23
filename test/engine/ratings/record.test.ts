import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { listRatings, recordRating, recordRatings } from '../../../engine/ratings/record.ts'
import { getTotals } from '../../../engine/store/reports/tallies.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

const NOBODY = '0199d0a0-0000-7000-8000-000000000000'

function workbookWithOnePerson() {
  const workbook = sampleWorkbook()
  const participant = sampleParticipant(workbook, sampleWorkshop(workbook))
  const [indicator] = currentFramework(workbook.store).indicators
  if (!indicator) throw new Error('The sample has no indicator.')
  const current = () => listRatings(workbook.store, { participant, round: 1 })
  return { workbook, participant, indicator: indicator.id, current }
}

const refusedWith = (code: string, data: unknown) => expect.objectContaining({ code, data })

describe('recording a rating', () => {
  it('keeps the answer, the comment as typed, the wording shown, the device and the moment', () => {
    const { workbook, participant, indicator, current } = workbookWithOnePerson()
    const comment = '=1+1, "quoted"\r\nsecond line 🙂 __proto__'
    const wanted = rating(participant, indicator, 4, { comment, wording: 'plain' })
    const recorded = recordRating(workbook, wanted)
    expect(recorded).toEqual({
      ...wanted,
      framework: currentFramework(workbook.store).hash,
      device: workbook.device,
      recordedAt: recorded.recordedAt,
    })
    expect(current()).toEqual([recorded])
  })

  it('keeps one current rating and two records when a key is rated twice', () => {
    const { workbook, participant, indicator, current } = workbookWithOnePerson()
    recordRating(workbook, rating(participant, indicator, 2))
    const second = recordRating(workbook, rating(participant, indicator, 5))
    expect(current()).toEqual([second])
    const { ratings, ratingRecords, conflicts } = getTotals(workbook.store)
    expect({ ratings, ratingRecords, conflicts }).toEqual({
      ratings: 1,
      ratingRecords: 2,
      conflicts: 0,
    })
  })

  it('keeps usefulness and usability, and each round, apart', () => {
    const { workbook, participant, indicator, current } = workbookWithOnePerson()
    recordRating(workbook, rating(participant, indicator, 1))
    recordRating(workbook, rating(participant, indicator, 2, { criterion: 'usability' }))
    recordRating(workbook, rating(participant, indicator, 3, { round: 2 }))
    expect(current().map(({ answer }) => answer)).toEqual([
      { kind: 'level', level: 1 },
      { kind: 'level', level: 2 },
    ])
  })

  it('changes nothing when the same record is sent again, as after a lost answer', () => {
    const { workbook, participant, indicator } = workbookWithOnePerson()
    const sent = rating(participant, indicator, 3)
    const first = recordRating(workbook, sent)
    recordRating(workbook, rating(participant, indicator, 5))
    expect(recordRating(workbook, sent)).toEqual(first)
    expect(getTotals(workbook.store).ratingRecords).toBe(2)
  })

  it('refuses other content under an id that is taken', () => {
    const { workbook, participant, indicator } = workbookWithOnePerson()
    const sent = rating(participant, indicator, 3)
    recordRating(workbook, sent)
    const other = { ...sent, answer: { kind: 'level' as const, level: 4 } }
    expect(() => recordRating(workbook, other)).toThrow(
      refusedWith('RECORD_ID_REUSED', { id: sent.id }),
    )
  })

  it.each([0, 6, -1, 99])('refuses level %d on a five-level scale and stores nothing', level => {
    const { workbook, participant, indicator } = workbookWithOnePerson()
    expect(() => recordRating(workbook, rating(participant, indicator, level))).toThrow(
      refusedWith('LEVEL_OFF_SCALE', { level, lowest: 1, highest: 5 }),
    )
    expect(getTotals(workbook.store).ratingRecords).toBe(0)
  })

  it('refuses an unknown participant and an unknown indicator by name', () => {
    const { workbook, participant, indicator } = workbookWithOnePerson()
    expect(() => recordRating(workbook, rating(NOBODY, indicator, 3))).toThrow(
      refusedWith('UNKNOWN_PARTICIPANT', { participant: NOBODY }),
    )
    expect(() => recordRating(workbook, rating(participant, NOBODY, 3))).toThrow(
      refusedWith('UNKNOWN_INDICATOR', { indicator: NOBODY }),
    )
  })

  it('takes many ratings all together or not at all', () => {
    const { workbook, participant, indicator } = workbookWithOnePerson()
    const good = rating(participant, indicator, 3)
    const bad = rating(participant, indicator, 6, { criterion: 'usability' })
    expect(() => recordRatings(workbook, [good, bad], 'file')).toThrow(/not a level/)
    expect(getTotals(workbook.store).ratingRecords).toBe(0)
  })
})

import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/current.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import type { Answer } from '../../../shared/model/rating.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

const DONT_KNOW: Answer = { kind: 'dont_know' }
const NOT_APPLICABLE: Answer = { kind: 'not_applicable' }

function firstIndicator(workbook: Workbook): string {
  const [indicator] = currentFramework(workbook.store).indicators
  if (!indicator) throw new Error('The sample has no indicator.')
  return indicator.id
}

/** One participant of a group for each answer; null is a person who gave none. */
function answered(
  workbook: Workbook,
  workshop: string,
  answers: Readonly<Record<string, readonly (Answer | number | null)[]>>,
): void {
  for (const [group, given] of Object.entries(answers)) {
    for (const answer of given) {
      const person = sampleParticipant(workbook, workshop, group)
      if (answer !== null) recordRating(workbook, rating(person, firstIndicator(workbook), answer))
    }
  }
}

function usefulnessOfFirst(
  workbook: Workbook,
  scope: Parameters<typeof consolidate>[1] = { round: 1 },
) {
  const [first] = consolidate(workbook, scope).indicators
  if (!first) throw new Error('There are no results.')
  return first.criteria.usefulness
}

describe('consolidated results', () => {
  it('count levels, don’t knows, not applicables and missing people apart', () => {
    const workbook = sampleWorkbook()
    answered(workbook, sampleWorkshop(workbook), {
      ADCS: [4, 5, DONT_KNOW],
      Ofsted: [1, NOT_APPLICABLE, null],
    })
    const result = usefulnessOfFirst(workbook)
    expect(result).toMatchObject({ n: 3, dontKnow: 1, notApplicable: 1, missing: 1 })
    expect(result.counts).toEqual({ 1: 1, 2: 0, 3: 0, 4: 1, 5: 1 })
    expect(result).toMatchObject({ median: 4, q1: 2.5, q3: 4.5, iqr: 2 })
    expect(result.mean).toBeCloseTo(10 / 3, 12)
    expect(result.favourable).toBeCloseTo(2 / 3, 12)
    expect(result.groups.ADCS).toMatchObject({ n: 2, dontKnow: 1, missing: 0, mean: 4.5 })
    expect(result.groups.Ofsted).toMatchObject({ n: 1, notApplicable: 1, missing: 1, sd: null })
  })

  it('have no figure where nobody answered, instead of 0 or NaN', () => {
    const workbook = sampleWorkbook()
    sampleParticipant(workbook, sampleWorkshop(workbook))
    expect(usefulnessOfFirst(workbook)).toMatchObject({
      n: 0,
      missing: 1,
      mean: null,
      sd: null,
      median: null,
      q1: null,
      q3: null,
      iqr: null,
      favourable: null,
    })
  })

  it('count an answer that was taken back as missing, and a changed one once', () => {
    const workbook = sampleWorkbook()
    const person = sampleParticipant(workbook, sampleWorkshop(workbook))
    recordRating(workbook, rating(person, firstIndicator(workbook), 2))
    recordRating(workbook, rating(person, firstIndicator(workbook), 5))
    expect(usefulnessOfFirst(workbook)).toMatchObject({ n: 1, mean: 5, missing: 0 })
    recordRating(
      workbook,
      rating(person, firstIndicator(workbook), { kind: 'none' }, { comment: 'Hm' }),
    )
    expect(usefulnessOfFirst(workbook)).toMatchObject({ n: 0, mean: null, missing: 1 })
  })

  it('can be limited to workshops, groups and a round', () => {
    const workbook = sampleWorkbook()
    const [spring, summer] = [sampleWorkshop(workbook), sampleWorkshop(workbook)]
    answered(workbook, spring, { ADCS: [1], Ofsted: [2] })
    answered(workbook, summer, { ADCS: [5] })
    expect(usefulnessOfFirst(workbook).n).toBe(3)
    expect(usefulnessOfFirst(workbook, { round: 1, workshops: [spring] }).n).toBe(2)
    expect(usefulnessOfFirst(workbook, { round: 1, groups: ['ADCS'] })).toMatchObject({
      n: 2,
      mean: 3,
    })
    expect(usefulnessOfFirst(workbook, { round: 2 })).toMatchObject({ n: 0, missing: 3 })
  })

  it('list each group that a workshop or a participant has, with its number of people', () => {
    const workbook = sampleWorkbook()
    answered(workbook, sampleWorkshop(workbook), { 'Young people': [3, 4] })
    const { groups, participants } = consolidate(workbook, { round: 1 })
    expect(participants).toBe(2)
    expect(groups).toMatchObject({ 'Young people': 2, ADCS: 0 })
  })

  it('refuse an unknown workshop by name', () => {
    const nowhere = '0199d0a0-0000-7000-8000-000000000000'
    expect(() => consolidate(sampleWorkbook(), { round: 1, workshops: [nowhere] })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_WORKSHOP' }),
    )
  })
})

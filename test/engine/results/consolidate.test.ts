import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { consolidate, consolidateWithAgreement } from '../../../engine/results/consolidate.ts'
import { appendRating, getAllRatingsOf } from '../../../engine/store/records/ratings.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import type { Answer } from '../../../shared/model/rating.ts'
import { resultsWithAgreement } from '../../../shared/model/results.ts'
import { consensusRule, ruleOfProgram, type SharesOf } from '../../../shared/model/rules.ts'
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

const TOO_FEW = { tooFew: true, verdict: 'none', changesToFlip: null, n: 4 }

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
    expect(usefulnessOfFirst(workbook, { round: 2 })).toMatchObject({ n: 0, asked: 0, missing: 0 })
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

  it('are the same in whatever order people were rated, and for an answer that says nothing', () => {
    const given = [4, 5, 2, 5, DONT_KNOW, 1, 3]
    const [one, other] = [given, [...given.toReversed(), { kind: 'none' } as const]].map(
      answers => {
        const workbook = sampleWorkbook()
        answered(workbook, sampleWorkshop(workbook), { ADCS: answers })
        const { groups: _, asked, missing, ...figures } = usefulnessOfFirst(workbook)
        return { asked, missing, figures }
      },
    )
    expect(one?.figures).toEqual(other?.figures)
    expect([one?.missing, other?.missing]).toEqual([0, 1])
    expect([one?.asked, other?.asked]).toEqual([7, 8])
  })

  it('are judged by percent-75 and R-7 unless another rule or definition is asked for', () => {
    const workbook = sampleWorkbook()
    answered(workbook, sampleWorkshop(workbook), { ADCS: [4, 4, 3, 4], Ofsted: [3] })
    const results = consolidate(workbook, { round: 1 })
    expect(results).toMatchObject({ rule: 'percent-75', quantile: 'R-7' })
    expect(results.ruleUsed).toEqual(ruleOfProgram('percent-75', 5))
    expect(usefulnessOfFirst(workbook)).toMatchObject({ verdict: 'none', changesToFlip: 1, q1: 3 })
    const other = { round: 1, rule: 'iqr', quantile: 'R-6' } as const
    expect(usefulnessOfFirst(workbook, other)).toMatchObject({ verdict: 'in' })
    expect(consolidate(workbook, other)).toMatchObject({ rule: 'iqr', quantile: 'R-6' })
  })

  it('can be judged by a study’s own rule', () => {
    const workbook = sampleWorkbook()
    answered(workbook, sampleWorkshop(workbook), { ADCS: [4, 4, 3, 3, 3] })
    const rule = consensusRule.parse({
      name: 'two-in-five',
      version: 1,
      title: 'Two in five',
      source: '',
      scales: [
        {
          levels: 5,
          test: {
            kind: 'shares',
            high: 2,
            low: 2,
            atLeastPercent: 40,
            underPercent: 20,
            each: 'everyone',
          },
        },
      ],
    })
    expect(usefulnessOfFirst(workbook, { round: 1, rule })).toMatchObject({ verdict: 'in' })
  })

  it('refuse a rule that is not for the scale, and say which scales it is for', () => {
    expect(() => consolidate(sampleWorkbook(), { round: 1, rule: 'ram' })).toThrow(
      expect.objectContaining({
        code: 'RULE_OFF_SCALE',
        message: expect.stringContaining('for scales of 9 levels, and this workbook has 5'),
      }),
    )
  })

  it.each([
    ['keep', 5, 5],
    ['make usable', 5, 3],
    ['make useful', 3, 5],
    ['rethink', 3, 1],
  ])('give the priority %s to usefulness %i with usability %i', (priority, useful, usable) => {
    const workbook = sampleWorkbook()
    const workshop = sampleWorkshop(workbook)
    const people = Array.from({ length: 5 }, () => sampleParticipant(workbook, workshop))
    const indicator = firstIndicator(workbook)
    for (const person of people) recordRating(workbook, rating(person, indicator, useful))
    const first = () => consolidate(workbook, { round: 1 }).indicators[0]
    expect(first()?.priority).toBeNull()
    for (const [at, person] of people.entries()) {
      // Four answers are too few for the rule to say anything.
      if (at === 4)
        expect(first()).toMatchObject({ priority: null, criteria: { usability: TOO_FEW } })
      recordRating(workbook, rating(person, indicator, usable, { criterion: 'usability' }))
    }
    expect(first()?.priority).toBe(priority)
    expect(first()?.criteria.usability.tooFew).toBe(false)
  })

  it('let groups of fewer answers than a rule asks for decide nothing', () => {
    const workbook = sampleWorkbook()
    answered(workbook, sampleWorkshop(workbook), { ADCS: [5, 5, 5], Ofsted: [1, 1] })
    const test = { kind: 'shares', high: 2, low: 2, atLeastPercent: 70, underPercent: 15 } as const
    const by = (each: SharesOf, atLeastAnswers: number) => {
      const rule = { name: 'own', version: 1, title: 'Own', source: '', atLeastAnswers }
      const scales = [{ levels: 5 as const, test: { ...test, each } }]
      const { criteria } =
        consolidate(workbook, { round: 1, rule: { ...rule, scales } }).indicators[0] ?? {}
      return criteria && [criteria.usefulness.verdict, criteria.usefulness.tooFew]
    }
    expect(by('group', 1)).toEqual(['none', false])
    expect(by('group', 3)).toEqual(['in', false])
    expect(by('both', 3)).toEqual(['none', false])
    expect(by('group', 4)).toEqual(['none', true])
    expect(by('everyone', 6)).toEqual(['none', true])
  })

  it('have the shape that the contract promises', () => {
    const workbook = sampleWorkbook()
    answered(workbook, sampleWorkshop(workbook), { ADCS: [4, 1], Ofsted: [DONT_KNOW] })
    const found = consolidateWithAgreement(workbook, { round: 1 })
    expect(resultsWithAgreement.parse(found)).toEqual(found)
  })
})

describe('agreement over all indicators', () => {
  it('rests on those who gave every indicator a level, and says how many they are', () => {
    const workbook = sampleWorkbook(['A1', 'A2', 'A3'])
    const workshop = sampleWorkshop(workbook)
    const [one, two, three] = currentFramework(workbook.store).indicators.map(({ id }) => id)
    const rate = (levels: readonly number[]) => {
      const person = sampleParticipant(workbook, workshop)
      for (const [at, level] of levels.entries()) {
        recordRating(workbook, rating(person, [one, two, three][at] ?? '', level))
      }
    }
    rate([1, 3, 5])
    rate([2, 3, 4])
    rate([5])
    const { usefulness, usability } = consolidateWithAgreement(workbook, { round: 1 }).agreement
    expect(usefulness).toMatchObject({ n: 7, indicators: 3, kendallW: 1, kendallN: 2 })
    expect(usability).toEqual({
      n: 0,
      indicators: 0,
      alphaNominal: null,
      alphaOrdinal: null,
      alphaInterval: null,
      kendallW: null,
      kendallN: 0,
    })
  })

  it('counts the workshops, groups and round in scope alone', () => {
    const workbook = sampleWorkbook(['A1', 'A2'])
    const [spring, summer] = [sampleWorkshop(workbook), sampleWorkshop(workbook)]
    const indicators = currentFramework(workbook.store).indicators.map(({ id }) => id)
    const rate = (workshop: string, group: string, round: number) => {
      const person = sampleParticipant(workbook, workshop, group)
      for (const id of indicators) recordRating(workbook, rating(person, id, 4, { round }))
    }
    rate(spring, 'ADCS', 1)
    rate(spring, 'Ofsted', 1)
    rate(summer, 'ADCS', 1)
    rate(summer, 'ADCS', 2)
    const people = (scope: Parameters<typeof consolidate>[1]) =>
      consolidateWithAgreement(workbook, scope).agreement.usefulness.kendallN
    expect(people({ round: 1 })).toBe(3)
    expect(people({ round: 1, workshops: [spring] })).toBe(2)
    expect(people({ round: 1, groups: ['ADCS'] })).toBe(2)
    expect(people({ round: 2 })).toBe(1)
  })

  it('leaves out who has two current ratings of one indicator, as neither is their answer', () => {
    const workbook = sampleWorkbook(['A1', 'A2'])
    const workshop = sampleWorkshop(workbook)
    const indicators = currentFramework(workbook.store).indicators.map(({ id }) => id)
    const people = [1, 2].map(() => sampleParticipant(workbook, workshop))
    for (const person of people) {
      for (const id of indicators) recordRating(workbook, rating(person, id, 4))
    }
    const kendallN = () =>
      consolidateWithAgreement(workbook, { round: 1 }).agreement.usefulness.kendallN
    expect(kendallN()).toBe(2)
    const first = rating(people[0] ?? '', indicators[0] ?? '', 2)
    const [record] = getAllRatingsOf(workbook.store, { participant: people[0] ?? '', round: 1 })
    if (!record) throw new Error('Nothing was recorded.')
    // As merging two laptops leaves it: nothing supersedes either.
    appendRating(workbook.store, {
      ...record,
      ...first,
      indicator: record.indicator,
      framework: record.framework,
    })
    expect(kendallN()).toBe(1)
  })
})

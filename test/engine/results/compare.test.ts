import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { compareResults, movesBetween, whoMoved } from '../../../engine/results/compare.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { appendRating, getRating } from '../../../engine/store/records/ratings.ts'
import { ANSWER_CODES, isLevel, readAnswers } from '../../../engine/store/reports/answers.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import type { NewRating } from '../../../shared/model/rating.ts'
import {
  comparison,
  type ResultsScope,
  whoMoved as whoMovedShape,
} from '../../../shared/model/results.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

const first = (workbook: Workbook): string =>
  currentFramework(workbook.store).indicators[0]?.id ?? ''

const usefulness = (workbook: Workbook, scope: Partial<ResultsScope> = {}) => {
  const results = consolidate(workbook, { round: 1, ...scope })
  return { ...results.indicators[0]?.criteria.usefulness, conflicts: results.conflicts }
}

/** A workbook with one person, who has rated the first indicator on this laptop and on another. */
function withConflict(
  here: Partial<NewRating>,
  there: Partial<Pick<NewRating, 'answer' | 'wording'>> & { recordedAt: string },
) {
  const workbook = sampleWorkbook()
  const person = sampleParticipant(workbook, sampleWorkshop(workbook))
  const { id } = recordRating(workbook, rating(person, first(workbook), 2, here))
  const record = getRating(workbook.store, id)
  if (!record) throw new Error('Nothing was recorded.')
  // As merging two laptops leaves it: nothing supersedes either.
  appendRating(workbook.store, { ...record, id: uuidv7(), ...there })
  return workbook
}

const LATER = '2999-01-01T00:00:00.000Z'
const EARLIER = '2000-01-01T00:00:00.000Z'
const FIVE = { answer: { kind: 'level', level: 5 } } as const

describe('two current ratings of one question', () => {
  it('are left out and counted as missing, and the results say that there are some', () => {
    expect(usefulness(withConflict({}, { ...FIVE, recordedAt: LATER }))).toMatchObject({
      n: 0,
      missing: 1,
      conflicts: { counted: 'left out', keys: 1 },
    })
  })

  it.each([
    ['the other laptop’s where it is later', LATER, 5],
    ['this laptop’s where it is later', EARLIER, 2],
  ])('count for the time being as %s', (_which, recordedAt, mean) => {
    const workbook = withConflict({}, { ...FIVE, recordedAt })
    expect(usefulness(workbook, { conflicts: 'provisional' })).toMatchObject({
      n: 1,
      mean,
      conflicts: { counted: 'provisional', keys: 1 },
    })
  })

  it('stay a conflict when only one of them was made with the words asked for', () => {
    const workbook = withConflict(
      { wording: 'title' },
      { ...FIVE, wording: 'plain', recordedAt: LATER },
    )
    expect(usefulness(workbook, { wording: 'title' })).toMatchObject({ n: 0 })
    const provisional = { wording: 'title', conflicts: 'provisional' } as const
    // The later answer counts for the time being, and it was given to the plain words.
    expect(usefulness(workbook, provisional)).toMatchObject({ n: 0, conflicts: { keys: 1 } })
  })

  it('are none once another answer supersedes both', () => {
    const workbook = withConflict({}, { ...FIVE, recordedAt: LATER })
    const person = workbook.store.prepare<object, { id: string }>(
      'SELECT participant AS id FROM participant',
    )
    recordRating(workbook, rating(person.get({})?.id ?? '', first(workbook), 3))
    expect(usefulness(workbook)).toMatchObject({ n: 1, mean: 3, conflicts: { keys: 0 } })
  })
})

describe('results by the words that were on screen', () => {
  it('count the ratings made with those words alone', () => {
    const workbook = sampleWorkbook()
    const workshop = sampleWorkshop(workbook)
    const people = [1, 2, 3].map(() => sampleParticipant(workbook, workshop))
    for (const [at, person] of people.entries()) {
      const wording = at === 0 ? 'plain' : 'title'
      recordRating(workbook, rating(person, first(workbook), at + 1, { wording }))
    }
    expect(usefulness(workbook, { wording: 'plain' })).toMatchObject({ n: 1, mean: 1, missing: 2 })
    expect(usefulness(workbook, { wording: 'title' })).toMatchObject({ n: 2, mean: 2.5 })
    const { parts, indicators } = compareResults(workbook, { round: 1, by: 'wording' })
    expect(parts.map(({ id }) => id)).toEqual(['title', 'plain', 'easy'])
    expect(indicators[0]?.criteria.usefulness).toMatchObject({
      title: { n: 2, mean: 2.5 },
      plain: { n: 1, mean: 1 },
      easy: { n: 0 },
    })
  })
})

describe('results side by side', () => {
  it('are those of each workshop and each round alone', () => {
    const workbook = sampleWorkbook()
    const [spring, summer] = [sampleWorkshop(workbook), sampleWorkshop(workbook)]
    const rate = (workshop: string, level: number, round: number) => {
      const person = sampleParticipant(workbook, workshop)
      recordRating(workbook, rating(person, first(workbook), level, { round }))
    }
    for (const level of [1, 2, 4]) rate(spring, level, 1)
    rate(summer, 5, 1)
    rate(summer, 3, 2)
    for (const [by, scopeOf] of [
      ['workshop', (id: string) => ({ round: 1, workshops: [id] })],
      ['round', (id: string) => ({ round: Number(id) })],
    ] as const) {
      const compared = compareResults(workbook, { round: 1, by })
      expect(comparison.parse(compared)).toEqual(compared)
      expect(compared.parts).toHaveLength(2)
      for (const { id, participants } of compared.parts) {
        const alone = consolidate(workbook, scopeOf(id))
        expect(participants).toBe(alone.participants)
        const {
          groups: _,
          equalGroups: __,
          kind,
          ...figures
        } = alone.indicators[0]?.criteria.usefulness ?? {}
        expect(compared.indicators[0]?.criteria.usefulness[id]).toMatchObject(figures)
      }
    }
  })
})

it('keeps apart as many people as fit, beyond the code points that are no characters', () => {
  const workbook = sampleWorkbook()
  const person = sampleParticipant(workbook, sampleWorkshop(workbook))
  recordRating(workbook, rating(person, first(workbook), 4))
  const nobody = (index: number) => ({ id: `nobody ${index}`, workshop: '', group: '' })
  for (const before of [0, 1_726, 1_727, 1_728, 1_791, 2_046, 2_047, 30_000]) {
    const people = [
      ...Array.from({ length: before }, (_, at) => nobody(at)),
      { ...nobody(0), id: person },
    ]
    const [answers] = readAnswers(workbook.store, people, { round: 1, conflicts: 'left out' })
    expect([...(answers?.codes.entries() ?? [])].filter(([, code]) => code > 0)).toEqual([
      [before, 4],
    ])
  }
})

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
      paired: 4,
      up: 2,
      down: 1,
      stayed: 1,
      new: 1,
      gone: 1,
    })
  })

  it('turns round with the rounds, and loses nobody', () => {
    const code = fc.integer({ min: 0, max: Math.max(...Object.values(ANSWER_CODES)) })
    const codes = fc.array(fc.tuple(code, code))
    fc.assert(
      fc.property(codes, pairs => {
        const before = Uint8Array.from(pairs, ([was]) => was)
        const after = Uint8Array.from(pairs, ([, is]) => is)
        const there = movesBetween(before, after)
        const back = movesBetween(after, before)
        expect(back).toEqual({
          ...there,
          up: there.down,
          down: there.up,
          new: there.gone,
          gone: there.new,
        })
        expect(there.up + there.down + there.stayed).toBe(there.paired)
        const answered = [...after].filter(isLevel).length
        expect(there.paired + there.new).toBe(answered)
      }),
    )
  })
})

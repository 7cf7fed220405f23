import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { createLiveResults } from '../../../engine/results/live-results.ts'
import { appendRating, getRating } from '../../../engine/store/records/ratings.ts'
import type { Answer } from '../../../shared/model/rating.ts'
import type { ResultsScope } from '../../../shared/model/results.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { counts } from '../../helpers/counts.ts'
import {
  changeFramework,
  indicatorText,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

const SCOPES: readonly ResultsScope[] = [
  { round: 1 },
  { round: 2 },
  { round: 1, groups: ['ADCS'] },
  { round: 1, wording: 'plain', conflicts: 'provisional' },
  { round: 1, rule: 'iqr', quantile: 'R-6' },
]

const answer: fc.Arbitrary<Answer> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('level' as const),
      level: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom({ kind: 'dont_know' }, { kind: 'not_applicable' }, { kind: 'none' }),
  },
)

/** The events that may happen in a room between two looks at the results. */
const step = fc.record({
  what: fc.constantFrom(
    ...(['rate', 'rate', 'rate', 'rate', 'join', 'conflict', 'version', 'look'] as const),
  ),
  person: fc.nat(7),
  indicator: fc.nat(2),
  criterion: fc.constantFrom(...CRITERIA),
  round: fc.constantFrom(1, 1, 2),
  wording: fc.constantFrom('title' as const, 'plain' as const),
  answer,
  looksAt: fc.subarray([0, 1, 2, 3, 4]),
})

it('equal those computed from the start, whatever happens between two looks', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 14 }), steps => {
      const workbook = sampleWorkbook()
      const live = createLiveResults()
      const workshop = sampleWorkshop(workbook)
      const people = [sampleParticipant(workbook, workshop)]
      const indicators = currentFramework(workbook.store).indicators.map(({ id }) => id)
      for (const [at, { what, person, indicator, looksAt, ...given }] of steps.entries()) {
        const wanted = rating(
          people[person % people.length] ?? '',
          indicators[indicator] ?? '',
          given.answer,
          given,
        )
        if (what === 'join') {
          people.push(sampleParticipant(workbook, workshop, at % 2 === 0 ? 'ADCS' : 'Ofsted'))
        } else if (what === 'version') {
          changeFramework(
            workbook,
            ['A1', 'A2', 'A3'].map(code => indicatorText(code, { title: `${code} ${at}` })),
          )
        } else if (what !== 'look') {
          const id = live.whileRating(
            workbook,
            wanted.indicator,
            () => recordRating(workbook, wanted).id,
          )
          const record = getRating(workbook.store, id)
          // As a merge brings it: nothing supersedes either, and nobody has told of it.
          if (what === 'conflict' && record)
            appendRating(workbook.store, { ...record, id: uuidv7() })
        }
        for (const index of looksAt) {
          const scope = SCOPES[index]
          if (scope) expect(live.read(workbook, scope)).toEqual(consolidate(workbook, scope))
        }
      }
      for (const scope of SCOPES)
        expect(live.read(workbook, scope)).toEqual(consolidate(workbook, scope))
    }),
    { numRuns: counts.liveHistories },
  )
}, 300_000)

it('compute nothing anew for indicators that nobody has rated since', () => {
  const workbook = sampleWorkbook()
  const live = createLiveResults()
  const person = sampleParticipant(workbook, sampleWorkshop(workbook))
  const [first] = currentFramework(workbook.store).indicators
  const before = live.read(workbook, { round: 1 })
  live.whileRating(workbook, first?.id ?? '', () =>
    recordRating(workbook, rating(person, first?.id ?? '', 4)),
  )
  const after = live.read(workbook, { round: 1 })
  expect(after.indicators[0]?.criteria.usefulness.n).toBe(1)
  // The very same objects, not only equal ones.
  expect(after.indicators[1]).toBe(before.indicators[1])
  expect(after.indicators[2]).toBe(before.indicators[2])
  expect(live.read(workbook, { round: 1 })).toBe(after)
})

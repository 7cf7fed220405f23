import { expect, it } from 'vitest'
import { listOpenConflicts } from '../../../engine/conflicts/list.ts'
import { resolveConflict } from '../../../engine/conflicts/resolve.ts'
import { currentVersion } from '../../../engine/frameworks/versions/current-version.ts'
import { linkParticipants, listLinks, unlinkParticipants } from '../../../engine/people/people.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { getAllIndicators } from '../../../engine/store/records/frameworks.ts'
import { getTotals } from '../../../engine/store/reports/tallies.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import {
  program,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'
import { merge, packageOf } from '../packages/laptops.ts'

/** One person who was in two workshops, and rated A1 in both and A2 in the second. */
function twiceThere() {
  const workbook = sampleWorkbook()
  const [first = '', second = ''] = [0, 1].map(() =>
    sampleParticipant(workbook, sampleWorkshop(workbook)),
  )
  const { hash } = currentVersion(workbook.store)
  const [a1 = '', a2 = ''] = getAllIndicators(workbook.store, hash).map(({ id }) => id)
  const one = recordRating(workbook, rating(first, a1, 2)).id
  const other = recordRating(workbook, rating(second, a1, 4)).id
  recordRating(workbook, rating(second, a2, 5))
  const pair = { participant: first, other: second }
  const figures = () => {
    const { participants, conflicts, indicators } = consolidate(workbook, { round: 1 })
    const [on1, on2] = indicators.map(({ criteria }) => criteria.usefulness)
    return { participants, keys: conflicts.keys, a1: on1?.n, a2: on2?.n, missing: on2?.missing }
  }
  return { workbook, pair, one, other, figures }
}

it('counts two participants as two people until somebody says otherwise', () => {
  const { figures } = twiceThere()
  expect(figures()).toEqual({ participants: 2, keys: 0, a1: 2, a2: 1, missing: 1 })
})

it('counts a linked person once, and asks which of two answers counts', () => {
  const { workbook, pair, one, other, figures } = twiceThere()
  linkParticipants(workbook, pair)
  expect(figures()).toEqual({ participants: 1, keys: 1, a1: 0, a2: 1, missing: 0 })
  expect(getTotals(workbook.store).conflicts).toBe(1)
  const [conflict] = listOpenConflicts(workbook.store)
  expect(conflict?.sides.map(({ id }) => id).toSorted()).toEqual([one, other].toSorted())
  resolveConflict(workbook, other)
  expect(figures()).toEqual({ participants: 1, keys: 0, a1: 1, a2: 1, missing: 0 })
  expect(getTotals(workbook.store).conflicts).toBe(0)
})

it('counts the later answer of a linked person where conflicts are counted provisionally', () => {
  const { workbook, pair } = twiceThere()
  linkParticipants(workbook, pair)
  const { indicators } = consolidate(workbook, { round: 1, conflicts: 'provisional' })
  expect(indicators[0]?.criteria.usefulness).toMatchObject({ n: 1, counts: { 4: 1 } })
})

it('is as before when the link is taken back, whatever was settled meanwhile', () => {
  const { workbook, pair, other, figures } = twiceThere()
  const before = figures()
  linkParticipants(workbook, pair)
  resolveConflict(workbook, other)
  unlinkParticipants(workbook, { participant: pair.other, other: pair.participant })
  expect(figures()).toEqual(before)
  expect(listOpenConflicts(workbook.store)).toEqual([])
  expect(listLinks(workbook.store)).toEqual([])
  expect(verifyWorkbook(workbook.store.file, program).checks.filter(({ ok }) => !ok)).toEqual([])
})

it('says the same twice without doing it twice, and refuses what makes no sense', () => {
  const { workbook, pair } = twiceThere()
  linkParticipants(workbook, pair)
  linkParticipants(workbook, { participant: pair.other, other: pair.participant })
  expect(listLinks(workbook.store)).toHaveLength(1)
  const alone = { participant: pair.participant, other: pair.participant }
  expect(() => linkParticipants(workbook, alone)).toThrow(/There is no participant/)
  unlinkParticipants(workbook, pair)
  expect(() => unlinkParticipants(workbook, pair)).toThrow(/not linked any more/)
})

it('joins three who were linked in two steps', () => {
  const { workbook, pair } = twiceThere()
  const third = sampleParticipant(workbook, sampleWorkshop(workbook))
  linkParticipants(workbook, pair)
  linkParticipants(workbook, { participant: third, other: pair.other })
  expect(consolidate(workbook, { round: 1 }).participants).toBe(1)
})

it('says of a conflict of linked people the same wherever it is asked: list, totals, results, merge', async () => {
  const { workbook, pair, figures } = twiceThere()
  linkParticipants(workbook, pair)
  const receipt = await merge(workbook, [await packageOf(workbook)])
  expect(receipt.after.conflicts).toBe(1)
  expect(listOpenConflicts(workbook.store)).toHaveLength(1)
  expect(getTotals(workbook.store).conflicts).toBe(1)
  expect(figures().keys).toBe(1)
})

it('counts a rating that another laptop brings beside one of a linked person as conflicting', async () => {
  const { workbook, pair } = twiceThere()
  const laptop = sampleWorkbook()
  await merge(laptop, [await packageOf(workbook)])
  const { hash } = currentVersion(laptop.store)
  const [, a2 = ''] = getAllIndicators(laptop.store, hash).map(({ id }) => id)
  recordRating(laptop, rating(pair.participant, a2, 1))
  linkParticipants(workbook, pair)
  const { packages, after } = await merge(workbook, [await packageOf(laptop)])
  const ratings = packages[0]?.kinds.find(({ kind }) => kind === 'rating')
  expect(ratings).toMatchObject({ new: 0, known: 3, conflicting: 1 })
  expect(after.conflicts).toBe(2)
})

import { describe, expect, it } from 'vitest'
import { listConflicts } from '../../../engine/conflicts/list.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { recordHands } from '../../../engine/hands/record-hands.ts'
import { listRooms, openRoom } from '../../../engine/hands/rooms.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { compareResults, whoMoved } from '../../../engine/results/compare.ts'
import { consolidate, consolidateWithAgreement } from '../../../engine/results/consolidate.ts'
import { getParticipant } from '../../../engine/store/records/workshops.ts'
import { countCrossedSupersessions } from '../../../engine/store/reports/checks.ts'
import { readStudy } from '../../../engine/study/state.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import { changeScale, type Workbook } from '../../../engine/workbooks/workbook.ts'
import type { NewHands } from '../../../shared/model/hands.ts'
import {
  changeFramework,
  indicatorText,
  program,
  rating,
  sampleParticipant,
  sampleRoom,
} from '../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf, ratedBySomeone } from '../packages/laptops.ts'

type Counted = Pick<NewHands, 'workshop' | 'indicator'> & Partial<NewHands>

const count = (workbook: Workbook, counted: Counted) =>
  recordHands(workbook, {
    ...{ group: 'Young people', round: 1, criterion: 'usefulness', present: 12, by: 'AB' },
    ...{ counts: [0, 1, 2, 3, 4], dontKnow: 1, notApplicable: 0 },
    ...counted,
  })

const counting = ({ store, scale }: Workbook) => ({ store, scale, withHands: true })

const usefulnessIn = (workbook: Workbook, indicator: string, scope = {}) =>
  consolidate(counting(workbook), { round: 1, ...scope }).indicators.find(
    ({ id }) => id === indicator,
  )?.criteria.usefulness

describe('a show of hands', () => {
  it('is kept as counts of a group, about no participant, and counts beside individual answers', () => {
    const { workbook, workshop, person, at } = sampleRoom()
    recordRating(workbook, rating(person, at(0), 5))
    count(workbook, { workshop, indicator: at(0) })
    const results = consolidate(counting(workbook), { round: 1 })
    expect(results).toMatchObject({ participants: 13, hands: { people: 12, conflicts: 0 } })
    expect(results.groups).toMatchObject({ ADCS: 1, 'Young people': 12 })
    const [first] = results.indicators
    expect(first?.criteria.usefulness).toMatchObject({
      ...{ n: 11, hands: 10, dontKnow: 1, notApplicable: 0, asked: 13, missing: 1, median: 4 },
      counts: { 1: 0, 2: 1, 3: 2, 4: 3, 5: 5 },
    })
    expect(first?.criteria.usefulness.groups['Young people']).toMatchObject({
      ...{ n: 10, hands: 10, asked: 12, missing: 1, mean: 4 },
    })
    expect(first?.criteria.usefulness.groups.ADCS).not.toHaveProperty('hands')
    expect(first?.seen).toMatchObject([{ usefulness: 11, usability: 0 }])
    expect(listRooms(workbook.store, workshop)).toMatchObject([
      { group: 'Young people', round: 1, lines: 1, conflicts: 0, present: 12, by: ['AB'] },
    ])
  })

  it('is counted nowhere but where it is asked for, and changes no result without it', () => {
    const { workbook, workshop, person, at } = sampleRoom()
    recordRating(workbook, rating(person, at(0), 5))
    const before = consolidate(workbook, { round: 1 })
    count(workbook, { workshop, indicator: at(0) })
    expect(consolidate(workbook, { round: 1 })).toEqual(before)
  })

  it('is superseded by counting the line again, and taken back by nobody in the room', () => {
    const { workbook, workshop, at } = sampleRoom()
    const line = { workshop, indicator: at(0) }
    count(workbook, line)
    count(workbook, line)
    count(workbook, { ...line, counts: [0, 0, 0, 0, 10], by: 'CD' })
    expect(usefulnessIn(workbook, at(0))).toMatchObject({ n: 10, mean: 5 })
    const nothing = { counts: [0, 0, 0, 0, 0], dontKnow: 0, present: 0 }
    expect(count(workbook, { ...line, ...nothing }).standing).toEqual([])
    expect(usefulnessIn(workbook, at(0))).toMatchObject({ n: 0, asked: 1 })
    expect(listRooms(workbook.store, workshop)).toEqual([])
    const stored = workbook.store.prepare('SELECT 1 FROM hands_record').all({})
    expect(stored).toHaveLength(3)
    expect(countCrossedSupersessions(workbook.store)).toBe(0)
    expect(verifyWorkbook(workbook.store.file, program).ok).toBe(true)
  })

  it('is refused with more hands than people, on another scale, and for what is not asked', () => {
    const { workbook, workshop, at } = sampleRoom()
    const refused = (more: Partial<NewHands>) => () =>
      count(workbook, { workshop, indicator: at(0), ...more })
    expect(refused({ present: 10 })).toThrow(/11 hands were counted for A1, and only 10 people/)
    expect(refused({ counts: [1, 2, 3] })).toThrow(/3 counts, and this study has 5 levels/)
    expect(refused({ group: 'Nobody' })).toThrow(expect.objectContaining({ code: 'UNKNOWN_GROUP' }))
    expect(refused({ round: 2 })).toThrow(expect.objectContaining({ code: 'UNKNOWN_ROUND' }))
    expect(openRoom(workbook, { workshop, group: 'Young people', round: 1 }).lines).toHaveLength(6)
    expect(workbook.store.prepare('SELECT 1 FROM hands_record').all({})).toEqual([])
  })

  it('keeps the scale, as answers do', () => {
    const { workbook, workshop, at } = sampleRoom()
    count(workbook, { workshop, indicator: at(0) })
    expect(() => changeScale(workbook, 7)).toThrow(
      expect.objectContaining({ code: 'SCALE_IN_USE' }),
    )
  })

  it('is in no figure that needs to know who answered what', () => {
    const { workbook, workshop, at } = sampleRoom()
    for (const level of [1, 3, 5]) {
      const one = sampleParticipant(workbook, workshop)
      recordRating(workbook, rating(one, at(0), level))
      recordRating(workbook, rating(one, at(1), 6 - level))
    }
    const before = consolidateWithAgreement(counting(workbook), { round: 1 }).agreement
    for (const indicator of [at(0), at(1)]) count(workbook, { workshop, indicator })
    expect(consolidateWithAgreement(counting(workbook), { round: 1 }).agreement).toEqual(before)
    expect(
      whoMoved(counting(workbook), { from: 1, to: 1 }).indicators[0]?.criteria.usefulness,
    ).toEqual({ paired: 3, up: 0, down: 0, stayed: 3, new: 0, gone: 0 })
  })

  it('counts in the part that it belongs to, and in the scope that asks for its group and wording', () => {
    const { workbook, workshop, person, at } = sampleRoom()
    recordRating(workbook, rating(person, at(0), 5))
    count(workbook, { workshop, indicator: at(0), wording: 'plain' })
    const byWording = compareResults(counting(workbook), { round: 1, by: 'wording' })
    expect(byWording.indicators[0]?.criteria.usefulness).toMatchObject({
      title: { n: 1 },
      plain: { n: 10, hands: 10 },
    })
    const byWorkshop = compareResults(counting(workbook), { round: 1, by: 'workshop' })
    expect(byWorkshop.parts).toMatchObject([{ id: workshop, participants: 13 }])
    expect(byWorkshop.indicators[0]?.criteria.usefulness).toMatchObject({ [workshop]: { n: 11 } })
    const byRound = compareResults(counting(workbook), { round: 1, by: 'round' })
    expect(byRound.indicators[0]?.criteria.usefulness).toMatchObject({ 1: { n: 11 } })
    expect(usefulnessIn(workbook, at(0), { groups: ['ADCS'] })).toMatchObject({ n: 1 })
    expect(usefulnessIn(workbook, at(0), { wording: 'title' })).toMatchObject({ n: 1, asked: 13 })
  })

  it('says which version of the framework was put to the room', () => {
    const { workbook, workshop, person, at } = sampleRoom()
    count(workbook, { workshop, indicator: at(0) })
    changeFramework(workbook, [
      indicatorText('A1', { definition: 'Of all children' }),
      indicatorText('A2'),
      indicatorText('A3'),
    ])
    recordRating(workbook, rating(person, at(0), 5))
    count(workbook, { workshop, indicator: at(0), group: 'ADCS', present: 11 })
    const [first] = consolidate(counting(workbook), { round: 1 }).indicators
    expect(first?.seen.map(({ sameWords, usefulness }) => [sameWords, usefulness])).toEqual([
      [false, 10],
      [true, 11],
    ])
  })
})

describe('shows of hands from two laptops', () => {
  const twoLaptops = async () => {
    const [first, other] = [laptop(), laptop()]
    const workshop = getParticipant(first.store, ratedBySomeone(first))?.workshop ?? ''
    const [indicator] = currentFramework(first.store).indicators.map(({ id }) => id)
    await merge(other, [await packageOf(first)])
    return { first, other, line: { workshop, indicator: indicator ?? '' } }
  }

  it('travel in packages, count once however often they are merged, and are in no set-up package', async () => {
    const { first, other, line } = await twoLaptops()
    count(first, line)
    const theirs = await packageOf(first)
    await merge(other, [theirs])
    await merge(other, [await packageOf(first), theirs])
    expect(usefulnessIn(other, line.indicator)).toMatchObject({ n: 11, hands: 10 })
    const setUp = laptop()
    await merge(setUp, [await packageOf(first, { setup: true })])
    expect(setUp.store.prepare('SELECT 1 FROM hands_record').all({})).toEqual([])
    expect(verifyWorkbook(other.store.file, program).ok).toBe(true)
  })

  it('are a conflict where they differ, which counts for nothing until the line is counted again', async () => {
    const { first, other, line } = await twoLaptops()
    count(first, line)
    count(other, { ...line, counts: [0, 1, 2, 4, 3], by: 'CD' })
    const theirs = await packageOf(other)
    await merge(other, [await packageOf(first)])
    await merge(first, [theirs])
    for (const workbook of [first, other]) {
      const results = consolidate(counting(workbook), { round: 1 })
      expect(results.hands).toEqual({ people: 12, conflicts: 1 })
      expect(usefulnessIn(workbook, line.indicator)).toMatchObject({ n: 1, asked: 13, missing: 12 })
      expect(usefulnessIn(workbook, line.indicator, { conflicts: 'provisional' })).toMatchObject({
        ...{ n: 11, hands: 10, counts: { 4: 5 } },
      })
      const { lines } = openRoom(workbook, { ...line, group: 'Young people', round: 1 })
      expect(lines[0]?.standing.map(({ by }) => by)).toEqual(['AB', 'CD'])
      expect(listConflicts(workbook.store).hands).toMatchObject([
        { title: 'Spring', group: 'Young people', round: 1, lines: 1, conflicts: 1 },
      ])
      const { left, rows } = readStudy(workbook, { underWay: [] })
      expect(left).toMatchObject({ conflicts: 0, hands: 1 })
      expect(rows[0]).toMatchObject({ people: 1, hands: { groups: 1, people: 12 } })
    }
    count(first, { ...line, by: 'EF' })
    await merge(other, [await packageOf(first)])
    expect(consolidate(counting(other), { round: 1 }).hands).toEqual({ people: 12, conflicts: 0 })
    expect(listConflicts(other.store).hands).toEqual([])
    expect(countCrossedSupersessions(other.store)).toBe(0)
  })

  it('agree where both counted alike', async () => {
    const { first, other, line } = await twoLaptops()
    count(first, line)
    count(other, { ...line, by: 'CD' })
    await merge(other, [await packageOf(first)])
    expect(consolidate(counting(other), { round: 1 }).hands).toEqual({ people: 12, conflicts: 0 })
    expect(usefulnessIn(other, line.indicator)).toMatchObject({ n: 11, hands: 10 })
  })
})

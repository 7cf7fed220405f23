import { v7 as uuidv7 } from 'uuid'
import { beforeEach, describe, expect, it } from 'vitest'
import { recordRating, recordRatings } from '../../../engine/ratings/record.ts'
import { closeRound } from '../../../engine/rounds/close-round.ts'
import { collect, listCollected } from '../../../engine/rounds/collected.ts'
import { openRound, takeBackRound } from '../../../engine/rounds/open-round.ts'
import { currentRound, listRounds } from '../../../engine/rounds/rounds.ts'
import { countCrossedSupersessions } from '../../../engine/store/reports/checks.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { rating, sampleRoom, sampleWorkshop } from '../../helpers/sample-workbook.ts'

let workbook: Workbook
let workshop: string
let person: string
let at: (index: number) => string

beforeEach(() => {
  ;({ workbook, workshop, person, at } = sampleRoom())
})
const open = (...which: readonly number[]) =>
  openRound(workbook, { workshop, indicators: which.map(at) })
const close = (round: number, closed = true) => closeRound(workbook, { workshop, round, closed })
const rateIn = (round: number) => recordRating(workbook, rating(person, at(0), 4, { round }))

describe('rounds', () => {
  it('begin with the first, which asks for everything', () => {
    expect(listRounds(workbook.store, workshop)).toMatchObject([
      { round: 1, indicators: null, openedAt: null, isClosed: false, answered: 0 },
    ])
  })

  it('take in further indicators until anybody has rated in them', () => {
    expect(open(0)).toMatchObject({ round: 2, indicators: [at(0)] })
    expect(open(1)).toMatchObject({ round: 2, indicators: [at(0), at(1)] })
    rateIn(2)
    expect(open(2)).toMatchObject({ round: 3, indicators: [at(2)] })
    expect(openRound(workbook, { workshop, indicators: null })).toMatchObject({
      round: 3,
      indicators: null,
    })
    expect(open(0)).toMatchObject({ round: 3, indicators: null })
  })

  it('are opened once however often the button is pressed', () => {
    open(0)
    expect(open(0)).toMatchObject({ round: 2, indicators: [at(0)] })
    expect(listRounds(workbook.store, workshop)).toHaveLength(2)
  })

  it('begin after those that only ratings tell of, as from paper', () => {
    rateIn(2)
    expect(currentRound(workbook.store, workshop).round).toBe(1)
    expect(openRound(workbook, { workshop, indicators: null })).toMatchObject({
      round: 3,
      indicators: null,
    })
  })

  it('can be taken back, and what was rated in them stays', () => {
    open(0)
    open(1)
    rateIn(2)
    expect(takeBackRound(workbook, { workshop, round: 2 }).round).toBe(1)
    expect(listRounds(workbook.store, workshop)).toMatchObject([
      { round: 1 },
      { round: 2, openedAt: null, answered: 1 },
    ])
    expect(countCrossedSupersessions(workbook.store)).toBe(0)
  })

  it('ask only for indicators of the framework', () => {
    expect(() => openRound(workbook, { workshop, indicators: [uuidv7()] })).toThrow(/no indicator/)
  })
})

describe('a closed round', () => {
  it('cannot be rated on screen until it is opened again, but keyed in from paper', () => {
    close(1)
    expect(() => rateIn(1)).toThrow(/Round 1 is closed/)
    recordRatings(workbook, [rating(person, at(0), 4)], 'file')
    close(1, false)
    rateIn(1)
    expect(countCrossedSupersessions(workbook.store)).toBe(0)
  })

  it('shuts the rounds before it too, as nobody is asked for anything then', () => {
    open(0)
    close(2)
    expect(() => rateIn(1)).toThrow(/Round 1 is closed/)
    expect(() => rateIn(2)).toThrow(/Round 2 is closed/)
  })

  it('is closed once, and is told from one that was never opened', () => {
    close(1)
    close(1)
    const records = workbook.store.prepare('SELECT 1 FROM round_state').all({})
    expect(records).toHaveLength(1)
    expect(() => close(2)).toThrow(/Round 2 has not been opened/)
  })

  it('keeps an answer that is sent once more, as its first sending was before', () => {
    const sent = rating(person, at(0), 4)
    const kept = recordRating(workbook, sent)
    close(1)
    expect(recordRating(workbook, sent)).toEqual(kept)
  })

  it('is opened again for those who finish it first when the next is opened', () => {
    close(1)
    open(0)
    expect(listRounds(workbook.store, workshop).map(({ isClosed }) => isClosed)).toEqual([
      false,
      false,
    ])
  })

  it('stays closed, with all before it, when everyone is moved on', () => {
    open(0)
    rateIn(2)
    openRound(workbook, { workshop, indicators: [at(0)], unfinished: 'move on' })
    expect(listRounds(workbook.store, workshop).map(({ isClosed }) => isClosed)).toEqual([
      true,
      true,
      false,
    ])
  })
})

describe('collected indicators', () => {
  const gather = (index: number, collected = true) =>
    collect(workbook, { workshop, indicator: at(index), collected })

  it('open nothing, and stay in the order in which they were collected', () => {
    gather(2)
    expect(gather(0)).toEqual([at(2), at(0)])
    expect(gather(0)).toEqual([at(2), at(0)])
    expect(listRounds(workbook.store, workshop)).toHaveLength(1)
    expect(gather(2, false)).toEqual([at(0)])
    expect(countCrossedSupersessions(workbook.store)).toBe(0)
  })

  it('leave the list when a round asks for them, or is opened without them', () => {
    for (const index of [0, 1, 2]) gather(index)
    open(0, 1)
    expect(listCollected(workbook.store, workshop)).toEqual([])
    expect(gather(1)).toEqual([at(1)])
  })

  it('return when the opening is taken back, but not those that it left out', () => {
    for (const index of [0, 1]) gather(index)
    open(0)
    takeBackRound(workbook, { workshop, round: 2 })
    expect(listCollected(workbook.store, workshop)).toEqual([at(0)])
  })

  it('are of one workshop and of the framework', () => {
    gather(0)
    expect(listCollected(workbook.store, sampleWorkshop(workbook))).toEqual([])
    const unknown = { workshop, indicator: uuidv7(), collected: true }
    expect(() => collect(workbook, unknown)).toThrow(/no indicator/)
  })
})

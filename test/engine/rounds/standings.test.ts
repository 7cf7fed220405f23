import { beforeEach, describe, expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { linkParticipants, unlinkParticipants } from '../../../engine/people/people.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { closeRound } from '../../../engine/rounds/close-round.ts'
import { markPerson } from '../../../engine/rounds/mark-person.ts'
import { openRound } from '../../../engine/rounds/open-round.ts'
import {
  countStandings,
  listProgress,
  listUnderWay,
  roundOf,
} from '../../../engine/rounds/standings.ts'
import { countCrossedSupersessions } from '../../../engine/store/reports/checks.ts'
import { endTurn } from '../../../engine/turns/end.ts'
import { beginTurn } from '../../../engine/turns/turns.ts'
import { withdraw } from '../../../engine/withdrawal/withdraw.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import type { TurnEnd } from '../../../shared/model/turn.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import type { MarkedStanding } from '../../../shared/model/workshop.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'
import { laptop, ratedBySomeone } from '../packages/laptops.ts'

let workbook: Workbook
let workshop: string
let indicators: readonly string[]

beforeEach(() => {
  workbook = sampleWorkbook()
  workshop = sampleWorkshop(workbook)
  indicators = currentFramework(workbook.store).indicators.map(({ id }) => id)
})

const join = () => sampleParticipant(workbook, workshop)
const rate = (person: string, count: number, round = 1) => {
  for (const indicator of indicators.slice(0, count)) {
    for (const criterion of CRITERIA) {
      recordRating(workbook, rating(person, indicator, 4, { round, criterion }))
    }
  }
  return person
}
const open = (unfinished: 'finish first' | 'move on' = 'finish first') =>
  openRound(workbook, { workshop, indicators: indicators.slice(0, 1), unfinished })
const mark = (participant: string, round: number, standing: MarkedStanding) =>
  markPerson(workbook, { participant, round, standing })

describe('the round of a person', () => {
  it('is the first, and then nothing until another is opened', () => {
    const person = join()
    const first = { kind: 'round', round: 1, indicators: null, isReturn: false, hasBegun: false }
    expect(roundOf(workbook.store, person)).toEqual(first)
    rate(person, 3)
    expect(roundOf(workbook.store, person)).toEqual({ kind: 'nothing', because: 'finished' })
    open()
    expect(roundOf(workbook.store, person)).toEqual({
      kind: 'round',
      round: 2,
      indicators: [indicators[0]],
      isReturn: true,
      hasBegun: false,
    })
  })

  it('is the one that they have not finished, also for a latecomer, and then the one that is open', () => {
    const [middle, done] = [rate(join(), 1), rate(join(), 3)]
    open()
    const late = join()
    expect(roundOf(workbook.store, middle)).toMatchObject({ round: 1, hasBegun: true })
    expect(roundOf(workbook.store, late)).toMatchObject({ round: 1, isReturn: false })
    expect(roundOf(workbook.store, done)).toMatchObject({ round: 2 })
    expect(mark(middle, 1, 'finished')).toMatchObject({ round: 2, isReturn: true })
    rate(late, 3)
    expect(roundOf(workbook.store, late)).toMatchObject({ round: 2 })
  })

  it('is what the facilitator says: all are moved on, or one of them', () => {
    const [one, other] = [rate(join(), 1), rate(join(), 1)]
    open()
    expect(mark(one, 1, 'excused')).toMatchObject({ round: 2 })
    expect(mark(one, 1, 'asked')).toMatchObject({ round: 1 })
    closeRound(workbook, { workshop, round: 1, closed: true })
    expect(roundOf(workbook.store, other)).toMatchObject({ round: 2 })
    const late = join()
    expect(roundOf(workbook.store, late)).toMatchObject({ round: 2, isReturn: false })
    expect(mark(late, 2, 'excused')).toEqual({ kind: 'nothing', because: 'finished' })
    expect(countCrossedSupersessions(workbook.store)).toBe(0)
  })

  it('is none while the latest is closed', () => {
    const person = join()
    closeRound(workbook, { workshop, round: 1, closed: true })
    expect(roundOf(workbook.store, person)).toEqual({ kind: 'nothing', because: 'closed' })
  })

  it('is the one that the facilitator chose for them, as long as it is open', () => {
    const person = rate(join(), 1)
    open()
    const chosen = { round: 2, isReturn: true, hasBegun: false }
    expect(roundOf(workbook.store, person, 2)).toMatchObject(chosen)
    expect(roundOf(workbook.store, person, 3)).toEqual({ kind: 'nothing', because: 'closed' })
    closeRound(workbook, { workshop, round: 2, closed: true })
    expect(roundOf(workbook.store, person, 1)).toEqual({ kind: 'nothing', because: 'closed' })
  })

  it('is marked in rounds that were opened, and once', () => {
    const person = join()
    expect(() => mark(person, 2, 'excused')).toThrow(/Round 2 has not been opened/)
    mark(person, 1, 'finished')
    mark(person, 1, 'finished')
    expect(workbook.store.prepare('SELECT 1 FROM person_round').all({})).toHaveLength(1)
  })

  it('is erased with the person who withdraws', () => {
    const person = join()
    mark(person, 1, 'finished')
    mark(person, 1, 'asked')
    withdraw(workbook, person)
    expect(workbook.store.prepare('SELECT 1 FROM person_round').all({})).toEqual([])
    expect(workbook.store.prepare('SELECT 1 FROM supersession').all({})).toEqual([])
  })
})

describe('a person who is asked once more', () => {
  it('is asked the round again, keeps their answers, and is finished when they say so again', () => {
    const person = rate(join(), 3)
    open()
    expect(roundOf(workbook.store, person)).toMatchObject({ round: 2 })
    expect(mark(person, 1, 'asked')).toMatchObject({ round: 1, hasBegun: true })
    const sitAgain = (how: TurnEnd) => {
      const begun = beginTurn(workbook, { participant: person, round: null })
      if ('nothing' in begun) throw new Error('There is nothing to rate.')
      endTurn(workbook, { turn: begun.turn, participant: person, how })
      return { round: begun.round, answers: begun.answers.length }
    }
    expect(sitAgain('hand-over')).toEqual({ round: 1, answers: 6 })
    expect(roundOf(workbook.store, person)).toMatchObject({ round: 1 })
    expect(sitAgain('finish')).toEqual({ round: 1, answers: 6 })
    expect(roundOf(workbook.store, person)).toMatchObject({ round: 2 })
  })
})

describe('participants who are one person', () => {
  it('have one standing in the rounds of their workshop, and are counted once', () => {
    const [one, other, third] = [rate(join(), 3), join(), join()]
    open()
    expect(roundOf(workbook.store, other)).toMatchObject({ round: 1 })
    linkParticipants(workbook, { participant: one, other })
    const theirs = { round: 2, isReturn: true }
    expect(roundOf(workbook.store, one)).toMatchObject(theirs)
    expect(roundOf(workbook.store, other)).toMatchObject(theirs)
    expect(roundOf(workbook.store, third)).toMatchObject({ round: 1, isReturn: false })
    const listed = listProgress(workbook.store, { workshop, round: 1 })
    expect(listed.map(({ standing, rated }) => [standing, rated])).toEqual([
      ['finished', 3],
      ['finished', 0],
      ['not begun', 0],
    ])
    const counts = { finished: 1, inTheMiddle: 0, notBegun: 1, excused: 0 }
    expect(countStandings(workbook.store, { workshop, round: 1 })).toEqual(counts)
    unlinkParticipants(workbook, { participant: one, other })
    expect(roundOf(workbook.store, other)).toMatchObject({ round: 1 })
  })

  it('are asked again as whichever is marked, until whichever sits down finishes', () => {
    const [one, other] = [rate(join(), 3), rate(join(), 3)]
    linkParticipants(workbook, { participant: one, other })
    mark(one, 1, 'asked')
    expect(roundOf(workbook.store, other)).toMatchObject({ round: 1 })
    mark(other, 1, 'finished')
    for (const person of [one, other]) {
      expect(roundOf(workbook.store, person)).toEqual({ kind: 'nothing', because: 'finished' })
    }
    expect(countCrossedSupersessions(workbook.store)).toBe(0)
  })

  it('have finished what they answered together, one half as each of them', () => {
    const [one, other] = [rate(join(), 2), join()]
    for (const criterion of CRITERIA) {
      recordRating(workbook, rating(other, indicators[2] ?? '', 4, { criterion }))
    }
    open()
    expect(roundOf(workbook.store, one)).toMatchObject({ round: 1 })
    linkParticipants(workbook, { participant: one, other })
    for (const person of [one, other]) {
      expect(roundOf(workbook.store, person)).toMatchObject({ round: 2 })
    }
    const finished = { finished: 1, inTheMiddle: 0, notBegun: 0, excused: 0 }
    expect(countStandings(workbook.store, { workshop, round: 1 })).toEqual(finished)
    expect(countStandings(workbook.store, { workshop, round: 2 })).toMatchObject({ notBegun: 1 })
  })

  it('are not finished where they answered the same twice and left the rest', () => {
    const [one, other] = [rate(join(), 2), rate(join(), 2)]
    linkParticipants(workbook, { participant: one, other })
    expect(roundOf(workbook.store, one)).toMatchObject({ round: 1, hasBegun: true })
  })

  it('share nothing between workshops, as a round is of one', () => {
    const elsewhere = sampleParticipant(workbook, sampleWorkshop(workbook))
    const one = rate(join(), 3)
    linkParticipants(workbook, { participant: one, other: elsewhere })
    expect(roundOf(workbook.store, elsewhere)).toMatchObject({ round: 1, isReturn: false })
  })
})

describe('the progress of a workshop', () => {
  it('says of each in which round they are and how far, and counts them', () => {
    for (let count = 0; count < 9; count++) rate(join(), 3)
    for (let count = 0; count < 2; count++) rate(join(), 1)
    for (let count = 0; count < 3; count++) join()
    const [first] = listProgress(workbook.store, { workshop })
    expect(first).toMatchObject({ round: 1, rated: 3, indicators: 3, standing: 'finished' })
    expect(countStandings(workbook.store, { workshop, round: 1 })).toEqual({
      finished: 9,
      inTheMiddle: 2,
      notBegun: 3,
      excused: 0,
    })
    open()
    const rounds = listProgress(workbook.store, { workshop }).map(({ round }) => round)
    expect(rounds).toEqual([...Array(9).fill(2), ...Array(5).fill(1)])
  })

  it('has one who answered one criterion alone in the middle', () => {
    const person = join()
    recordRating(workbook, rating(person, indicators[0] ?? '', 4))
    expect(listProgress(workbook.store, { workshop })).toMatchObject([
      { rated: 0, standing: 'in the middle' },
    ])
  })
})

describe('a workshop is under way', () => {
  it('from the first answer until its latest round is closed', () => {
    const person = join()
    expect(listUnderWay(workbook)).toEqual([])
    rate(person, 1)
    const people = { finished: 0, inTheMiddle: 1, notBegun: 0, excused: 0 }
    expect(listUnderWay(workbook)).toEqual([{ workshop, round: 1, people }])
    closeRound(workbook, { workshop, round: 1, closed: true })
    expect(listUnderWay(workbook)).toEqual([])
    open()
    expect(listUnderWay(workbook)).toMatchObject([{ round: 2, people: { notBegun: 1 } }])
  })

  it('not by made-up ratings, whose first round is nobody’s', () => {
    const example = laptop({ madeUp: true })
    ratedBySomeone(example)
    expect(listUnderWay(example)).toEqual([])
  })
})

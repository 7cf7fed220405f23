import { describe, expect, it } from 'vitest'
import { decideAsked, type PersonInRound, standingOf } from '../../../engine/rounds/asked-of.ts'

const done: PersonInRound = { rated: 3, indicators: 3, hasBegun: true, mark: null }
const middle: PersonInRound = { ...done, rated: 1 }
const nothing: PersonInRound = { ...done, rated: 0, hasBegun: false }
const gaveUp: PersonInRound = { ...middle, mark: 'finished' }
const excused: PersonInRound = { ...middle, mark: 'excused' }
const stayedAway: PersonInRound = { ...nothing, mark: 'excused' }
const reopened: PersonInRound = { ...done, mark: 'asked' }

const open = { isClosed: false }
const closed = { isClosed: true }

describe('the standing of a person in a round', () => {
  it.each([
    ['who has answered everything', done, 'finished'],
    ['who has answered some', middle, 'in the middle'],
    ['who has answered nothing', nothing, 'not begun'],
    ['who left some out and said that they are finished', gaveUp, 'finished'],
    ['who is excused in the middle', excused, 'excused'],
    ['who is excused before they began', stayedAway, 'excused'],
    ['who is asked again after they had finished', reopened, 'in the middle'],
  ] as const)('of one %s', (_, person, standing) => {
    expect(standingOf(person)).toBe(standing)
  })
})

describe('what a person is asked for', () => {
  it.each([
    ['a newcomer: the first round', [open], [nothing], 1],
    ['who is in the middle of the only round: that one', [open], [middle], 1],
    ['who has finished the only round: nothing', [open], [done], 'finished'],
    ['who finished round 1: the round that is open', [open, open], [done, nothing], 2],
    ['who is unfinished: round 1 before round 2', [open, open], [middle, nothing], 1],
    ['who was excused from round 1: round 2', [open, open], [excused, nothing], 2],
    ['who said that they are finished: round 2', [open, open], [gaveUp, nothing], 2],
    ['a latecomer: round 1 before round 2', [open, open], [nothing, nothing], 1],
    ['a latecomer who is excused from round 1: round 2', [open, open], [stayedAway, nothing], 2],
    ['a latecomer to a closed round 1: round 2', [closed, open], [nothing, nothing], 2],
    ['who is unfinished in a closed round 1: round 2', [closed, open], [middle, nothing], 2],
    ['a latecomer for round 1 alone: nothing more', [open, open], [done, stayedAway], 'finished'],
    ['who is asked again for round 1: that one first', [open, open], [reopened, done], 1],
    ['who has finished both: nothing', [open, open], [done, done], 'finished'],
    ['anybody while the latest is closed: nothing', [open, closed], [middle, nothing], 'closed'],
    ['anybody while the only one is closed: nothing', [closed], [nothing], 'closed'],
    ['who is behind by two rounds: the earliest', [open, open, open], [done, middle, nothing], 2],
  ] as const)('%s', (_, states, people, expected) => {
    const opened = states.map((state, at) => ({ ...state, round: at + 1 }))
    const asked = decideAsked(opened, ({ round }) => {
      const person = people[round - 1]
      if (!person) throw new Error('Nothing is known of this round.')
      return standingOf(person)
    })
    expect('none' in asked ? asked.none : asked.round.round).toBe(expected)
  })
})

import { describe, expect, it } from 'vitest'
import { listComments } from '../../../engine/discussion/comments.ts'
import { listSuggestions } from '../../../engine/discussion/suggestions.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { closeRound } from '../../../engine/rounds/close-round.ts'
import { openRound } from '../../../engine/rounds/open-round.ts'
import { listProgress } from '../../../engine/rounds/standings.ts'
import { getAllRatingsOf } from '../../../engine/store/records/ratings.ts'
import { getTurn } from '../../../engine/store/records/turns.ts'
import { countOpenTurns } from '../../../engine/store/reports/draft-answers.ts'
import { getTotals } from '../../../engine/store/reports/tallies.ts'
import { endInterruptedTurns, endTurn } from '../../../engine/turns/end.ts'
import { beginTurn, getTurnNow, keepDraft } from '../../../engine/turns/turns.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import { withdraw } from '../../../engine/withdrawal/withdraw.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { program, rating, sampleParticipant } from '../../helpers/sample-workbook.ts'
import { laptop } from '../packages/laptops.ts'
import { begin, inTurn, level, reword } from './in-turn.ts'

const over = expect.objectContaining({ code: 'TURN_OVER' })

describe('a turn', () => {
  it('makes one record of a scale that was gone along from 1 to 5, at the moment of the last', () => {
    const { workbook, person, answer, end, answers } = inTurn()
    for (const value of [1, 2, 3, 4, 5]) answer(level(value))
    expect(getTotals(workbook.store).ratingRecords).toBe(0)
    end()
    expect(answers()).toEqual([level(5)])
    expect(getTotals(workbook.store)).toMatchObject({ ratings: 1, ratingRecords: 1 })
    const [record] = getAllRatingsOf(workbook.store, { participant: person, round: 1 })
    expect(record).toMatchObject({ entry: 'screen', wording: 'title', comment: null })
    expect(verifyWorkbook(workbook.store.file, program).ok).toBe(true)
  })

  it('makes one comment of a sentence that was typed slowly, and shows none of it before its end', () => {
    const { write, end, comments } = inTurn()
    for (const text of ['It', 'It is', 'It is too', 'It is too dear']) write(text)
    expect(comments()).toEqual([])
    end()
    expect(comments()).toMatchObject([{ text: 'It is too dear', earlier: [] }])
  })

  it('leaves no record of what was said and taken back within it', () => {
    const { workbook, answer, write, suggest, end, comments } = inTurn()
    answer(level(2))
    write('Too dear')
    suggest('Say it shorter')
    answer({ kind: 'none' })
    write('')
    suggest('')
    end()
    expect(getTotals(workbook.store).ratingRecords).toBe(0)
    expect(comments()).toEqual([])
    expect(listSuggestions(workbook.store)).toEqual([])
  })

  it('records nothing anew that stands already', () => {
    const { workbook, person, answer, write, suggest, end } = inTurn()
    answer(level(4))
    write('Why?')
    suggest('Shorter')
    end()
    const before = getTotals(workbook.store)
    const { turn } = begin(workbook, { participant: person, round: null })
    const about = {
      indicator: currentFramework(workbook.store).indicators[0]?.id ?? '',
      wording: 'title',
    } as const
    const question = { ...about, criterion: 'usefulness' } as const
    for (const draft of [
      { part: 'answer', ...question, answer: level(1) },
      { part: 'answer', ...question, answer: level(4) },
      { part: 'comment', ...question, text: 'Why?' },
      { part: 'suggestion', ...about, text: 'Shorter' },
    ] as const) {
      keepDraft(workbook, { turn, participant: person, draft })
    }
    endTurn(workbook, { turn, participant: person, how: 'hand-over' })
    expect(getTotals(workbook.store)).toEqual(before)
    expect(listComments(workbook.store, {})).toMatchObject([{ text: 'Why?', earlier: [] }])
  })

  it('keeps what changes between turns in the history, as before', () => {
    const { workbook, person, write, end, indicator } = inTurn()
    write('Too dear')
    end()
    const { turn } = begin(workbook, { participant: person, round: 1 })
    const draft = { part: 'comment', indicator, criterion: 'usefulness', wording: 'title' } as const
    keepDraft(workbook, {
      turn,
      participant: person,
      draft: { ...draft, text: 'Dear, and worth it' },
    })
    endTurn(workbook, { turn, participant: person, how: 'finish' })
    expect(listComments(workbook.store, {})).toMatchObject([
      { text: 'Dear, and worth it', earlier: [{ text: 'Too dear' }] },
    ])
  })

  it('lets an answer and a comment change without each other', () => {
    const { workbook, person, indicator, answer, write, end, answers, comments } = inTurn()
    answer(level(2))
    write('Too dear')
    end()
    const { turn } = begin(workbook, { participant: person, round: null })
    const question = { indicator, criterion: 'usefulness', wording: 'title' } as const
    keepDraft(workbook, {
      turn,
      participant: person,
      draft: { part: 'answer', ...question, answer: level(5) },
    })
    endTurn(workbook, { turn, participant: person, how: 'finish' })
    expect(answers()).toEqual([level(5)])
    expect(comments()).toMatchObject([{ text: 'Too dear' }])
  })

  it('shows a person what stands with what this turn has changed laid over it', () => {
    const { workbook, person, indicator, answer, write, suggest, turn } = inTurn()
    const [, second] = currentFramework(workbook.store).indicators
    recordRating(workbook, rating(person, second?.id ?? '', 3, { comment: 'Before' }))
    answer(level(2))
    answer({ kind: 'dont_know' }, { criterion: 'usability' as never })
    write('Now')
    suggest('Something else', null)
    const shown = getTurnNow(workbook, { turn, participant: person })
    expect(new Set(shown.answers)).toEqual(
      new Set([
        { indicator: second?.id, criterion: 'usefulness', answer: level(3) },
        { indicator, criterion: 'usability', answer: { kind: 'dont_know' } },
        { indicator, criterion: 'usefulness', answer: level(2) },
      ]),
    )
    expect(shown.comments.map(({ text }) => text)).toEqual(['Before', 'Now'])
    expect(shown.suggestions).toEqual([{ indicator: null, text: 'Something else' }])
    expect(beginTurn(workbook, { participant: person, round: null })).toEqual(shown)
    expect(shown.key).toMatch(/^[\w-]{43}$/)
  })

  it('is over once it ended, for every page that still has it, and keeps no key', () => {
    const { workbook, person, turn, answer, end } = inTurn()
    end()
    expect(() => answer(level(3))).toThrow(over)
    expect(() => getTurnNow(workbook, { turn, participant: person })).toThrow(over)
    expect(() => beginTurn(workbook, { participant: person, round: null, resumes: turn })).toThrow(
      over,
    )
    end()
    expect(getTurn(workbook.store, turn)).toMatchObject({ ended: 'finish', key: '' })
    expect(begin(workbook, { participant: person, round: null }).turn).not.toBe(turn)
  })

  it('that a restart ended can be gone on with, by the same person only', () => {
    const { workbook, workshop, person, turn, answer, end, answers } = inTurn()
    const other = sampleParticipant(workbook, workshop)
    answer(level(3))
    endInterruptedTurns(workbook)
    expect(answers()).toEqual([level(3)])
    expect(() => answer(level(4))).toThrow(over)
    expect(end).toThrow(over)
    expect(() => beginTurn(workbook, { participant: other, round: 1, resumes: turn })).toThrow(over)
    const again = begin(workbook, { participant: person, round: null, resumes: turn })
    expect(again.answers).toMatchObject([{ answer: level(3) }])
  })

  it('that goes on after a restart has the key of the one before, and no other turn has', () => {
    const { workbook, workshop, person, turn } = inTurn()
    const { key } = getTurnNow(workbook, { turn, participant: person })
    endInterruptedTurns(workbook)
    const other = sampleParticipant(workbook, workshop)
    expect(begin(workbook, { participant: other, round: null }).key).not.toBe(key)
    const again = begin(workbook, { participant: person, round: null })
    expect(again.key).toBe(key)
    endTurn(workbook, { turn: again.turn, participant: person, how: 'hand-over' })
    const everythingKept = JSON.stringify([
      workbook.store.prepare('SELECT * FROM turn').all({}),
      workbook.store.prepare('SELECT * FROM kept_key').all({}),
    ])
    expect(everythingKept).not.toContain(key)
    expect(begin(workbook, { participant: person, round: null }).key).not.toBe(key)
  })

  it('leaves no key of somebody who withdrew', () => {
    const { workbook, person } = inTurn()
    endInterruptedTurns(workbook)
    withdraw(workbook, person)
    expect(workbook.store.prepare('SELECT * FROM kept_key').all({})).toEqual([])
  })

  it('that a cover ended can be gone on with by the page that had it', () => {
    const { workbook, person, turn, answer } = inTurn()
    answer(level(3))
    endTurn(workbook, { turn, participant: person, how: 'cover' })
    const again = begin(workbook, { participant: person, round: null, resumes: turn })
    expect(again.answers).toMatchObject([{ answer: level(3) }])
  })

  it('records after a restart at the moment at which a thing was said', () => {
    let now = '2026-03-09T09:00:00.000Z'
    const { workbook, person, answer } = inTurn(
      laptop({ program: { appVersion: '0.0.0-test', clock: () => now } }),
    )
    now = '2026-03-09T09:05:00.000Z'
    answer(level(3))
    now = '2026-03-10T08:00:00.000Z'
    endInterruptedTurns(workbook)
    const [record] = getAllRatingsOf(workbook.store, { participant: person, round: 1 })
    expect(record?.recordedAt).toBe('2026-03-09T09:05:00.000Z')
  })

  it('refuses a level that is not on the scale, and an indicator that its version does not have', () => {
    const { answer, indicator } = inTurn()
    expect(() => answer(level(6))).toThrow(/not a level/)
    expect(() => answer(level(3), { indicator: indicator.replace(/.$/, 'x') as never })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_INDICATOR' }),
    )
  })

  it('belongs to the words that were on screen, also when the framework changes meanwhile', () => {
    const { workbook, person, indicator, turn } = inTurn()
    const { hash } = currentFramework(workbook.store)
    reword(workbook)
    const question = { indicator, criterion: 'usefulness', wording: 'title' } as const
    const draft = { part: 'answer', ...question, framework: hash, answer: level(2) } as const
    keepDraft(workbook, { turn, participant: person, draft })
    endTurn(workbook, { turn, participant: person, how: 'finish' })
    const [record] = getAllRatingsOf(workbook.store, { participant: person, round: 1 })
    expect(record?.framework).toBe(hash)
  })

  it('goes with everything else of a person who withdraws', () => {
    const { workbook, person, turn, answer } = inTurn()
    answer(level(3))
    withdraw(workbook, person)
    expect(getTurn(workbook.store, turn)).toBeUndefined()
    expect(countOpenTurns(workbook.store)).toEqual({ people: 0, answers: 0 })
    expect(() => answer(level(3))).toThrow(over)
  })
})

describe('the round of a turn', () => {
  it('is the one that is the person’s, and the one of the open turn until it ends', () => {
    const { workbook, workshop, person, answer, end, indicator } = inTurn()
    for (const { id } of currentFramework(workbook.store).indicators) {
      for (const criterion of CRITERIA) answer(level(3), { indicator: id, criterion } as never)
    }
    openRound(workbook, { workshop, indicators: [indicator], unfinished: 'finish first' })
    expect(begin(workbook, { participant: person, round: null }).round).toBe(1)
    end()
    expect(begin(workbook, { participant: person, round: null })).toMatchObject({
      round: 2,
      asked: [indicator],
      isReturn: true,
      answers: [],
    })
  })

  it('is none for who has finished, or says that they are done with what is open', () => {
    const { workbook, workshop, person, turn, answer } = inTurn()
    answer(level(3))
    endTurn(workbook, { turn, participant: person, how: 'finish', leavesOut: true })
    expect(listProgress(workbook.store, { workshop })).toMatchObject([{ standing: 'finished' }])
    expect(beginTurn(workbook, { participant: person, round: null })).toEqual({
      nothing: 'finished',
    })
    expect(begin(workbook, { participant: person, round: 1 }).answers).toHaveLength(1)
  })

  it('takes nothing more once it is closed, and what was said before is recorded', () => {
    const { workbook, workshop, person, answer, end, answers } = inTurn()
    answer(level(3))
    closeRound(workbook, { workshop, round: 1, closed: true })
    expect(() => answer(level(4))).toThrow(expect.objectContaining({ code: 'ROUND_CLOSED' }))
    expect(beginTurn(workbook, { participant: person, round: null })).toEqual({ nothing: 'closed' })
    end()
    expect(answers()).toEqual([level(3)])
  })

  it('takes answers again once it is opened again', () => {
    const { workbook, workshop, answer, end, answers } = inTurn()
    closeRound(workbook, { workshop, round: 1, closed: true })
    closeRound(workbook, { workshop, round: 1, closed: false })
    answer(level(4))
    expect(() => answer(level(6))).toThrow(/not a level/)
    end()
    expect(answers()).toEqual([level(4)])
  })
})

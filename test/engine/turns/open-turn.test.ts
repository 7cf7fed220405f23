import { describe, expect, it } from 'vitest'
import { listComments } from '../../../engine/discussion/comments.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { createLiveResults } from '../../../engine/results/live-results.ts'
import { listProgress } from '../../../engine/rounds/standings.ts'
import { countOpenTurns } from '../../../engine/store/reports/draft-answers.ts'
import { getTotals } from '../../../engine/store/reports/tallies.ts'
import { keepDraft } from '../../../engine/turns/turns.ts'
import { rating } from '../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf } from '../packages/laptops.ts'
import { inTurn, level, reword } from './in-turn.ts'

describe('what is said in an open turn', () => {
  it('counts in results on screen and in progress as soon as it is saved, and nowhere else', () => {
    const { workbook, workshop, person, indicator, answer, end } = inTurn()
    recordRating(workbook, rating(person, indicator, 1))
    const live = createLiveResults()
    const counts = () => live.read(workbook, { round: 1 }).indicators[0]?.criteria.usefulness.counts
    const recorded = () =>
      consolidate(workbook, { round: 1 }).indicators[0]?.criteria.usefulness.counts
    const rated = () => listProgress(workbook.store, { workshop })[0]?.rated
    expect(counts()).toMatchObject({ 1: 1, 4: 0 })
    live.whileRating(workbook, indicator, () => answer(level(4)))
    expect(counts()).toMatchObject({ 1: 0, 4: 1 })
    expect(recorded()).toMatchObject({ 1: 1, 4: 0 })
    expect(rated()).toBe(0)
    answer(level(2), { criterion: 'usability' as never })
    expect(rated()).toBe(1)
    answer({ kind: 'none' })
    expect(counts()).toMatchObject({ 1: 0, 4: 0 })
    expect(rated()).toBe(0)
    answer(level(5))
    const before = live.read(workbook, { round: 1 })
    end()
    expect(consolidate(workbook, { round: 1 })).toEqual(before)
    expect(createLiveResults().read(workbook, { round: 1 })).toEqual(before)
  })

  it('counts for the version whose words it saw, and an older answer to other words no more', () => {
    const { workbook, person, indicator, turn, end } = inTurn()
    const first = currentFramework(workbook.store).hash
    recordRating(workbook, rating(person, indicator, 1))
    reword(workbook)
    const second = currentFramework(workbook.store).hash
    const seen = () =>
      createLiveResults()
        .read(workbook, { round: 1 })
        .indicators[0]?.seen.map(({ framework, usefulness }) => [framework, usefulness])
    expect(seen()).toEqual([[first, 1]])
    const question = { indicator, criterion: 'usefulness', wording: 'title' } as const
    keepDraft(workbook, {
      turn,
      participant: person,
      draft: { part: 'answer', ...question, answer: level(2) },
    })
    expect(seen()).toEqual([[second, 1]])
    keepDraft(workbook, {
      turn,
      participant: person,
      draft: { part: 'answer', ...question, answer: { kind: 'dont_know' } },
    })
    expect(seen()).toEqual([])
    end()
    expect(seen()).toEqual([])
  })

  it('is told as a number to whoever exports, and is in no package until it ends', async () => {
    const { workbook, answer, write, end } = inTurn(laptop())
    answer(level(2))
    write('Half a sentence')
    expect(countOpenTurns(workbook.store)).toEqual({ people: 1, answers: 1 })
    const during = await packageOf(workbook)
    answer(level(4))
    end()
    expect(countOpenTurns(workbook.store)).toEqual({ people: 0, answers: 0 })
    const after = await packageOf(workbook)
    const team = laptop()
    await merge(team, [during])
    expect(getTotals(team.store).ratingRecords).toBe(0)
    const { totals } = await merge(team, [after])
    expect(totals).toMatchObject({ conflicting: 0, rejected: 0 })
    expect(getTotals(team.store)).toMatchObject({ ratings: 1, ratingRecords: 1, conflicts: 0 })
    expect(listComments(team.store, {})).toMatchObject([{ text: 'Half a sentence', earlier: [] }])
  })
})

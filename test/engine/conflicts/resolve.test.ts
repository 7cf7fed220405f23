import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { listConflicts, listOpenConflicts } from '../../../engine/conflicts/list.ts'
import {
  reopenBatch,
  reopenConflict,
  resolveByRule,
  resolveConflict,
  resolveMany,
} from '../../../engine/conflicts/resolve.ts'
import { currentVersion } from '../../../engine/frameworks/versions/current-version.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { getAllIndicators } from '../../../engine/store/records/frameworks.ts'
import { appendRating, getAllRatingsOf } from '../../../engine/store/records/ratings.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import {
  program,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

/** A workbook with one person, and functions that add ratings, theirs and those of other laptops. */
function disputed() {
  const workbook = sampleWorkbook(['A1', 'A2'])
  const framework = currentVersion(workbook.store).hash
  const [indicator] = getAllIndicators(workbook.store, framework)
  if (!indicator) throw new Error('The sample has no indicators')
  const participant = sampleParticipant(workbook, sampleWorkshop(workbook))
  const key = { participant, indicator: indicator.id, criterion: 'usefulness', round: 1 } as const
  const arrive = (level: number, more: { recordedAt?: string; entry?: 'file' } = {}): string => {
    const id = uuidv7()
    appendRating(workbook.store, {
      id,
      ...key,
      framework,
      answer: { kind: 'level', level },
      comment: '',
      wording: 'title',
      entry: 'screen',
      recordedAt: '2026-03-09T10:00:00.000Z',
      device: workbook.device,
      ...more,
    })
    return id
  }
  const rate = (level: number) =>
    recordRating(workbook, {
      id: uuidv7(),
      ...key,
      answer: { kind: 'level', level },
      comment: '',
      wording: 'title',
    }).id
  return { workbook, participant, arrive, rate }
}

const currentOf = (workbook: Workbook, participant: string): readonly string[] =>
  getAllRatingsOf(workbook.store, { participant, round: 1 }).map(({ id }) => id)

describe('a conflict', () => {
  it('shows both sides, with devices and times, and counts neither as settled', () => {
    const { workbook, participant, arrive } = disputed()
    const [one, other] = [arrive(2), arrive(4)]
    const [conflict, ...more] = listOpenConflicts(workbook.store)
    expect(more).toEqual([])
    expect(conflict).toMatchObject({ participant, code: 'A1', criterion: 'usefulness', round: 1 })
    expect(conflict?.sides.map(({ id }) => id)).toEqual([one, other])
    expect(conflict?.sides[0]).toMatchObject({
      code: 'P01',
      group: 'ADCS',
      device: workbook.device,
    })
  })

  it('is settled by choosing a side, and open again when the choice is taken back', () => {
    const { workbook, participant, arrive } = disputed()
    const [one, other] = [arrive(2), arrive(4)]
    const settled = resolveConflict(workbook, other)
    expect(settled).toMatchObject({ rule: 'by hand', chosen: { id: other }, aside: [{ id: one }] })
    expect(currentOf(workbook, participant)).toEqual([other])
    expect(listConflicts(workbook.store)).toMatchObject({ open: [], settled: [{ id: settled.id }] })
    reopenConflict(workbook, settled.id)
    expect(currentOf(workbook, participant)).toEqual([one, other])
    expect(listConflicts(workbook.store).settled).toEqual([])
    expect(listOpenConflicts(workbook.store)).toHaveLength(1)
  })

  it('stays settled when the settled answer is joined by another, and only the new one is open', () => {
    const { workbook, participant, arrive } = disputed()
    const [one, other] = [arrive(2), arrive(4)]
    resolveConflict(workbook, one)
    const third = arrive(5)
    expect(currentOf(workbook, participant)).toEqual([one, third])
    const second = resolveConflict(workbook, third)
    expect(currentOf(workbook, participant)).toEqual([third])
    reopenConflict(workbook, second.id)
    expect(currentOf(workbook, participant)).toEqual([one, third])
    expect(currentOf(workbook, participant)).not.toContain(other)
  })

  it('ends for good when the person rates once more', () => {
    const { workbook, participant, arrive, rate } = disputed()
    const [one] = [arrive(2), arrive(4)]
    resolveConflict(workbook, one)
    const last = rate(3)
    expect(currentOf(workbook, participant)).toEqual([last])
    expect(listConflicts(workbook.store)).toEqual({
      open: [],
      descriptions: [],
      hands: [],
      settled: [],
      batches: [],
      laptops: [],
    })
  })

  it('cannot be settled twice, or where there is none', () => {
    const { workbook, arrive } = disputed()
    const one = arrive(2)
    expect(() => resolveConflict(workbook, one)).toThrow(/settled or changed meanwhile/)
    const other = arrive(4)
    const settled = resolveConflict(workbook, other)
    expect(() => resolveConflict(workbook, other)).toThrow(/settled or changed meanwhile/)
    reopenConflict(workbook, settled.id)
    expect(() => reopenConflict(workbook, settled.id)).toThrow(/settled or changed meanwhile/)
  })

  it('leaves a workbook that verifies, settled and taken back', () => {
    const { workbook, arrive } = disputed()
    const [one] = [arrive(2), arrive(4)]
    reopenConflict(workbook, resolveConflict(workbook, one).id)
    resolveConflict(workbook, one)
    const { ok, checks } = verifyWorkbook(workbook.store.file, program)
    expect(checks.filter(check => !check.ok)).toEqual([])
    expect(ok).toBe(true)
  })
})

describe('settling many at once', () => {
  const ofLaptop = (device: string) => ({ way: { by: 'laptop' as const, laptop: device } })

  it('rehearses what it would decide, and stores nothing', () => {
    const { workbook, arrive } = disputed()
    arrive(2, { recordedAt: '2026-03-09T12:00:00.000Z' })
    arrive(4)
    const way = { by: 'rule', rule: 'later' } as const
    expect(resolveMany(workbook, { way, rehearses: true })).toEqual({
      batch: null,
      settled: 1,
      open: 0,
      clocks: 0,
    })
    expect(listOpenConflicts(workbook.store)).toHaveLength(1)
  })

  it('keeps who decided and why, and is taken back at once', () => {
    const { workbook, arrive } = disputed()
    arrive(2, { recordedAt: '2026-03-09T12:00:00.000Z' })
    arrive(4)
    const note = { reason: 'the copy was a try', decidedBy: 'RK' }
    const way = { by: 'rule', rule: 'later' } as const
    const { batch } = resolveMany(workbook, { way, ...note })
    expect(listConflicts(workbook.store)).toMatchObject({
      open: [],
      descriptions: [],
      hands: [],
      batches: [{ id: batch, ...note }],
    })
    expect(reopenBatch(workbook, batch ?? '')).toEqual({ reopened: 1 })
    expect(listConflicts(workbook.store)).toMatchObject({ settled: [], batches: [] })
    expect(listOpenConflicts(workbook.store)).toHaveLength(1)
    expect(() => reopenBatch(workbook, batch ?? '')).toThrow(/settled or changed meanwhile/)
    expect(verifyWorkbook(workbook.store.file, program).ok).toBe(true)
  })

  it('decides by laptop only where that laptop has one side, and only what was meant', () => {
    const { workbook, arrive } = disputed()
    const one = arrive(2)
    arrive(4)
    // Both sides are of this laptop, so it decides nothing.
    expect(resolveMany(workbook, ofLaptop(workbook.device))).toMatchObject({ settled: 0, open: 1 })
    const way = { by: 'rule', rule: 'same answer' } as const
    expect(resolveMany(workbook, { way, among: [uuidv7()] })).toMatchObject({ settled: 0, open: 0 })
    expect(resolveMany(workbook, { way, among: [one] })).toMatchObject({ settled: 0, open: 1 })
  })
})

describe('settling by a rule', () => {
  it('leaves open by time what a clock stamped that runs years ahead', () => {
    const { workbook, arrive } = disputed()
    arrive(2)
    arrive(4, { recordedAt: '2099-03-09T10:00:00.000Z' })
    expect(resolveByRule(workbook, 'later')).toMatchObject({ settled: 0, open: 1 })
  })

  it('chooses the later, and leaves open what was said at the same moment', () => {
    const { workbook, participant, arrive } = disputed()
    const one = arrive(2, { recordedAt: '2026-03-09T12:00:00.000Z' })
    arrive(4)
    expect(resolveByRule(workbook, 'later')).toMatchObject({ settled: 1, open: 0 })
    expect(currentOf(workbook, participant)).toEqual([one])
    arrive(5, { recordedAt: '2026-03-09T12:00:00.000Z' })
    expect(resolveByRule(workbook, 'later')).toMatchObject({ settled: 0, open: 1 })
  })

  it('chooses the screen’s over the paper’s, or the other way round', () => {
    for (const rule of ['screen', 'paper'] as const) {
      const { workbook, participant, arrive } = disputed()
      const [screen, paper] = [arrive(2), arrive(4, { entry: 'file' })]
      resolveByRule(workbook, rule)
      expect(currentOf(workbook, participant)).toEqual([rule === 'screen' ? screen : paper])
    }
  })

  it('leaves two from a screen open when the screen’s are to be chosen', () => {
    const { workbook, arrive } = disputed()
    arrive(2)
    arrive(4)
    arrive(4, { entry: 'file' })
    expect(resolveByRule(workbook, 'screen')).toMatchObject({ settled: 0, open: 1 })
  })

  it('joins sides that say the same, and only those', () => {
    const { workbook, arrive } = disputed()
    arrive(4)
    arrive(4)
    expect(resolveByRule(workbook, 'same answer')).toMatchObject({ settled: 1, open: 0 })
    arrive(3)
    expect(resolveByRule(workbook, 'same answer')).toMatchObject({ settled: 0, open: 1 })
  })
})

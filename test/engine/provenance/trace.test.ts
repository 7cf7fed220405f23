import { v7 as uuidv7 } from 'uuid'
import { expect, it } from 'vitest'
import { reopenConflict, resolveConflict } from '../../../engine/conflicts/resolve.ts'
import { listHistory, ratingsBehind } from '../../../engine/provenance/trace.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { appendRating, getRating } from '../../../engine/store/records/ratings.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

/** Two people who rated A1; the first changed their mind. */
function rated() {
  const workbook = sampleWorkbook()
  const workshop = sampleWorkshop(workbook)
  const [first, second] = [0, 1].map(() => sampleParticipant(workbook, workshop))
  const indicator = consolidate(workbook, { round: 1 }).indicators[0]?.id ?? ''
  const early = recordRating(workbook, rating(first ?? '', indicator, 2)).id
  const late = recordRating(workbook, rating(first ?? '', indicator, 4, { comment: 'Now yes' })).id
  const other = recordRating(workbook, rating(second ?? '', indicator, 5)).id
  const what = { indicator, criterion: 'usefulness', round: 1 } as const
  return { workbook, what, early, late, other }
}

it('names exactly the ratings that a figure counts, with where each is from', () => {
  const { workbook, what, late, other } = rated()
  const behind = ratingsBehind(workbook, what)
  expect(behind.map(({ id }) => id).toSorted()).toEqual([late, other].toSorted())
  expect(behind.find(({ id }) => id === late)).toMatchObject({
    code: 'P01',
    group: 'ADCS',
    workshop: 'Spring',
    answer: { kind: 'level', level: 4 },
    comment: 'Now yes',
    words: 'Indicator A1',
    records: 2,
    counts: true,
    broughtBy: null,
    device: workbook.device,
  })
  const { n } = consolidate(workbook, what).indicators[0]?.criteria.usefulness ?? {}
  expect(behind.filter(({ counts }) => counts)).toHaveLength(n ?? -1)
})

it('follows the scope of the results', () => {
  const { workbook, what } = rated()
  expect(ratingsBehind(workbook, { ...what, groups: ['DfE'] })).toEqual([])
  expect(ratingsBehind(workbook, { ...what, round: 2 })).toEqual([])
  expect(ratingsBehind(workbook, { ...what, wording: 'plain' })).toEqual([])
  expect(ratingsBehind(workbook, { ...what, criterion: 'usability' })).toEqual([])
})

it('tells the whole history of an answer, whichever of its records is asked about', () => {
  const { workbook, early, late } = rated()
  const history = listHistory(workbook.store, early)
  expect(history).toMatchObject([
    { kind: 'rated', rating: { id: early }, current: false },
    { kind: 'rated', rating: { id: late }, current: true },
    { kind: 'wrote', text: 'Now yes', current: true },
  ])
  expect(listHistory(workbook.store, late)).toEqual(history)
})

it('shows a conflict, its settlement and its taking back as steps', () => {
  const { workbook, what, late } = rated()
  const known = getRating(workbook.store, late)
  if (!known) throw new Error('The rating is gone')
  const rival = uuidv7()
  appendRating(workbook.store, { ...known, id: rival, answer: { kind: 'dont_know' } })
  const counting = () =>
    ratingsBehind(workbook, what).flatMap(({ id, counts }) => (counts ? [id] : []))
  expect(counting()).not.toContain(late)
  const settled = resolveConflict(workbook, rival)
  expect(counting()).toContain(rival)
  reopenConflict(workbook, settled.id)
  expect(counting()).not.toContain(rival)
  expect(listHistory(workbook.store, rival).slice(-2)).toMatchObject([
    { kind: 'settled', chosen: rival, rule: 'by hand' },
    { kind: 'settled', chosen: null },
  ])
})

it('marks as counting exactly what the results count, whatever is said of conflicts and wordings', () => {
  const { workbook, what, late, other } = rated()
  const known = getRating(workbook.store, late)
  if (!known) throw new Error('The rating is gone')
  const recordedAt = new Date(Date.parse(known.recordedAt) + 1_000).toISOString()
  const answer = { kind: 'level', level: 1 } as const
  const rival = { ...known, id: uuidv7(), answer, recordedAt, wording: 'plain' as const }
  appendRating(workbook.store, rival)
  for (const conflicts of ['left out', 'provisional'] as const) {
    for (const wording of [undefined, 'title', 'plain'] as const) {
      const scope = { ...what, conflicts, ...(wording && { wording }) }
      const counted = ratingsBehind(workbook, scope).filter(({ counts }) => counts)
      const result = consolidate(workbook, scope).indicators[0]?.criteria.usefulness
      const levels = counted.flatMap(({ answer }) => (answer.kind === 'level' ? answer.level : []))
      const expected = Object.entries(result?.counts ?? {}).flatMap(([level, count]) =>
        Array.from({ length: count }, () => Number(level)),
      )
      expect(levels.toSorted(), `${conflicts}, ${wording}`).toEqual(expected)
    }
  }
  const provisional = ratingsBehind(workbook, { ...what, conflicts: 'provisional' })
  const counted = provisional.flatMap(({ id, counts }) => (counts ? [id] : []))
  expect(counted.toSorted()).toEqual([rival.id, other].toSorted())
})

it('refuses a rating that is not there', () => {
  const { workbook } = rated()
  expect(() => listHistory(workbook.store, uuidv7())).toThrow(/There is no rating/)
})

import { describe, expect, it } from 'vitest'
import { noteFacilitators } from '../../../engine/rounds/facilitators.ts'
import { openRound, takeBackRound } from '../../../engine/rounds/open-round.ts'
import { listRounds } from '../../../engine/rounds/rounds.ts'
import { getParticipant } from '../../../engine/store/records/workshops.ts'
import { countCrossedSupersessions } from '../../../engine/store/reports/checks.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { addWorkshop } from '../../../engine/workshops/workshops.ts'
import { sampleRoom } from '../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf, ratedBySomeone } from '../packages/laptops.ts'

const notes = ({ store }: Workbook, workshop: string) =>
  listRounds(store, workshop).map(({ facilitators }) => facilitators)

const records = ({ store }: Workbook) =>
  store.prepare('SELECT text FROM facilitators_record ORDER BY id').all({})

const details = { title: 'Autumn', date: '2026-10-09', venue: '', groups: ['ADCS'] }

describe('who facilitated', () => {
  it('is noted for a round, changed, and taken back, each time as a record of its own', () => {
    const { workbook, workshop } = sampleRoom()
    const note = (text: string) => noteFacilitators(workbook, { workshop, round: 1, text })
    expect(notes(workbook, workshop)).toEqual([''])
    expect(note('A. B.')).toMatchObject({ round: 1, facilitators: 'A. B.' })
    expect(note('A. B. and the chair').facilitators).toBe('A. B. and the chair')
    expect(note('').facilitators).toBe('')
    expect(records(workbook)).toEqual(['A. B.', 'A. B. and the chair', ''].map(text => ({ text })))
    expect(countCrossedSupersessions(workbook.store)).toBe(0)
  })

  it('stores nothing where nothing changes', () => {
    const { workbook, workshop } = sampleRoom()
    noteFacilitators(workbook, { workshop, round: 1, text: '' })
    expect(records(workbook)).toEqual([])
    noteFacilitators(workbook, { workshop, round: 1, text: 'AB' })
    noteFacilitators(workbook, { workshop, round: 1, text: 'AB' })
    expect(records(workbook)).toHaveLength(1)
  })

  it('is noted with a new workshop, and with the opening of a round until that is taken back', () => {
    const { workbook, workshop, at } = sampleRoom()
    expect(notes(workbook, addWorkshop(workbook, { ...details, facilitators: 'CD' }).id)).toEqual([
      'CD',
    ])
    openRound(workbook, { workshop, indicators: [at(0)], facilitators: 'EF' })
    expect(notes(workbook, workshop)).toEqual(['', 'EF'])
    takeBackRound(workbook, { workshop, round: 2 })
    openRound(workbook, { workshop, indicators: [at(0)] })
    expect(notes(workbook, workshop)).toEqual(['', ''])
  })

  it('is refused for a round that is not there', () => {
    const { workbook, workshop } = sampleRoom()
    const note = () => noteFacilitators(workbook, { workshop, round: 2, text: 'AB' })
    expect(note).toThrow(/Round 2 has not been opened/)
  })

  it('holds on both laptops that noted it, until one says it for both', async () => {
    const [first, other] = [laptop(), laptop()]
    const workshop = getParticipant(first.store, ratedBySomeone(first))?.workshop ?? ''
    await merge(other, [await packageOf(first)])
    noteFacilitators(first, { workshop, round: 1, text: 'AB' })
    noteFacilitators(other, { workshop, round: 1, text: 'CD' })
    const theirs = await packageOf(other)
    await merge(other, [await packageOf(first)])
    await merge(first, [theirs])
    expect(notes(first, workshop)).toEqual(notes(other, workshop))
    expect(notes(first, workshop)).toEqual(['AB; CD'])
    noteFacilitators(first, { workshop, round: 1, text: 'AB with CD' })
    await merge(other, [await packageOf(first)])
    expect(notes(other, workshop)).toEqual(['AB with CD'])
    expect(countCrossedSupersessions(other.store)).toBe(0)
    first.close()
    other.close()
  })
})

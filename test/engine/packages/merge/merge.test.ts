import { describe, expect, it } from 'vitest'
import { listOpenConflicts } from '../../../../engine/conflicts/list.ts'
import {
  currentFramework,
  currentVersions,
} from '../../../../engine/frameworks/versions/current-version.ts'
import { editIndicator } from '../../../../engine/frameworks/versions/edit-indicator.ts'
import { listVersions } from '../../../../engine/frameworks/versions/list-versions.ts'
import { compareVersion } from '../../../../engine/frameworks/versions/load-version.ts'
import { consolidate } from '../../../../engine/results/consolidate.ts'
import { getTotals } from '../../../../engine/store/reports/tallies.ts'
import { verifyWorkbook } from '../../../../engine/verify/verify.ts'
import { withdrawParticipant } from '../../../../engine/withdrawal/withdraw.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import type { RecordCounts } from '../../../../shared/model/packages.ts'
import { changeFramework, indicatorText, program } from '../../../helpers/sample-workbook.ts'
import { laptop, mergeByProcess as merge, packageOf, rate, ratedBySomeone } from '../laptops.ts'

const sums = (one: RecordCounts): boolean =>
  one.read === one.new + one.known + one.conflicting + one.withdrawn + one.rejected

describe('a merge', () => {
  it('brings what another laptop has, and accounts for every record', async () => {
    const [one, other] = [laptop(), laptop()]
    ratedBySomeone(one)
    ratedBySomeone(other)
    const receipt = await merge(one, [await packageOf(other)])
    expect(getTotals(one.store)).toMatchObject({ workshops: 2, participants: 2, ratings: 2 })
    expect(receipt.totals).toMatchObject({ new: 5, known: 2, conflicting: 0, rejected: 0 })
    expect([receipt.totals, ...receipt.packages].every(sums)).toBe(true)
    expect(receipt.before.ratings).toBe(1)
    expect(receipt.after.ratings).toBe(2)
    one.close()
    expect(verifyWorkbook(one.store.file, program)).toMatchObject({ ok: true })
  })

  it('changes nothing when the same package comes again, alone or twice in one go', async () => {
    const [one, other] = [laptop(), laptop()]
    ratedBySomeone(other)
    const file = await packageOf(other)
    const twice = await merge(one, [file, file])
    expect(twice.packages.map(({ new: added, known }) => [added, known])).toEqual([
      [5, 2],
      [0, 7],
    ])
    expect((await merge(one, [file])).totals).toMatchObject({ new: 0, known: 7 })
  })

  it('shows two current ratings of one key as a conflict that both packages make', async () => {
    const [one, left, right] = [laptop(), laptop(), laptop()]
    const someone = ratedBySomeone(one, 1)
    const both = await packageOf(one)
    await merge(left, [both])
    await merge(right, [both])
    rate(left, someone, 2)
    rate(right, someone, 5)
    const receipt = await merge(one, [await packageOf(left), await packageOf(right)])
    expect(receipt.packages.map(({ conflicting }) => conflicting)).toEqual([1, 1])
    const [conflict] = listOpenConflicts(one.store)
    const levels = conflict?.sides.map(({ answer }) => answer.kind === 'level' && answer.level)
    expect(levels?.toSorted()).toEqual([2, 5])
    expect(conflict).toMatchObject({ participant: someone, code: 'A1' })
  })

  it('never brings back what someone withdrew, whichever laptop knew of it', async () => {
    const [one, other] = [laptop(), laptop()]
    const someone = ratedBySomeone(one)
    rate(one, someone, 2)
    const before = await packageOf(one)
    await merge(other, [before])
    withdrawParticipant(other, someone)
    expect((await merge(other, [before])).totals).toMatchObject({ new: 0, withdrawn: 4 })
    expect(getTotals(other.store)).toMatchObject({ participants: 0, ratingRecords: 0 })
    const receipt = await merge(one, [before, await packageOf(other)])
    expect(receipt.after).toMatchObject({ participants: 0, ratingRecords: 0, withdrawn: 1 })
    other.close()
    expect(verifyWorkbook(other.store.file, program)).toMatchObject({ ok: true })
  })
})

/** Rewords the first indicator, as a facilitator would during a workshop. */
function reword(workbook: Workbook, title: string): string {
  const { hash, indicators } = currentFramework(workbook.store)
  const [first] = indicators
  if (!first) throw new Error('There is no indicator')
  const { id, ...text } = first
  const edit = { kind: 'reword' as const, indicator: id, text: { ...text, title } }
  return editIndicator(workbook, { edit, against: hash }).hash
}

/** Brings into one laptop what the other has. */
const bring = async (one: Workbook, other: Workbook) => merge(one, [await packageOf(other)])

const inUse = ({ store }: Workbook) => currentFramework(store)
const sound = ({ store }: Workbook) => verifyWorkbook(store.file, program).ok

describe('framework versions of two laptops', () => {
  it('are one when both loaded the same, and ratings of both are of one indicator', async () => {
    const [one, other] = [laptop(), laptop()]
    for (const each of [one, other]) {
      reword(each, 'The same better words')
      ratedBySomeone(each)
    }
    await bring(one, other)
    expect(listVersions(one.store)).toHaveLength(2)
    expect(currentVersions(one.store)).toHaveLength(1)
    const [first] = consolidate(one, { round: 1 }).indicators
    expect(first?.criteria.usefulness.n).toBe(2)
    expect(sound(one)).toBe(true)
  })

  it('are both kept when they were changed apart, and both laptops use the same one', async () => {
    const [one, other] = [laptop(), laptop()]
    const hashes = [reword(one, 'Words of one'), reword(other, 'Words of the other')]
    const theirs = await packageOf(other)
    await bring(other, one)
    await merge(one, [theirs])
    expect(inUse(one)).toMatchObject({ hash: inUse(other).hash })
    expect(hashes).toContain(inUse(one).hash)
    expect(listVersions(one.store).filter(({ isAside }) => isAside)).toHaveLength(1)
    expect(sound(one)).toBe(true)
  })

  it('use the one that was changed more often, whatever the clocks say', async () => {
    const [one, other] = [laptop(), laptop()]
    reword(one, 'Once')
    const last = reword(one, 'Twice')
    reword(other, 'Once, and later')
    await bring(other, one)
    expect(inUse(other).hash).toBe(last)
  })

  it('are one again after the next load on either, which takes the place of both', async () => {
    const [one, other] = [laptop(), laptop()]
    reword(one, 'Words of one')
    reword(other, 'Words of the other')
    const someone = ratedBySomeone(other)
    await bring(one, other)
    expect(compareVersion(one.store, inUse(one).indicators, []).replaces).toBe(2)
    const titled = indicatorText('A1', { title: 'Words of both' })
    const rest = inUse(one).indicators.slice(1)
    const { hash } = changeFramework(one, [titled, ...rest])
    await bring(other, one)
    expect(currentVersions(other.store).map(version => version.hash)).toEqual([hash])
    rate(other, someone, 2)
    expect(consolidate(other, { round: 1 }).indicators[0]?.title).toBe('Words of both')
    expect(sound(other)).toBe(true)
  })

  it('are not said to stand beside each other when they say the same', async () => {
    const [one, other] = [laptop(), laptop()]
    reword(one, 'Words that were dropped')
    reword(one, 'Words of both')
    reword(other, 'Words of both')
    await bring(one, other)
    expect(currentVersions(one.store)).toHaveLength(2)
    expect(listVersions(one.store).filter(({ isAside }) => isAside)).toEqual([])
  })

  it('never replace each other in a circle, though each laptop went the other way', async () => {
    const [one, other] = [laptop(), laptop()]
    reword(one, 'First words')
    reword(one, 'Second words')
    reword(other, 'Second words')
    reword(other, 'First words')
    await bring(one, other)
    expect(currentVersions(one.store)).toHaveLength(2)
    expect(sound(one)).toBe(true)
  })

  it('keep an indicator that one laptop added, with its ratings', async () => {
    const [one, other] = [laptop(), laptop()]
    const { hash } = inUse(other)
    const text = indicatorText('Z1', { title: 'Families who were heard' })
    editIndicator(other, { edit: { kind: 'add', text, after: null }, against: hash })
    await bring(one, other)
    expect(inUse(one).indicators.map(({ code }) => code)).toContain('Z1')
  })
})

import { describe, expect, it } from 'vitest'
import { listOpenConflicts } from '../../../../engine/conflicts/list.ts'
import { getTotals } from '../../../../engine/store/reports/tallies.ts'
import { verifyWorkbook } from '../../../../engine/verify/verify.ts'
import { withdrawParticipant } from '../../../../engine/withdrawal/withdraw.ts'
import type { RecordCounts } from '../../../../shared/model/packages.ts'
import { program } from '../../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf, rate, ratedBySomeone } from '../laptops.ts'

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

import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { loadFramework } from '../../../../engine/frameworks/versions/load-version.ts'
import { getTotals } from '../../../../engine/store/reports/tallies.ts'
import { openWorkbook } from '../../../../engine/workbooks/open.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import type { MergeReceipt } from '../../../../shared/model/packages.ts'
import {
  changeFramework,
  indicatorText,
  ownFolder,
  program,
} from '../../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf, rate, ratedBySomeone } from '../laptops.ts'

const codes = ({ packages }: MergeReceipt): readonly string[] =>
  packages.flatMap(({ problems }) => problems.map(({ code }) => code))

/** A copy of a workbook's file somewhere else, opened. */
function copyOf(workbook: Workbook): Workbook {
  const file = join(ownFolder(), 'copy.sqlite')
  cpSync(workbook.store.file, file)
  cpSync(`${workbook.store.file}-wal`, `${file}-wal`)
  const copy = openWorkbook(file, program)
  onTestFinished(copy.close)
  return copy
}

describe('bringing workbooks together', () => {
  it('keeps what two clones of one laptop wrote under one device, and says that it was copied', async () => {
    const [team, original] = [laptop(), laptop()]
    const someone = ratedBySomeone(original, 1)
    // A clone of the whole disk keeps the number of the file, and so the device.
    const clone = { ...copyOf(original), device: original.device }
    rate(original, someone, 2, { criterion: 'usability' })
    rate(clone, someone, 5, { criterion: 'usability' })
    expect(codes(await merge(team, [await packageOf(original)]))).toEqual([])
    const receipt = await merge(team, [await packageOf(clone)])
    expect(codes(receipt)).toEqual(['copied-laptop'])
    expect(receipt.after).toMatchObject({ ratingRecords: 3, conflicts: 1 })
  })

  it('tells no tale of a copy when a laptop simply went on, whichever package comes first', async () => {
    const [team, late, original] = [laptop(), laptop(), laptop()]
    const someone = ratedBySomeone(original, 1)
    const older = await packageOf(original)
    rate(original, someone, 2)
    const newer = await packageOf(original)
    expect(codes(await merge(team, [older]))).toEqual([])
    expect(codes(await merge(team, [newer]))).toEqual([])
    expect(codes(await merge(late, [newer]))).toEqual([])
    const receipt = await merge(late, [older])
    expect(codes(receipt)).toEqual([])
    expect(receipt.totals).toMatchObject({ new: 0 })
    expect(getTotals(late.store)).toEqual(getTotals(team.store))
  })

  it('goes on under a device of its own from a restored backup, so both ways are told apart', async () => {
    const [team, original] = [laptop(), laptop()]
    const someone = ratedBySomeone(original, 1)
    const restored = copyOf(original)
    expect(restored.device).not.toBe(original.device)
    rate(original, someone, 2)
    rate(restored, someone, 5)
    const receipt = await merge(team, [await packageOf(original), await packageOf(restored)])
    expect(codes(receipt)).toEqual([])
    expect(receipt.after).toMatchObject({ ratingRecords: 3, conflicts: 1 })
  })

  it.each([
    ['ten years ahead', 10, 'from-the-future'],
    ['ten years behind', -10, 'from-the-past'],
  ])('takes what a laptop wrote whose clock was %s, and says so', async (_, years, code) => {
    const team = laptop()
    let offset = 0
    const clock = () => new Date(Date.now() + offset).toISOString()
    const original = laptop({ program: { ...program, clock } })
    offset = years * 365.25 * 86_400_000
    ratedBySomeone(original)
    const receipt = await merge(team, [await packageOf(original)])
    expect(codes(receipt)).toEqual([code])
    expect(receipt.after.ratings).toBe(1)
  })

  it('keeps the order in which one laptop changed an answer while its clock ran backwards, and says so', async () => {
    const team = laptop()
    let ticks = 0
    const clock = () => new Date(Date.now() - 60_000 * ticks++).toISOString()
    const original = laptop({ program: { ...program, clock } })
    const someone = ratedBySomeone(original, 1)
    const last = rate(original, someone, 5)
    const receipt = await merge(team, [await packageOf(original)])
    expect(codes(receipt)).toEqual(['clock-went-back'])
    expect(receipt.packages[0]?.problems[0]?.message).toMatch(/^1 answer of one laptop/)
    expect(receipt.after).toMatchObject({ ratings: 1, ratingRecords: 2, conflicts: 0 })
    const current = team.store.prepare<object, { id: string }>('SELECT id FROM current_rating')
    expect(current.all({})).toEqual([{ id: last }])
  })

  it('lists the ratings of indicators that the version in use does not have, and keeps them', async () => {
    const [team, other] = [laptop(), laptop()]
    ratedBySomeone(other)
    changeFramework(team, [indicatorText('A2')])
    const receipt = await merge(team, [await packageOf(other)])
    expect(receipt.packages[0]?.problems).toMatchObject([
      { code: 'unmatched-indicators', refuses: false, message: expect.stringContaining('(A1)') },
    ])
    expect(receipt.after.ratings).toBe(1)
  })

  it('refuses another study unless asked, and takes it whole when asked', async () => {
    const [team, other] = [laptop({ codes: ['A1'] }), laptop({ codes: ['B1'] })]
    ratedBySomeone(other)
    const file = await packageOf(other)
    const refused = await merge(team, [file])
    expect(codes(refused)).toEqual(['another-study'])
    expect(refused.totals).toMatchObject({ read: 6, rejected: 6, new: 0 })
    const taken = await merge(team, [file], { anotherStudy: true })
    expect(codes(taken)).toContain('another-study-taken')
    expect(taken.after.ratings).toBe(1)
  })

  it.each([
    ['another scale', { scale: 9 as const }, 'another-scale'],
    ['made-up ratings', { madeUp: true }, 'made-up'],
  ])('always refuses %s', async (_, other, code) => {
    const receipt = await merge(laptop(), [await packageOf(laptop(other))], { anotherStudy: true })
    expect(codes(receipt)).toEqual([code])
    expect(receipt.after).toEqual(receipt.before)
  })

  it('brings together by way of a third package what shares no framework version directly', async () => {
    const team = laptop({ codes: ['A1'] })
    const bridge = laptop({ codes: ['A1'] })
    bridge.store.transaction(() => loadAlso(bridge, ['B1']))
    const far = laptop({ codes: ['B1'] })
    ratedBySomeone(far)
    const packages = [await packageOf(far), await packageOf(bridge)]
    const receipt = await merge(team, packages)
    expect(receipt.packages.map(({ accepted }) => accepted)).toEqual([true, true])
  })
})

function loadAlso(workbook: Workbook, wanted: readonly string[]): void {
  const indicators = wanted.map(code => indicatorText(code))
  const framework = { title: 'Also', origin: 'file' as const, fileName: 'also.csv', indicators }
  loadFramework(workbook.store, framework, { device: workbook.device, now: workbook.clock() })
}

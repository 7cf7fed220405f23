import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { useVersion } from '../../../../engine/frameworks/versions/choose-version.ts'
import {
  currentFramework,
  versionsInUse,
} from '../../../../engine/frameworks/versions/current-version.ts'
import { editIndicator } from '../../../../engine/frameworks/versions/edit-indicator.ts'
import { listVersions } from '../../../../engine/frameworks/versions/list-versions.ts'
import { listReceipts } from '../../../../engine/packages/merge/find-receipts.ts'
import { createFromPackages, previewInOneGo } from '../../../../engine/packages/merge/in-one-go.ts'
import { requireReceipt } from '../../../../engine/packages/merge/receipts.ts'
import { consolidate } from '../../../../engine/results/consolidate.ts'
import { getTotals } from '../../../../engine/store/reports/tallies.ts'
import { verifyWorkbook } from '../../../../engine/verify/verify.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import type { IndicatorEdit } from '../../../../shared/model/framework.ts'
import { readerWithin } from '../../../helpers/reader-within.ts'
import { indicatorText, ownFolder, program } from '../../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf, rate, ratedBySomeone } from '../laptops.ts'

const inUse = ({ store }: Workbook) => currentFramework(store)
const codes = (workbook: Workbook) => inUse(workbook).indicators.map(({ code }) => code)
const firstTitle = (workbook: Workbook) => inUse(workbook).indicators[0]?.title
const setAside = ({ store }: Workbook) => listVersions(store).filter(({ isAside }) => isAside)
const sound = ({ store }: Workbook) => verifyWorkbook(store.file, program).ok

const change = (workbook: Workbook, edit: IndicatorEdit): string =>
  editIndicator(workbook, { edit, against: inUse(workbook).hash }).hash

/** Rewords the first indicator, as a facilitator would during a workshop. */
function reword(workbook: Workbook, title: string): string {
  const [first] = inUse(workbook).indicators
  if (!first) throw new Error('There is no indicator')
  const { id, ...text } = first
  return change(workbook, { kind: 'reword', indicator: id, text: { ...text, title } })
}

/** Brings into one laptop what the other has. */
const bring = async (one: Workbook, other: Workbook, framework?: string) =>
  merge(one, [await packageOf(other)], { framework })

/** A laptop where the framework was changed for its room: one reworded, one added, and the last one retired. */
function changedLaptop(): { readonly york: Workbook; readonly someone: string } {
  const york = laptop()
  const someone = ratedBySomeone(york, 2)
  reword(york, 'The words of York')
  const text = indicatorText('Y1', { title: 'What York added' })
  change(york, { kind: 'add', text, after: null })
  const added = inUse(york).indicators.at(-1)?.id ?? ''
  rate(york, someone, 5, { indicator: added, framework: inUse(york).hash })
  rate(york, someone, 4, { criterion: 'usability', framework: inUse(york).hash })
  change(york, { kind: 'retire', indicator: inUse(york).indicators[1]?.id ?? '' })
  return { york, someone }
}

/** The figures of the first round, as far as they do not say which words were seen. */
const figures = (workbook: Workbook) =>
  consolidate(workbook, { round: 1 }).indicators.map(({ code, title, retired, criteria }) => ({
    code,
    title,
    retired,
    criteria,
  }))

describe('a package with another framework version', () => {
  it('leaves the version in use as it is, and sets its own aside with its answers', async () => {
    const [team, { york }] = [laptop(), changedLaptop()]
    ratedBySomeone(team)
    const before = inUse(team).hash
    const receipt = await bring(team, york)
    expect(inUse(team).hash).toBe(before)
    expect(codes(team)).toEqual(['A1', 'A2'])
    expect(setAside(team).length).toBeGreaterThan(0)
    expect(getTotals(team.store)).toMatchObject({ ratings: 4 })
    expect(receipt.framework).toMatchObject({ ours: before, used: before, isDecided: true })
    const [account] = receipt.packages
    expect(account?.problems.map(({ code }) => code)).toContain('framework-aside')
    expect(account?.problems.map(({ message }) => message).join(' ')).toContain('1 reworded')
    expect(sound(team)).toBe(true)
  })

  it('gives the results that it would give without its change', async () => {
    const [team, plain] = [laptop(), laptop()]
    const { york } = changedLaptop()
    for (const each of [team, plain]) ratedBySomeone(each)
    const unchanged = laptop()
    const someone = ratedBySomeone(unchanged, 2)
    rate(unchanged, someone, 4, { criterion: 'usability' })
    await bring(team, york)
    await bring(plain, unchanged)
    const [first] = figures(team)
    expect(first).toEqual(figures(plain)[0])
    expect(figures(team).map(({ code, title }) => [code, title])).toEqual(
      figures(plain).map(({ code, title }) => [code, title]),
    )
  })

  it('comes to the same in any order of packages', async () => {
    const { york } = changedLaptop()
    const [leeds, hull] = [laptop(), laptop()]
    ratedBySomeone(leeds, 3)
    ratedBySomeone(hull, 5)
    reword(hull, 'The words of Hull')
    const packages = await Promise.all([york, leeds, hull].map(one => packageOf(one)))
    const outcomes = []
    for (const order of [
      [0, 1, 2],
      [2, 0, 1],
      [1, 2, 0],
    ]) {
      const team = laptop()
      for (const at of order) {
        const next = packages[at]
        if (next) await merge(team, [next])
      }
      outcomes.push({ framework: inUse(team).hash, figures: figures(team) })
    }
    expect(outcomes[1]).toEqual(outcomes[0])
    expect(outcomes[2]).toEqual(outcomes[0])
  })

  it('is asked about with its difference before anything is stored', async () => {
    const [team, { york }] = [laptop(), changedLaptop()]
    const files = [await packageOf(york)]
    const { framework } = await previewInOneGo(readerWithin, team, files)
    expect(framework?.others).toHaveLength(1)
    expect(framework?.others[0]).toMatchObject({ files: ['laptop.workbook'], ratings: 0 })
    expect(framework?.others[0]?.difference.counts).toMatchObject({
      reworded: 1,
      added: 1,
      removed: 1,
    })
    expect(listVersions(team.store)).toHaveLength(1)
  })

  it('is used where a person says so, and the earlier one can be used again', async () => {
    const [team, { york }] = [laptop(), changedLaptop()]
    const before = inUse(team).hash
    const receipt = await bring(team, york, 'theirs')
    expect(firstTitle(team)).toBe('The words of York')
    expect(codes(team)).toEqual(['A1', 'Y1'])
    expect(receipt.packages[0]?.problems.map(({ code }) => code)).toContain('framework-taken')
    expect(useVersion(team, before)).toEqual({ hash: before, isNew: true })
    expect(codes(team)).toEqual(['A1', 'A2'])
    expect(useVersion(team, before)).toEqual({ hash: before, isNew: false })
    expect(() => useVersion(team, 'f'.repeat(64))).toThrow(/no framework version/)
    expect(sound(team)).toBe(true)
  })

  it('stays aside with what its laptop makes of it later, and is not asked about twice', async () => {
    const [team, { york }] = [laptop(), changedLaptop()]
    await bring(team, york)
    expect((await bring(team, york)).framework).toBeUndefined()
    reword(york, 'Later words of York')
    expect((await bring(team, york)).framework).toBeUndefined()
    expect(setAside(team).map(({ number }) => number)).toContain(5)
    expect(firstTitle(team)).not.toContain('York')
  })

  it('is told by the beginning of its hash where several come at once', async () => {
    const [team, { york }, hull] = [laptop(), changedLaptop(), laptop()]
    const hulls = reword(hull, 'The words of Hull')
    const files = [await packageOf(york), await packageOf(hull)]
    await expect(merge(team, files, { framework: 'theirs' })).rejects.toThrow(/bring 2 versions/)
    await expect(merge(team, files, { framework: 'zz' })).rejects.toThrow(/no framework version/)
    expect(listReceipts(team.store)).toEqual([])
    await merge(team, files, { framework: hulls.slice(0, 12) })
    expect(firstTitle(team)).toBe('The words of Hull')
  })

  it('counts by the words in use where the team goes on changing its own', async () => {
    const [team, { york }] = [laptop(), changedLaptop()]
    await bring(team, york)
    reword(team, 'Words of the team')
    expect(firstTitle(team)).toBe('Words of the team')
    expect(setAside(team).length).toBeGreaterThan(0)
    expect(consolidate(team, { round: 1 }).indicators.map(({ code }) => code)).not.toContain('Y1')
    expect(sound(team)).toBe(true)
  })
})

describe('the choice of a framework version', () => {
  it('travels, so that a laptop without a choice of its own follows it', async () => {
    const [team, { york }, other] = [laptop(), changedLaptop(), laptop()]
    await bring(team, york)
    const receipt = await bring(other, team)
    expect(receipt.framework).toBeUndefined()
    expect(inUse(other).hash).toBe(inUse(team).hash)
    expect(setAside(other).map(({ hash }) => hash)).toEqual(setAside(team).map(({ hash }) => hash))
  })

  it('is open where two teams chose differently, the same on both, until somebody decides', async () => {
    const { york } = changedLaptop()
    const [one, other] = [laptop(), laptop()]
    await bring(one, york, 'ours')
    await bring(other, york, 'theirs')
    const theirs = await packageOf(other)
    const receipt = await bring(other, one)
    await merge(one, [theirs])
    expect(receipt.framework).toMatchObject({ isDecided: false })
    expect(receipt.packages[0]?.problems.map(({ code }) => code)).toContain('framework-disputed')
    expect(inUse(one).hash).toBe(inUse(other).hash)
    for (const each of [one, other]) {
      expect(versionsInUse(each.store).disputed).toHaveLength(1)
      expect(sound(each)).toBe(true)
    }
    useVersion(one, inUse(york).hash)
    expect(versionsInUse(one.store).disputed).toEqual([])
    await bring(other, one)
    expect(versionsInUse(other.store).disputed).toEqual([])
    expect(inUse(other).hash).toBe(inUse(york).hash)
  })

  it('is asked of a person on screen, who decides where two teams chose differently', async () => {
    const { york } = changedLaptop()
    const [one, other] = [laptop(), laptop()]
    await bring(one, york, 'ours')
    await bring(other, york, 'theirs')
    const receipt = await bring(one, other, 'ours')
    expect(receipt.framework).toMatchObject({ isDecided: true })
    expect(versionsInUse(one.store).disputed).toEqual([])
    expect(codes(one)).toEqual(['A1', 'A2'])
  })

  it('is kept by the receipt of the merge', async () => {
    const [team, { york }] = [laptop(), changedLaptop()]
    const { id } = await bring(team, york)
    expect(requireReceipt(team.store, id).framework).toMatchObject({ used: inUse(team).hash })
  })
})

describe('a workbook that is made of packages', () => {
  it('uses the version that most of them use, whatever their order', async () => {
    const { york } = changedLaptop()
    const plain = await Promise.all([laptop(), laptop()].map(one => packageOf(one)))
    const changed = await packageOf(york)
    for (const packages of [
      [changed, ...plain],
      [...plain, changed],
    ]) {
      const file = join(ownFolder(), 'made.sqlite')
      expect(existsSync(file)).toBe(false)
      const { workbook } = await createFromPackages(readerWithin, file, packages, program)
      onTestFinished(workbook.close)
      expect(codes(workbook)).toEqual(['A1', 'A2'])
      expect(setAside(workbook).length).toBeGreaterThan(0)
    }
  })
})

describe('framework versions of two laptops', () => {
  it('are one when both loaded the same, and ratings of both are of one indicator', async () => {
    const [one, other] = [laptop(), laptop()]
    for (const each of [one, other]) {
      reword(each, 'The same better words')
      ratedBySomeone(each)
    }
    expect((await bring(one, other)).framework).toBeUndefined()
    expect(listVersions(one.store)).toHaveLength(2)
    const [first] = consolidate(one, { round: 1 }).indicators
    expect(first?.criteria.usefulness.n).toBe(2)
    expect(sound(one)).toBe(true)
  })

  it('are not said to stand beside each other when they say the same', async () => {
    const [one, other] = [laptop(), laptop()]
    reword(one, 'Words that were dropped')
    reword(one, 'Words of both')
    reword(other, 'Words of both')
    expect((await bring(one, other)).framework).toBeUndefined()
    expect(setAside(one)).toEqual([])
  })

  it('never replace each other in a circle, though each laptop went the other way', async () => {
    const [one, other] = [laptop(), laptop()]
    reword(one, 'First words')
    reword(one, 'Second words')
    reword(other, 'Second words')
    reword(other, 'First words')
    await bring(one, other, 'theirs')
    expect(firstTitle(one)).toBe('First words')
    expect(sound(one)).toBe(true)
  })
})

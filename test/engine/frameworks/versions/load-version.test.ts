import { describe, expect, it } from 'vitest'
import {
  currentFramework,
  currentVersion,
} from '../../../../engine/frameworks/versions/current-version.ts'
import { listVersions } from '../../../../engine/frameworks/versions/list-versions.ts'
import { compareVersion, loadVersion } from '../../../../engine/frameworks/versions/load-version.ts'
import { recordRating } from '../../../../engine/ratings/record.ts'
import { getAllIndicators } from '../../../../engine/store/records/frameworks.ts'
import { getAllRatingsOf } from '../../../../engine/store/records/ratings.ts'
import { verifyWorkbook } from '../../../../engine/verify/verify.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import type { IndicatorText, VersionDecision } from '../../../../shared/model/framework.ts'
import {
  changeFramework,
  indicatorText,
  program,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../../helpers/sample-workbook.ts'

const framework = (indicators: readonly IndicatorText[]) => ({
  title: 'Second draft',
  origin: 'file' as const,
  fileName: 'second.csv',
  indicators,
})

const idsByCode = ({ store }: Workbook) =>
  new Map(currentFramework(store).indicators.map(({ code, id }) => [code, id]))

const soundly = ({ store }: Workbook) =>
  verifyWorkbook(store.file, program).checks.filter(({ ok }) => !ok)

const REWORDED = ['A1', 'A2', 'A3'].map(code =>
  indicatorText(code, code === 'A2' ? { title: 'Indicator A2 in better words' } : {}),
)

describe('loading a changed framework', () => {
  it('makes it the version in use, in which indicators keep their ids', () => {
    const workbook = sampleWorkbook()
    const before = idsByCode(workbook)
    const { hash, isNew } = changeFramework(workbook, REWORDED)
    expect(isNew).toBe(true)
    expect(currentVersion(workbook.store).hash).toBe(hash)
    expect(idsByCode(workbook)).toEqual(before)
    expect(soundly(workbook)).toEqual([])
  })

  it('leaves the version before and its ratings as they were', () => {
    const workbook = sampleWorkbook()
    const [first] = [currentFramework(workbook.store)]
    const participant = sampleParticipant(workbook, sampleWorkshop(workbook))
    recordRating(workbook, rating(participant, first.indicators[1]?.id ?? '', 4))
    const before = getAllRatingsOf(workbook.store, { participant, round: 1 })
    changeFramework(workbook, REWORDED)
    expect(getAllIndicators(workbook.store, first.hash)).toEqual(first.indicators)
    expect(getAllRatingsOf(workbook.store, { participant, round: 1 })).toEqual(before)
    expect(listVersions(workbook.store).map(({ ratings, inUse }) => [ratings, inUse])).toEqual([
      [1, false],
      [0, true],
    ])
  })

  it('stores nothing where nothing has changed', () => {
    const workbook = sampleWorkbook()
    const { hash } = currentVersion(workbook.store)
    const same = ['A1', 'A2', 'A3'].map(code => indicatorText(code))
    expect(changeFramework(workbook, same)).toEqual({ hash, isNew: false })
    expect(listVersions(workbook.store)).toHaveLength(1)
  })

  it('makes a third version of going back to the words of the first', () => {
    const workbook = sampleWorkbook()
    const first = currentVersion(workbook.store).hash
    changeFramework(workbook, REWORDED)
    const { hash, isNew } = changeFramework(
      workbook,
      ['A1', 'A2', 'A3'].map(code => indicatorText(code)),
    )
    expect(isNew).toBe(true)
    expect(hash).not.toBe(first)
    expect(currentVersion(workbook.store).hash).toBe(hash)
    expect(soundly(workbook)).toEqual([])
  })

  it('gives back its id to an indicator that was retired and comes again', () => {
    const workbook = sampleWorkbook()
    const id = idsByCode(workbook).get('A3')
    changeFramework(workbook, [indicatorText('A1'), indicatorText('A2')])
    expect(idsByCode(workbook).has('A3')).toBe(false)
    changeFramework(workbook, [indicatorText('A1'), indicatorText('A2'), indicatorText('A3')])
    expect(idsByCode(workbook).get('A3')).toBe(id)
  })

  it('refuses while a person has still to say what an indicator is', () => {
    const workbook = sampleWorkbook(['A1'])
    const recoded = [indicatorText('B1', { title: 'Indicator A1' })]
    expect(() => changeFramework(workbook, recoded)).toThrow(
      expect.objectContaining({ code: 'FRAMEWORK_UNSETTLED' }),
    )
    expect(listVersions(workbook.store)).toHaveLength(1)
    const indicator = idsByCode(workbook).get('A1') ?? ''
    changeFramework(workbook, recoded, [{ code: 'B1', means: 'same', indicator }])
    expect(idsByCode(workbook).get('B1')).toBe(indicator)
  })

  it('refuses a difference from a version that is no longer in use', () => {
    const workbook = sampleWorkbook()
    const against = currentVersion(workbook.store).hash
    changeFramework(workbook, REWORDED)
    const late = { framework: framework([indicatorText('A1')]), decisions: [], against }
    expect(() => loadVersion(workbook, late)).toThrow(
      expect.objectContaining({ code: 'FRAMEWORK_MOVED_ON' }),
    )
  })

  it('keeps where the parts of a split come from', () => {
    const workbook = sampleWorkbook(['A1'])
    const origin = idsByCode(workbook).get('A1') ?? ''
    const parts = ['A1a', 'A1b'].map(code => indicatorText(code))
    changeFramework(
      workbook,
      parts,
      parts.map(({ code }) => ({ code, means: 'split', indicator: origin })),
    )
    const [, second] = listVersions(workbook.store)
    expect(second?.counts).toMatchObject({ split: 1, added: 2, removed: 0 })
    expect([...idsByCode(workbook).values()]).not.toContain(origin)
    expect(soundly(workbook)).toEqual([])
  })
})

describe('two laptops that load the same changed framework', () => {
  const laptops = () => [sampleWorkbook(['A1']), sampleWorkbook(['A1'])] as const
  const recoded = [indicatorText('B1', { title: 'Indicator A1' }), indicatorText('C9')]
  const same = (workbook: Workbook): VersionDecision => ({
    code: 'B1',
    means: 'same',
    indicator: idsByCode(workbook).get('A1') ?? '',
  })
  const fresh: VersionDecision = { code: 'C9', means: 'new' }

  it('hold the same version and the same indicators when they decide the same', () => {
    const [one, other] = laptops()
    expect(changeFramework(one, recoded, [same(one), fresh])).toEqual(
      changeFramework(other, recoded, [same(other), fresh]),
    )
    expect(idsByCode(one)).toEqual(idsByCode(other))
  })

  it('hold two versions when they decide otherwise', () => {
    const [one, other] = laptops()
    const { hash } = changeFramework(one, recoded, [same(one), fresh])
    expect(changeFramework(other, recoded, [{ code: 'B1', means: 'new' }, fresh]).hash).not.toBe(
      hash,
    )
  })

  it('agree on what was added, though one of them loaded a draft between', () => {
    const [one, other] = laptops()
    changeFramework(one, [indicatorText('A1', { title: 'Indicator A1 in between' })])
    const added = [indicatorText('A1'), indicatorText('Z7', { title: 'Children who are heard' })]
    changeFramework(one, added)
    changeFramework(other, added)
    expect(idsByCode(one)).toEqual(idsByCode(other))
    expect(currentVersion(one.store).hash).not.toBe(currentVersion(other.store).hash)
  })
})

describe('a rating while the framework changes', () => {
  it('is kept with the words that were on screen', () => {
    const workbook = sampleWorkbook()
    const seen = currentFramework(workbook.store)
    const participant = sampleParticipant(workbook, sampleWorkshop(workbook))
    const indicator = seen.indicators[1]?.id ?? ''
    const { hash } = changeFramework(workbook, REWORDED)
    const late = { framework: seen.hash }
    expect(recordRating(workbook, rating(participant, indicator, 4, late)).framework).toBe(
      seen.hash,
    )
    expect(recordRating(workbook, rating(participant, indicator, 5)).framework).toBe(hash)
  })

  it('is kept of an indicator that was retired after it was on screen, and of no other', () => {
    const workbook = sampleWorkbook()
    const seen = currentFramework(workbook.store)
    const participant = sampleParticipant(workbook, sampleWorkshop(workbook))
    const indicator = seen.indicators[2]?.id ?? ''
    changeFramework(workbook, [indicatorText('A1'), indicatorText('A2')])
    const late = rating(participant, indicator, 4, { framework: seen.hash })
    expect(recordRating(workbook, late).framework).toBe(seen.hash)
    expect(() => recordRating(workbook, rating(participant, indicator, 4))).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_INDICATOR' }),
    )
  })
})

describe('comparing a changed framework', () => {
  it('stores nothing, and says what has ratings', () => {
    const workbook = sampleWorkbook()
    const { hash, indicators } = currentFramework(workbook.store)
    const participant = sampleParticipant(workbook, sampleWorkshop(workbook))
    const id = indicators[0]?.id ?? ''
    recordRating(workbook, rating(participant, id, 4))
    const { against, ratings, difference } = compareVersion(workbook.store, REWORDED, [])
    expect(against).toBe(hash)
    expect(ratings).toEqual({ [id]: 1 })
    expect(difference.counts).toMatchObject({ reworded: 1, unchanged: 2 })
    expect(listVersions(workbook.store)).toHaveLength(1)
  })
})

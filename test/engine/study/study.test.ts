import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { createFromPackages } from '../../../engine/packages/merge/in-one-go.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { openRound } from '../../../engine/rounds/open-round.ts'
import { appendRating } from '../../../engine/store/records/ratings.ts'
import { nameLaptop, readLaptops } from '../../../engine/study/laptops.ts'
import { findNaming } from '../../../engine/study/naming.ts'
import { planOf, setPlan } from '../../../engine/study/plans.ts'
import { readStudy } from '../../../engine/study/state.ts'
import { lastSent, noteWrittenFile } from '../../../engine/study/written-files.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { addWorkshop } from '../../../engine/workshops/workshops.ts'
import { laptopsWords, outstandingWords } from '../../../shared/messages/whole-study.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import { readerWithin } from '../../helpers/reader-within.ts'
import { ownFolder, program, rating, sampleParticipant } from '../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf } from '../packages/laptops.ts'

const study = (workbook: Workbook, seconds?: number) =>
  readStudy(workbook, { seconds, underWay: [] })

const BRADFORD = ['Bradford 1', 'Bradford 2']
const CODES = Array.from({ length: 12 }, (_, at) => `A${at + 1}`)

/** The team's laptop with a planned workshop, and its set-up. */
async function planned() {
  const team = laptop({ codes: CODES })
  const groups = ['ADCS', 'Ofsted']
  const workshop = addWorkshop(team, {
    title: 'Bradford',
    date: '2026-03-09',
    venue: '',
    groups,
  }).id
  setPlan(team, { workshop, plan: { laptops: BRADFORD, targets: { ADCS: 2 } } })
  return { team, workshop, setUp: await packageOf(team, { setup: true }) }
}

/** A laptop that opened the set-up and was named. */
async function setUpAs(name: string, setUp: Awaited<ReturnType<typeof packageOf>>) {
  const file = join(ownFolder(), 'laptop.sqlite')
  const { workbook } = await createFromPackages(readerWithin, file, [setUp], program)
  onTestFinished(workbook.close)
  nameLaptop(workbook, { name })
  return workbook
}

/** Somebody who answers everything, `seconds` after each other. */
function answers(
  workbook: Workbook,
  workshop: string,
  level: (at: number) => number,
  seconds = 20,
) {
  const person = sampleParticipant(workbook, workshop)
  const start = Date.parse('2026-03-09T10:00:00.000Z')
  let at = 0
  for (const { id } of currentFramework(workbook.store).indicators) {
    for (const criterion of CRITERIA) {
      const { answer, ...asked } = rating(person, id, level(at), { criterion })
      const recordedAt = new Date(start + at * seconds * 1000).toISOString()
      const { device } = workbook
      const framework = currentFramework(workbook.store).hash
      const record = { ...asked, answer, framework, recordedAt, device }
      workbook.store.transaction(() => appendRating(workbook.store, { ...record, entry: 'screen' }))
      at++
    }
  }
  return person
}

describe('the state of a study', () => {
  it('names the laptops that are outstanding, and has all of them once the last came back', async () => {
    const { team, workshop, setUp } = await planned()
    const [one, two] = [await setUpAs('Bradford 1', setUp), await setUpAs('bradford 2', setUp)]
    const before = study(team).rows[0]
    expect(before && outstandingWords(before)).toBe('outstanding: Bradford 1, Bradford 2')
    answers(one, workshop, () => 4)
    await merge(team, [await packageOf(one)])
    const between = study(team).rows[0]
    expect(between && laptopsWords(between)).toBe('1 of 2 laptops')
    expect(between && outstandingWords(between)).toBe('outstanding: Bradford 2')
    // Nobody came to the second laptop, and it is back all the same.
    await merge(team, [await packageOf(two)])
    const after = study(team).rows[0]
    expect(after && laptopsWords(after)).toBe('2 of 2 laptops')
    expect(after).toMatchObject({
      people: 1,
      held: { from: '2026-03-09T10:00:00.000Z' },
      groups: [
        { group: 'ADCS', people: 1, target: 2 },
        { group: 'Ofsted', people: 0, target: null },
      ],
      rounds: [{ round: 1, finished: 1, asked: 1, stopped: 0 }],
      laptops: { outstanding: [] },
    })
    expect(after?.lastPackage?.receipt).toBeDefined()
  })

  it('counts a laptop that nobody planned beside those that were', async () => {
    const { team, workshop, setUp } = await planned()
    const other = await setUpAs('Borrowed', setUp)
    answers(other, workshop, () => 4)
    await merge(team, [await packageOf(other)])
    const [row] = study(team).rows
    expect(row && laptopsWords(row)).toBe('0 of 2 laptops, and 1 more')
    expect(row?.laptops.back).toMatchObject([{ name: 'Borrowed' }])
  })

  it('has plans and names travel with a package, and finds the workbook sound', async () => {
    const { workshop, setUp } = await planned()
    const one = await setUpAs('Bradford 1', setUp)
    expect(planOf(one.store, workshop)).toEqual({ laptops: BRADFORD, targets: { ADCS: 2 } })
    const receipt = await merge(laptop({ codes: CODES }), [await packageOf(one)], {
      anotherStudy: true,
    })
    expect(receipt.packages[0]?.source?.laptop).toBe('Bradford 1')
    expect(verifyWorkbook(one.store.file, program).ok).toBe(true)
  })

  it('holds to both plans where two teams planned one workshop', async () => {
    const { team, workshop, setUp } = await planned()
    const other = await setUpAs('Office', setUp)
    setPlan(team, { workshop, plan: { laptops: ['Bradford 1'], targets: { ADCS: 5 } } })
    setPlan(other, { workshop, plan: { laptops: ['Bradford 3'], targets: { ADCS: 3, Ofsted: 1 } } })
    await merge(team, [await packageOf(other)])
    expect(planOf(team.store, workshop)).toEqual({
      laptops: ['Bradford 1', 'Bradford 3'],
      targets: { ADCS: 5, Ofsted: 1 },
    })
  })

  it('keeps the name that a laptop gave itself over one that somebody else gave it', async () => {
    const { team, setUp } = await planned()
    const one = await setUpAs('Bradford 1', setUp)
    await merge(team, [await packageOf(one)])
    nameLaptop(one, { name: 'Bradford 2' })
    nameLaptop(team, { laptop: one.device, name: 'Spare' })
    await merge(team, [await packageOf(one)])
    expect(readLaptops(team.store)(one.device).name).toBe('Bradford 2')
  })

  it('offers a laptop the names of the plan that no other laptop has', async () => {
    const { team, setUp } = await planned()
    const one = await setUpAs('Bradford 1', setUp)
    expect(findNaming(one)).toMatchObject({ laptop: { name: 'Bradford 1' }, offered: BRADFORD })
    await merge(team, [await packageOf(one)])
    expect(findNaming(team)).toMatchObject({
      laptop: { name: null },
      offered: ['Bradford 2'],
    })
    expect(findNaming(team).laptops).toContainEqual({
      ...readLaptops(team.store)(one.device),
      name: 'Bradford 1',
    })
    expect(findNaming(team).laptops).toContainEqual(readLaptops(team.store)(team.device))
  })

  it('lists refused packages until a later one of the laptop makes up for them', async () => {
    const { team, workshop, setUp } = await planned()
    const one = await setUpAs('Bradford 1', setUp)
    answers(one, workshop, () => 4)
    const good = await packageOf(one)
    const otherScale = laptop({ codes: CODES, scale: 9 })
    await merge(team, [await packageOf(otherScale), await packageOf(laptop({ codes: CODES }))])
    const [missing] = study(team).left.packages
    expect(missing?.why).toMatch(/on a scale of 9 levels/)
    await merge(team, [good])
    expect(study(team).left.packages).toHaveLength(1)
  })
})

describe('a round that is over', () => {
  it('says who stopped in the middle of it, and who was asked for the next', async () => {
    const { team, workshop } = await planned()
    const [first, second] = currentFramework(team.store).indicators
    answers(team, workshop, () => 4)
    const stopped = sampleParticipant(team, workshop)
    recordRating(team, rating(stopped, first?.id ?? '', 4))
    expect(study(team).rows[0]?.rounds).toEqual([{ round: 1, finished: 1, asked: 2, stopped: 0 }])
    openRound(team, { workshop, indicators: [second?.id ?? ''], unfinished: 'move on' })
    expect(study(team).rows[0]?.rounds).toMatchObject([
      { round: 1, finished: 1, asked: 2, stopped: 1 },
      { round: 2, finished: 0, stopped: 0 },
    ])
  })
})

describe('the signs of poor quality', () => {
  it('are answers all at one level, and faster than the seconds that were chosen', async () => {
    const { team, workshop } = await planned()
    answers(team, workshop, () => 3)
    answers(team, workshop, at => (at % 5) + 1, 1)
    const found = study(team).flags.map(sign => [sign.flag, 'name' in sign && sign.name])
    expect(found).toEqual([
      ['same answer', 'P01'],
      ['too fast', 'P02'],
    ])
    expect(study(team, 1).flags).toHaveLength(1)
    expect(study(team, 100).flags).toHaveLength(3)
  })

  it('are not told of a workshop that is rating', async () => {
    const { team, workshop } = await planned()
    answers(team, workshop, () => 3)
    expect(readStudy(team, { underWay: [workshop] }).flags).toEqual([])
  })

  it('are more than 30 % don’t know, and not of somebody who said little', async () => {
    const { team, workshop } = await planned()
    const [first] = currentFramework(team.store).indicators
    const person = sampleParticipant(team, workshop)
    recordRating(team, rating(person, first?.id ?? '', { kind: 'dont_know' }))
    expect(study(team).flags).toEqual([])
    const { indicators } = currentFramework(team.store)
    for (const { id } of indicators) recordRating(team, rating(person, id, { kind: 'dont_know' }))
    expect(study(team, 0).flags).toMatchObject([{ flag: 'dont know', value: 1, answers: 12 }])
  })
})

describe('what was sent', () => {
  it('is the last package with the workshop, and no set-up', async () => {
    const { team, workshop } = await planned()
    expect(lastSent(team.store, workshop)).toBeNull()
    const file = { format: 'workbook', name: 'a.workbook', release: null }
    noteWrittenFile(team, { ...file, kind: 'setup', workshops: null })
    noteWrittenFile(team, { ...file, kind: 'package', workshops: ['another'] })
    expect(lastSent(team.store, workshop)).toBeNull()
    noteWrittenFile(team, { ...file, kind: 'package', workshops: [workshop] })
    expect(lastSent(team.store, workshop)).toMatchObject({ file: 'a.workbook' })
  })
})

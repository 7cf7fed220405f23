import { copyFileSync, existsSync, readdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { exampleFramework } from '../../../engine/frameworks/example/example-framework.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { laptopTag } from '../../../engine/people/laptop-tag.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { addSyntheticRatings } from '../../../engine/ratings/synthetic/synthetic-ratings.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { openLibrary } from '../../../engine/workbooks/library.ts'
import { createWorkbook, openWorkbook } from '../../../engine/workbooks/open.ts'
import { changeScale, workbookInfo } from '../../../engine/workbooks/workbook.ts'
import { addParticipant, nextCode } from '../../../engine/workshops/participants.ts'
import {
  indicatorText,
  ownFolder,
  program,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'

const framework = {
  title: 'F',
  origin: 'file',
  fileName: 'f.csv',
  indicators: [indicatorText('A1')],
} as const
const content = { title: 'Spring tests', scale: 5, madeUp: false, framework } as const

describe('a new workbook', () => {
  it('is never written over a file that is there', () => {
    const file = join(ownFolder(), 'taken.sqlite')
    writeFileSync(file, 'mine')
    expect(() => createWorkbook(file, content, program)).toThrow(
      expect.objectContaining({ code: 'WORKBOOK_EXISTS' }),
    )
  })

  it('leaves nothing behind when its making fails', () => {
    const file = join(ownFolder(), 'fails.sqlite')
    const twice = { ...framework, indicators: [indicatorText('A1'), indicatorText('A1')] }
    expect(() => createWorkbook(file, { ...content, framework: twice }, program)).toThrow()
    expect(readdirSync(dirname(file))).toEqual([])
  })

  it('keeps its device when it is renamed and begins a new one when it is copied', () => {
    const folder = ownFolder()
    const made = createWorkbook(join(folder, 'a.sqlite'), content, program)
    made.close()
    renameSync(join(folder, 'a.sqlite'), join(folder, 'b.sqlite'))
    const renamed = openWorkbook(join(folder, 'b.sqlite'), program)
    renamed.close()
    copyFileSync(join(folder, 'b.sqlite'), join(folder, 'c.sqlite'))
    const copied = openWorkbook(join(folder, 'c.sqlite'), program)
    copied.close()
    expect(renamed.device).toBe(made.device)
    expect(copied.device).not.toBe(made.device)
  })

  it('gives two laptops that load the same framework the same hash and indicators', () => {
    const [one, two] = [sampleWorkbook(), sampleWorkbook()]
    expect(workbookInfo(one).frameworks[0]?.hash).toBe(workbookInfo(two).frameworks[0]?.hash)
    expect(one.id).not.toBe(two.id)
  })
})

describe('participants', () => {
  it('get codes of their laptop that go on from the highest in the whole workbook', () => {
    const workbook = sampleWorkbook()
    const [first, second] = [sampleWorkshop(workbook), sampleWorkshop(workbook)]
    const codes = [first, first, second].map(
      workshop => addParticipant(workbook, { workshop, group: 'Ofsted' }).code,
    )
    const laptop = laptopTag(workbook.device)
    expect(codes).toEqual([`${laptop}-01`, `${laptop}-02`, `${laptop}-03`])
    expect(nextCode('KUB', ['KUB-99', 'KUB-7x', 'KUB-100'])).toBe('KUB-101')
  })

  it('are refused in a group that the workshop does not have, and under a code that is taken', () => {
    const workbook = sampleWorkbook()
    const workshop = sampleWorkshop(workbook)
    sampleParticipant(workbook, workshop)
    expect(() => addParticipant(workbook, { workshop, group: 'Treasury' })).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_GROUP' }),
    )
    expect(() => addParticipant(workbook, { workshop, group: 'ADCS', code: 'p01' })).toThrow(
      expect.objectContaining({ code: 'PARTICIPANT_CODE_TAKEN' }),
    )
  })
})

describe('a library', () => {
  it('lists its workbooks, names what it cannot read, and leaves other files alone', () => {
    const folder = join(ownFolder(), 'library')
    const library = openLibrary(folder, program)
    const made = library.create(content)
    library.create(content)
    writeFileSync(join(folder, 'notes.txt'), 'not ours')
    writeFileSync(join(folder, 'broken.sqlite'), 'no workbook')
    const { workbooks, unreadable } = library.list()
    expect(workbooks.map(({ title }) => title)).toEqual(['Spring tests', 'Spring tests'])
    expect(unreadable.map(({ file }) => file)).toEqual(['broken.sqlite'])
    expect(library.require(made.id).title).toBe('Spring tests')
    expect(existsSync(join(folder, 'spring-tests-2.sqlite'))).toBe(true)
    library.close()
  })

  it('shows a copy of a workbook as a copy instead of opening it twice', () => {
    const folder = ownFolder()
    const library = openLibrary(folder, program)
    library.create(content)
    library.close()
    copyFileSync(join(folder, 'spring-tests.sqlite'), join(folder, 'z-copy.sqlite'))
    const again = openLibrary(folder, program)
    expect(again.list().workbooks).toHaveLength(1)
    expect(again.list().unreadable).toEqual([
      {
        file: 'z-copy.sqlite',
        message:
          'z-copy.sqlite is a copy of the workbook “Spring tests”. All that is in it is in spring-tests.sqlite too.',
        backup: null,
      },
    ])
    again.close()
  })

  it('does not know a workbook that is not in it', () => {
    const library = openLibrary(ownFolder(), program)
    expect(() => library.require('0199d0a0-0000-7000-8000-000000000000')).toThrow(
      expect.objectContaining({ code: 'UNKNOWN_WORKBOOK' }),
    )
    library.close()
  })
})

describe('the example with made-up ratings', () => {
  it('is marked as made up and has the wanted size, the same for the same seed', () => {
    const sizes = [1, 2].map(() => {
      const file = join(ownFolder(), 'example.sqlite')
      const workbook = createWorkbook(
        file,
        { ...content, madeUp: true, framework: exampleFramework() },
        program,
      )
      addSyntheticRatings(workbook, { workshops: 2, participants: 5, seed: 7 })
      const { madeUp, workshops, participants, ratings, conflicts } = workbookInfo(workbook)
      workbook.close()
      return { madeUp, workshops, participants, ratings, conflicts }
    })
    expect(sizes[0]).toMatchObject({ madeUp: true, workshops: 2, participants: 10, conflicts: 0 })
    expect(sizes[0]?.ratings).toBeGreaterThan(1000)
    expect(sizes[0]).toEqual(sizes[1])
  })
})

describe('the scale of a workbook', () => {
  it('can be another one until the first rating, which is then given on it', () => {
    const workbook = sampleWorkbook()
    const person = sampleParticipant(workbook, sampleWorkshop(workbook))
    const indicator = currentFramework(workbook.store).indicators[0]?.id ?? ''
    expect(() => recordRating(workbook, rating(person, indicator, 8))).toThrow(/not a level/)
    changeScale(workbook, 9)
    expect(workbookInfo(workbook).scale).toBe(9)
    recordRating(workbook, rating(person, indicator, 8))
    expect(consolidate(workbook, { round: 1 })).toMatchObject({ levels: 9 })
  })

  it('stays as it is once anybody has rated, even if they took it back', () => {
    const workbook = sampleWorkbook()
    const person = sampleParticipant(workbook, sampleWorkshop(workbook))
    const indicator = currentFramework(workbook.store).indicators[0]?.id ?? ''
    recordRating(workbook, rating(person, indicator, 4))
    recordRating(workbook, rating(person, indicator, { kind: 'none' }))
    expect(() => changeScale(workbook, 9)).toThrow(
      expect.objectContaining({ code: 'SCALE_IN_USE', data: { ratings: 2 } }),
    )
    expect(workbook.scale.length).toBe(5)
  })
})

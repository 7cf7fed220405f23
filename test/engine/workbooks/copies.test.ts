import { copyFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { openLibrary } from '../../../engine/workbooks/library.ts'
import { createWorkbook, openWorkbook } from '../../../engine/workbooks/open.ts'
import { workbookInfo } from '../../../engine/workbooks/workbook.ts'
import {
  indicatorText,
  ownFolder,
  program,
  rating,
  sampleParticipant,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'
import { startEngineOver } from '../../helpers/test-engine.ts'

const framework = {
  title: 'F',
  origin: 'file',
  fileName: 'f.csv',
  indicators: [indicatorText('A1'), indicatorText('A2')],
} as const

/** A library with a workbook in which somebody rated, as Explorer would name its copy. */
function libraryWithCopy() {
  const folder = ownFolder()
  const [spring, copy] = ['spring.sqlite', 'spring - Copy.sqlite'].map(file => join(folder, file))
  if (!spring || !copy) throw new Error('There are two names.')
  const content = { title: 'Spring', scale: 5, madeUp: false, framework } as const
  const workbook = createWorkbook(spring, content, program)
  const person = sampleParticipant(workbook, sampleWorkshop(workbook))
  workbook.close()
  copyFileSync(spring, copy)
  return { folder, spring, copy, person, id: workbook.id }
}

/** Has a person rate an indicator in a file. */
function rate(file: string, person: string, at: number, level = 4): void {
  const workbook = openWorkbook(file, program)
  const indicator = currentFramework(workbook.store).indicators[at]?.id ?? ''
  recordRating(workbook, rating(person, indicator, level))
  workbook.close()
}

describe('a copy beside a workbook', () => {
  it('does not take its place, though its name comes first and whichever was written last', () => {
    const { folder, spring, person, id } = libraryWithCopy()
    rate(spring, person, 0)
    const library = openLibrary(folder, program)
    expect(library.list().unreadable).toEqual([
      {
        file: 'spring - Copy.sqlite',
        message:
          'spring - Copy.sqlite is a copy of the workbook “Spring”. All that is in it is in spring.sqlite too.',
        backup: null,
      },
    ])
    expect(library.require(id).store.file).toBe(spring)
    library.close()
  })

  it('is the workbook itself where it holds what the other one lacks', () => {
    const { folder, copy, person, id } = libraryWithCopy()
    rate(copy, person, 0)
    const library = openLibrary(folder, program)
    expect(library.require(id).store.file).toBe(copy)
    expect(library.list().unreadable.map(({ file }) => file)).toEqual(['spring.sqlite'])
    library.close()
  })

  it('leaves the original open where both are alike', () => {
    const { folder, spring, id } = libraryWithCopy()
    const library = openLibrary(folder, program)
    expect(library.require(id).store.file).toBe(spring)
    library.close()
  })

  it('is told apart, with neither opened, where each has something of its own', () => {
    const { folder, spring, copy, person, id } = libraryWithCopy()
    rate(spring, person, 0)
    rate(copy, person, 1)
    rate(copy, person, 1, 5)
    const library = openLibrary(folder, program)
    const { apart, workbooks } = library.list()
    expect(workbooks).toEqual([])
    expect(apart).toMatchObject([{ workbook: id, title: 'Spring' }])
    expect(apart[0]?.files.map(({ file }) => file)).toEqual([
      'spring - Copy.sqlite',
      'spring.sqlite',
    ])
    expect(() => library.require(id)).toThrow(/no longer in the library/)
    library.close()
  })

  it('is brought together with it on request, after which nothing said in either is missing', async () => {
    const { folder, spring, copy, person, id } = libraryWithCopy()
    rate(spring, person, 0)
    rate(copy, person, 1)
    const before = readdirSync(folder)
    const engine = startEngineOver(folder)
    const client = createRouterClient(engine.router)
    expect(await client.library.joinCopies({ workbook: id })).toMatchObject({ ratings: 2 })
    const { apart, workbooks, unreadable } = await client.library.list()
    expect(apart).toEqual([])
    expect(workbooks).toHaveLength(1)
    expect(unreadable).toHaveLength(1)
    engine.close()
    expect(
      readdirSync(folder)
        .filter(file => !file.endsWith('.pem') && !['backups', 'log'].includes(file))
        .toSorted(),
    ).toEqual(before.toSorted())
  })

  it('that is deleted takes nothing with it', () => {
    const { folder, spring, copy, person, id } = libraryWithCopy()
    for (const level of [1, 2, 3]) rate(spring, person, 0, level)
    const library = openLibrary(folder, program)
    recordRating(library.require(id), rating(person, firstIndicator(library.require(id)), 5))
    library.close()
    rmSync(copy)
    const again = openLibrary(folder, program)
    expect(workbookInfo(again.require(id)).ratingRecords).toBe(4)
    again.close()
  })
})

const firstIndicator = (workbook: ReturnType<typeof openWorkbook>): string =>
  currentFramework(workbook.store).indicators[0]?.id ?? ''

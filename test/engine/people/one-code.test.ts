import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import { writeExport } from '../../../engine/exports/write-export.ts'
import { forkReader } from '../../../engine/files/reader-process.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { createFromPackages } from '../../../engine/packages/merge/in-one-go.ts'
import { describeParticipants } from '../../../engine/people/describe.ts'
import { findParticipants } from '../../../engine/people/find.ts'
import { laptopTag } from '../../../engine/people/laptop-tag.ts'
import { ratingsBehind } from '../../../engine/provenance/trace.ts'
import { enterRatings } from '../../../engine/ratings/data-entry/enter-ratings.ts'
import { listRatings } from '../../../engine/ratings/record.ts'
import { listProgress } from '../../../engine/rounds/standings.ts'
import { getAllWorkshops } from '../../../engine/store/records/workshops.ts'
import { getTotals } from '../../../engine/store/reports/tallies.ts'
import { requireConfirmation, withdraw } from '../../../engine/withdrawal/withdraw.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { addParticipant, correctParticipant } from '../../../engine/workshops/participants.ts'
import { readerWithin } from '../../helpers/reader-within.ts'
import { program } from '../../helpers/sample-workbook.ts'
import { type TempFolder, tempFolder } from '../../helpers/temp-folder.ts'
import { threeLaptops } from '../../helpers/three-laptops.ts'

/** Three laptops set up from one package, each of which called its people P01 and P02, as laptops used to. */
describe('people of one code, from laptops that were set up from one package', () => {
  let folder: TempFolder
  let workbook: Workbook
  let workshop: string
  let number = 0
  let packages: readonly string[]

  beforeAll(async () => {
    folder = tempFolder()
    packages = (await threeLaptops(folder.path, ['P01', 'P02'])).packages
  })
  afterAll(() => folder[Symbol.dispose]())

  /** A workbook into which all three were brought. */
  async function merged(): Promise<void> {
    const made = await createFromPackages(
      readerWithin,
      folder.file(`merged-${++number}.sqlite`),
      packages.map(path => ({ path, name: path })),
      program,
    )
    workbook = made.workbook
    workshop = getAllWorkshops(workbook.store)[0]?.id ?? ''
  }

  const people = () => listProgress(workbook.store, { workshop })
  const firstOnes = () => people().filter(({ code }) => code === 'P01')

  async function keyIn(...lines: readonly string[]) {
    const path = folder.file('keyed-in.csv')
    const headings = 'participant,group,indicator,criterion,round,answer'
    writeFileSync(path, [headings, ...lines].join('\n'))
    return await enterRatings(forkReader(), workbook, workshop, { path, name: 'keyed-in.csv' })
  }

  it('are as many people as there are, with names that tell them apart, on every page', async () => {
    await merged()
    expect(
      people()
        .map(({ code }) => code)
        .toSorted(),
    ).toEqual([...['P01', 'P01', 'P01', 'P02', 'P02', 'P02']])
    const names = people().map(({ name }) => name)
    expect(new Set(names).size).toBe(6)
    for (const name of names) expect(name).toMatch(/^P0[12] \(laptop [A-Z]{3}\)$/)
    const [indicator] = currentFramework(workbook.store).indicators
    const behind = ratingsBehind(workbook, {
      ...{ indicator: indicator?.id ?? '', criterion: 'usefulness', round: 1 },
    })
    expect(behind.map(({ name }) => name).toSorted()).toEqual(names.toSorted())
    workbook.close()
  })

  it('are told apart in every table of every format, by a name and by an id', async () => {
    await merged()
    const names = people().map(({ name }) => name)
    const ids = people().map(({ id }) => id)
    const write = async (format: 'csv' | 'xlsx') => {
      const path = folder.file(`out-${number}.${format}`)
      await writeExport(workbook, { format, scope: { round: 1 } }, { path, name: 'out' })
      return read(readFileSync(path))
    }
    const csv = (await write('csv')).Sheets
    const book = (await write('xlsx')).Sheets
    for (const sheet of [Object.values(csv)[0], book.Ratings, book.Participants]) {
      const rows = utils.sheet_to_json<Record<string, string>>(sheet ?? {})
      expect([...new Set(rows.map(row => row.participant))].toSorted()).toEqual(names.toSorted())
      expect([...new Set(rows.map(row => row.participant_id))].toSorted()).toEqual(ids.toSorted())
    }
    workbook.close()
  })

  it('are never confused by a late sheet of paper: it is refused until it says whose it is', async () => {
    await merged()
    const before = getTotals(workbook.store)
    const refused: unknown = await keyIn('P01,ADCS,A1,usefulness,1,5').catch(error => error)
    expect(refused).toMatchObject({
      code: 'RATINGS_REFUSED',
      data: {
        problems: [
          {
            cell: 'A2',
            code: 'ambiguous-participant',
            data: { text: 'P01', people: firstOnes().map(({ name, id }) => ({ name, id })) },
          },
        ],
      },
    })
    expect(getTotals(workbook.store)).toEqual(before)

    const [one, other, third] = firstOnes()
    const [a1] = currentFramework(workbook.store).indicators
    const levels = () =>
      firstOnes().map(({ id }) => {
        const [first] = listRatings(workbook.store, { participant: id, round: 1 }).filter(
          ({ indicator, criterion }) => indicator === a1?.id && criterion === 'usefulness',
        )
        return first?.answer
      })
    const [was] = levels()
    expect(levels()).toEqual([was, was, was])
    const laptop = /laptop (?<tag>...)/.exec(other?.name ?? '')?.groups?.tag ?? ''
    const done = await keyIn(
      `${third?.id},ADCS,A1,usefulness,1,4`,
      `p01 ${laptop.toLowerCase()},ADCS,A1,usefulness,1,5`,
      `"${other?.name}",ADCS,A1,usefulness,1,5`,
    )
    expect(done).toMatchObject({
      participants: { added: 0, known: 2 },
      ratings: { changed: 2, repeated: 1 },
    })
    expect(levels()).toEqual([was, { kind: 'level', level: 5 }, { kind: 'level', level: 4 }])
    expect(one?.id).toBe(firstOnes()[0]?.id)
    workbook.close()
  })

  it('are not joined by somebody new when a sheet names a laptop or an id that is nobody’s', async () => {
    await merged()
    const before = getTotals(workbook.store)
    const tags = people().map(({ name }) => name.slice(-4, -1))
    const other = ['KUB', 'NAV', 'ZOL', 'REM'].find(tag => !tags.includes(tag)) ?? ''
    for (const text of [`P01 (laptop ${other})`, `P01 ${other}`, workbook.device]) {
      await expect(keyIn(`${text},ADCS,A1,usefulness,1,5`)).rejects.toMatchObject({
        data: { problems: [{ code: 'unknown-participant', data: { text } }] },
      })
    }
    expect(getTotals(workbook.store)).toEqual(before)
    workbook.close()
  })

  it('withdraw one at a time: found by code all, and one by the code with the laptop or the id', async () => {
    await merged()
    const [one, other, third] = firstOnes()
    if (!one || !other || !third) throw new Error('There are three.')
    const found = (words: string) => findParticipants(workbook.store, words).map(({ id }) => id)
    expect(found('P01').toSorted()).toEqual([one.id, other.id, third.id].toSorted())
    expect(found(other.name)).toEqual([other.id])
    expect(found(other.name.replace(/[()]|laptop /g, '').toLowerCase())).toEqual([other.id])
    expect(found(third.id)).toEqual([third.id])
    // Of the code alone it is not known whose it is.
    expect(() => requireConfirmation(workbook.store, other.id, 'P01')).toThrow(/neither the name/)
    requireConfirmation(workbook.store, other.id, other.name)
    const described = describeParticipants(workbook.store, findParticipants(workbook.store, 'P01'))
    expect(new Set(described.map(({ name, laptop }) => `${name} ${laptop}`)).size).toBe(3)
    expect(described.every(({ ratings, from, to }) => ratings > 0 && from && to)).toBe(true)
    withdraw(workbook, other.id)
    expect(firstOnes().map(({ id }) => id)).toEqual([one.id, third.id])
    withdraw(workbook, third.id)
    expect(firstOnes()).toMatchObject([{ id: one.id, code: 'P01', name: 'P01' }])
    workbook.close()
  })

  it('have names of their own even where laptops of one name gave one code', async () => {
    await merged()
    const [one] = firstOnes()
    const here = addParticipant(workbook, { workshop, group: 'ADCS', code: 'S1' })
    const again = addParticipant(workbook, { workshop, group: 'ADCS', code: 'S2' })
    // Two workshops of one laptop may have one code each, and a laptop may be a clone of another.
    const second = { ...again, code: 's1' }
    workbook.store.prepare('DROP TRIGGER participant_record_stays').run({})
    workbook.store
      .prepare<{ id: string; code: string }>(
        'UPDATE participant_record SET code = @code WHERE id = @id',
      )
      .run({ id: second.id, code: second.code })
    const names = people().map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const laptop = laptopTag(workbook.device)
    expect(names).toContain(`S1 (laptop ${laptop}, ${here.id.slice(-4)})`)
    for (const { id, name } of people()) {
      expect(findParticipants(workbook.store, name).map(each => each.id)).toEqual([id])
    }
    expect(() =>
      correctParticipant(workbook, {
        ...{ participant: here.id, group: 'ADCS' },
        code: one?.name ?? '',
      }),
    ).toThrow(expect.objectContaining({ code: 'PARTICIPANT_CODE_TAKEN' }))
    workbook.close()
  })
})

describe('the codes that laptops make', () => {
  it('differ from laptop to laptop, so that people of one set-up package never meet under one', async () => {
    using folder = tempFolder()
    const { packages } = await threeLaptops(folder.path)
    const { workbook } = await createFromPackages(
      readerWithin,
      folder.file('merged.sqlite'),
      packages.map(path => ({ path, name: path })),
      program,
    )
    const [workshop] = getAllWorkshops(workbook.store)
    const people = listProgress(workbook.store, { workshop: workshop?.id ?? '' })
    expect(people).toHaveLength(6)
    expect(new Set(people.map(({ name }) => name)).size).toBe(6)
    for (const { code } of people) expect(code).toMatch(/^[BDFGHJKLMNPRSTVWYZ][AEIOU][A-Z]-0[12]$/)
    workbook.close()
  })

  it('begin with the same syllable for one laptop everywhere, and with few syllables for two', () => {
    const devices = Array.from({ length: 300 }, (_, place) => `device ${place}`)
    const tags = devices.map(laptopTag)
    expect(devices.map(laptopTag)).toEqual(tags)
    expect(new Set(tags).size).toBeGreaterThan(230)
    for (const tag of tags) expect(tag).toMatch(/^[BDFGHJKLMNPRSTVWYZ][AEIOU][BDFGKLMNPRSTVXZ]$/)
  })
})

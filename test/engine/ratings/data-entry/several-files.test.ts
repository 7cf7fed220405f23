import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rememberReading } from '../../../../engine/files/spreadsheet/read-spreadsheet.ts'
import { DEFAULT_LIMITS } from '../../../../engine/files/spreadsheet/spreadsheet.ts'
import { checkEntries } from '../../../../engine/ratings/data-entry/check-entry.ts'
import { storeReadings } from '../../../../engine/ratings/data-entry/enter-ratings.ts'
import { listRatings } from '../../../../engine/ratings/record.ts'
import { getAllParticipants } from '../../../../engine/store/records/workshops.ts'
import { ratingProblemMessage } from '../../../../shared/messages/data-entry/problems.ts'
import type { RatingsOutcome } from '../../../../shared/model/data-entry.ts'
import { readerWithin } from '../../../helpers/reader-within.ts'
import { sampleWorkbook, sampleWorkshop } from '../../../helpers/sample-workbook.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'

const HEADINGS = 'participant,group,indicator,criterion,answer,comment'

function workshopOf() {
  const workbook = sampleWorkbook()
  return { workbook, workshop: sampleWorkshop(workbook) }
}

/** Reads files by their names, each a list of rows under the usual headings. */
async function read(files: Readonly<Record<string, readonly string[]>>) {
  using folder = tempFolder()
  const reader = rememberReading(readerWithin, DEFAULT_LIMITS)
  return await Promise.all(
    Object.entries(files).map(async ([name, rows]) => {
      const path = folder.file(name)
      writeFileSync(path, [HEADINGS, ...rows].join('\n'))
      return { name, reading: await reader(path), choices: {} }
    }),
  )
}

const problemsOf = (outcome: RatingsOutcome | undefined): readonly string[] =>
  outcome && 'problems' in outcome
    ? outcome.problems.map(problem => `${problem.cell} ${ratingProblemMessage(problem)}`)
    : []

describe('files of ratings that come together', () => {
  it('say one answer once, add a person once, and are stored as they were counted', async () => {
    const { workbook, workshop } = workshopOf()
    const files = await read({
      'd1.csv': ['D1,ADCS,A1,usefulness,4,', 'D1,ADCS,A2,usefulness,5,'],
      'd1 again.csv': ['d1,ADCS,A1,usefulness,4,', 'D1,ADCS,A1,usability,2,'],
      'd2.csv': ['D2,Ofsted,A1,usefulness,1,'],
    })
    const { files: each, together, inSeveral } = checkEntries(workbook, workshop, files)
    expect(each).toMatchObject([
      { counts: { rows: 2, participants: { added: 1 } } },
      { counts: { rows: 2, participants: { added: 1 } } },
      { counts: { rows: 1, participants: { added: 1 } } },
    ])
    expect(together).toEqual({
      rows: 5,
      participants: { added: 2, known: 0 },
      ratings: { new: 4, changed: 0, unchanged: 0, missing: 0, repeated: 1 },
    })
    expect(inSeveral).toEqual([{ participant: 'D1', files: ['d1.csv', 'd1 again.csv'] }])
    expect(getAllParticipants(workbook.store, workshop)).toEqual([])
    expect(storeReadings(workbook, workshop, files)).toMatchObject(together ?? {})
    expect(getAllParticipants(workbook.store, workshop).map(({ code }) => code)).toEqual([
      'D1',
      'D2',
    ])
    expect(storeReadings(workbook, workshop, files)).toMatchObject({
      participants: { added: 0, known: 2 },
      ratings: { new: 0, changed: 0, unchanged: 4, repeated: 1 },
    })
  })

  it('are left, each with the place in the other, where they contradict each other', async () => {
    const { workbook, workshop } = workshopOf()
    const files = await read({
      'a.csv': ['D1,ADCS,A1,usefulness,4,', 'D3,ADCS,A1,usefulness,4,'],
      'b.csv': ['D2,Ofsted,A1,usefulness,1,'],
      'c.csv': [
        'D2,Ofsted,A2,usefulness,1,',
        'D1,ADCS,A1,usefulness,2,',
        'D3,Ofsted,A2,usefulness,3,',
      ],
    })
    const report = checkEntries(workbook, workshop, files)
    const [a, b, c] = report.files.map(problemsOf)
    expect(a).toEqual([
      'B3 Participant D3 is in the group Ofsted in c.csv, row 4, cell B4. Write the same group in both, or another code ' +
        'if this is another person.',
      'E2 c.csv, row 3, cell E3 has another answer of this participant to the same question. Keep the right one, or ' +
        'leave one of the files out.',
    ])
    expect(b).toEqual([])
    expect(c?.map(words => words.slice(0, 60))).toEqual([
      'B4 Participant D3 is in the group ADCS in a.csv, row 3, cell',
      'E3 a.csv, row 2, cell E2 has another answer of this particip',
    ])
    expect(report.together).toMatchObject({ rows: 1, participants: { added: 1 } })
    expect(report.inSeveral).toEqual([])
    expect(() => storeReadings(workbook, workshop, files)).toThrow(
      'a.csv has 2 rows that do not fit',
    )
    expect(getAllParticipants(workbook.store, workshop)).toEqual([])
  })

  it('add to each other what one leaves blank', async () => {
    const { workbook, workshop } = workshopOf()
    const files = await read({
      'first half.csv': [
        'D1,ADCS,A1,usefulness,4,',
        'D1,ADCS,A2,usefulness,,',
        'D1,ADCS,A3,usefulness,,Why?',
      ],
      'second half.csv': [
        'D1,ADCS,A1,usefulness,,',
        'D1,ADCS,A2,usefulness,2,',
        'D1,ADCS,A3,usefulness,1,',
      ],
    })
    const { together } = checkEntries(workbook, workshop, files)
    expect(together?.ratings).toEqual({ new: 3, changed: 0, unchanged: 0, missing: 2, repeated: 1 })
    storeReadings(workbook, workshop, files)
    const [person] = getAllParticipants(workbook.store, workshop)
    const stored = listRatings(workbook.store, { participant: person?.id ?? '', round: 1 })
    const inWords = stored.map(
      ({ answer, comment }) => `${Object.values(answer).at(-1)} ${comment}`,
    )
    expect(inWords.toSorted()).toEqual(['1 Why?', '2 ', '4 '])
  })

  it('do not stop each other by a fault of one, and an answer of a faulty file still contradicts', async () => {
    const { workbook, workshop } = workshopOf()
    const files = await read({
      'faulty.csv': ['D1,ADCS,A1,usefulness,4,', 'D1,ADCS,Z9,usefulness,4,'],
      'same.csv': ['D1,ADCS,A1,usefulness,4,'],
      'other.csv': ['D1,ADCS,A2,usefulness,4,'],
    })
    const agreeing = checkEntries(workbook, workshop, files)
    expect(agreeing.files.map(file => 'counts' in file && file.counts?.rows)).toEqual([
      undefined,
      1,
      1,
    ])
    expect(agreeing.together).toMatchObject({ rows: 2, ratings: { new: 2, repeated: 0 } })
    const more = await read({ 'otherwise.csv': ['D1,ADCS,A1,usefulness,3,'] })
    const contradicted = checkEntries(workbook, workshop, [...files, ...more])
    expect(contradicted.files.map(file => problemsOf(file).length)).toEqual([2, 1, 0, 1])
  })
})

describe('readings of files', () => {
  it('are remembered while the files are together no larger than one may be', async () => {
    using folder = tempFolder()
    const paths = ['a.csv', 'b.csv', 'c.csv'].map(name => {
      const path = folder.file(name)
      writeFileSync(path, HEADINGS)
      return path
    })
    let started = 0
    const start = () => {
      started += 1
      return readerWithin()
    }
    const reader = rememberReading(start, { ...DEFAULT_LIMITS, bytes: 2 * HEADINGS.length })
    for (const path of [...paths, ...paths.slice(1)]) await reader(path)
    expect(started).toBe(3)
    for (const path of paths.slice(0, 2)) await reader(path)
    expect(started).toBe(5)
  })
})

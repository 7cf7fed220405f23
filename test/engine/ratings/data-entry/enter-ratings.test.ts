import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { utils, write } from 'xlsx'
import { currentFramework } from '../../../../engine/frameworks/versions/current-version.ts'
import { enterRatings } from '../../../../engine/ratings/data-entry/enter-ratings.ts'
import { listRatings, recordRating } from '../../../../engine/ratings/record.ts'
import { getAllParticipants } from '../../../../engine/store/records/workshops.ts'
import { getTotals } from '../../../../engine/store/reports/tallies.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import type { ErrorData } from '../../../../shared/contract/errors.ts'
import { ANSWER_LABELS } from '../../../../shared/messages/exports.ts'
import { readerWithin } from '../../../helpers/reader-within.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../../helpers/sample-workbook.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'

const HEADINGS = 'participant,group,indicator,criterion,round,answer,comment'

function workshopOf() {
  const workbook = sampleWorkbook()
  return { workbook, workshop: sampleWorkshop(workbook) }
}

/** Keys in a csv of these lines. */
async function keyIn(workbook: Workbook, workshop: string, ...lines: readonly string[]) {
  using folder = tempFolder()
  const path = folder.file('keyed-in.csv')
  writeFileSync(path, lines.join('\n'))
  return await enterRatings(readerWithin, workbook, workshop, { path, name: 'keyed-in.csv' })
}

/** The problems of a file that is refused: cell, code and data. */
async function problemsOf(workbook: Workbook, workshop: string, ...lines: readonly string[]) {
  const before = getTotals(workbook.store)
  const fault: unknown = await keyIn(workbook, workshop, ...lines).catch(error => error)
  expect(fault).toMatchObject({ code: 'RATINGS_REFUSED' })
  expect(getTotals(workbook.store)).toEqual(before)
  const { data } = fault as { data: ErrorData<'RATINGS_REFUSED'> }
  return data.problems.map(({ cell, code, data }) => [cell, code, data])
}

/** The current answers with comments of the workbook, by participant code and indicator code. */
function current(workbook: Workbook, workshop: string, round = 1) {
  const codes = new Map(
    currentFramework(workbook.store).indicators.map(({ id, code }) => [id, code]),
  )
  return getAllParticipants(workbook.store, workshop).flatMap(({ id, code, group }) =>
    listRatings(workbook.store, { participant: id, round }).map(
      ({ indicator, criterion, answer, comment }) => [
        ...[code, group, codes.get(indicator), criterion],
        answer.kind === 'level' ? answer.level : answer.kind,
        comment,
      ],
    ),
  )
}

describe('keying in ratings', () => {
  it('takes columns in any order and case, and forgives how groups, codes and answers are written', async () => {
    const { workbook, workshop } = workshopOf()
    const keyedIn = await keyIn(
      workbook,
      workshop,
      'Comment,ANSWER, Indicator ,participant,GROUP,criterion',
      ' kept as it is ,4.0,a1, S 1 ,adcs,Usefulness',
      `,${ANSWER_LABELS.dont_know},A2,S 1,ADCS,USEFULNESS`,
      ',Not Applicable,A3,S 1,ADCS,usability',
    )
    expect(keyedIn).toMatchObject({ rows: 3, ratings: { new: 3 }, ignoredColumns: [] })
    expect(current(workbook, workshop)).toEqual([
      ['S 1', 'ADCS', 'A1', 'usefulness', 4, ' kept as it is '],
      ['S 1', 'ADCS', 'A2', 'usefulness', 'dont_know', ''],
      ['S 1', 'ADCS', 'A3', 'usability', 'not_applicable', ''],
    ])
  })

  it('keeps a comment that stands without an answer, and counts an empty row as missing', async () => {
    const { workbook, workshop } = workshopOf()
    const keyedIn = await keyIn(
      workbook,
      workshop,
      HEADINGS,
      'S1,ADCS,A1,usefulness,,,"Why, though?"',
      'S2,DfE,A1,usefulness,,,',
      ',,,,,,',
      '',
    )
    expect(keyedIn.participants).toEqual({ added: 2, known: 0 })
    expect(keyedIn).toMatchObject({ rows: 2, ratings: { new: 1, missing: 1 } })
    expect(current(workbook, workshop)).toEqual([
      ['S1', 'ADCS', 'A1', 'usefulness', 'none', 'Why, though?'],
    ])
  })

  it('reads an Excel file as a person sees it', async () => {
    using folder = tempFolder()
    const { workbook, workshop } = workshopOf()
    const sheet = utils.aoa_to_sheet([
      ['Keyed in by the office'],
      [],
      HEADINGS.split(','),
      [7, 'ADCS', 'A1', 'usefulness', 2, 5, 'from Excel'],
    ])
    const path = folder.file('keyed-in.xlsx')
    const book = { SheetNames: ['Ratings'], Sheets: { Ratings: sheet } }
    writeFileSync(path, write(book, { type: 'buffer', bookType: 'xlsx' }))
    await enterRatings(readerWithin, workbook, workshop, { path, name: 'keyed-in.xlsx' })
    expect(current(workbook, workshop, 2)).toEqual([
      ['7', 'ADCS', 'A1', 'usefulness', 5, 'from Excel'],
    ])
  })

  it('names every cell that does not fit', async () => {
    const { workbook, workshop } = workshopOf()
    const problems = await problemsOf(
      workbook,
      workshop,
      HEADINGS,
      'S1,ADCS,A1,usefulness,1,4,fine',
      ',Nobody,A9,use,0,6,',
      `S2,ADCS,A1,usefulness,1,4,${'x'.repeat(4001)}`,
      `${'S'.repeat(41)},ADCS,,usefulness,1.5,maybe,`,
    )
    expect(problems).toEqual([
      ['A3', 'no-participant', {}],
      ['B3', 'unknown-group', { text: 'Nobody', groups: expect.arrayContaining(['ADCS']) }],
      ['C3', 'unknown-indicator', { text: 'A9' }],
      ['D3', 'unknown-criterion', { text: 'use' }],
      ['E3', 'unknown-round', { text: '0' }],
      ['F3', 'unknown-answer', { text: '6', levels: 5 }],
      ['G4', 'comment-too-long', { length: 4001, longest: 4000 }],
      ['A5', 'participant-too-long', { length: 41, longest: 40 }],
      ['C5', 'unknown-indicator', { text: '' }],
      ['E5', 'unknown-round', { text: '1.5' }],
      ['F5', 'unknown-answer', { text: 'maybe', levels: 5 }],
    ])
  })

  it('names the columns that are not there', async () => {
    const { workbook, workshop } = workshopOf()
    const problems = await problemsOf(workbook, workshop, 'participant,indicator,answer', 'S1,A1,4')
    expect(problems).toEqual([
      ['A1', 'missing-column', { column: 'group' }],
      ['A1', 'missing-column', { column: 'criterion' }],
    ])
  })

  it('lists the columns that mean nothing to it', async () => {
    const { workbook, workshop } = workshopOf()
    const keyedIn = await keyIn(
      workbook,
      workshop,
      `${HEADINGS},coment`,
      'S1,ADCS,A1,usability,,4,,x',
    )
    expect(keyedIn.ignoredColumns).toEqual(['coment'])
  })

  it('refuses one person in two groups, in the file or between file and workshop', async () => {
    const { workbook, workshop } = workshopOf()
    sampleParticipant(workbook, workshop, 'Ofsted')
    const problems = await problemsOf(
      workbook,
      workshop,
      HEADINGS,
      'S1,ADCS,A1,usefulness,1,4,',
      's1,DfE,A2,usefulness,1,4,',
      'p01,ADCS,A1,usefulness,1,4,',
    )
    expect(problems).toEqual([
      ['B3', 'other-group-in-file', { code: 's1', group: 'ADCS', row: 2 }],
      ['B4', 'other-group-in-workshop', { code: 'P01', group: 'Ofsted' }],
    ])
  })

  it('counts a row that is repeated once, and refuses one that contradicts an earlier one', async () => {
    const { workbook, workshop } = workshopOf()
    const row = 'S1,ADCS,A1,usefulness,1,4,'
    const keyedIn = await keyIn(workbook, workshop, HEADINGS, row, row)
    expect(keyedIn).toMatchObject({ rows: 2, ratings: { new: 1, repeated: 1 } })
    const other = 'S1,ADCS,A1,usefulness,,5,'
    expect(await problemsOf(workbook, workshop, HEADINGS, row, other)).toEqual([
      ['F3', 'rated-twice', { row: 2 }],
    ])
  })

  it('rates for a participant who is in the workshop already, in the place of their earlier answer', async () => {
    const { workbook, workshop } = workshopOf()
    const [first = ''] = currentFramework(workbook.store).indicators.map(({ id }) => id)
    const participant = sampleParticipant(workbook, workshop, 'ADCS')
    recordRating(workbook, rating(participant, first, 2))
    const keyedIn = await keyIn(workbook, workshop, HEADINGS, 'P01,ADCS,A1,usefulness,1,3,')
    expect(keyedIn.participants).toEqual({ added: 0, known: 1 })
    expect(keyedIn.ratings).toMatchObject({ new: 0, changed: 1 })
    expect(getTotals(workbook.store)).toMatchObject({ ratings: 1, ratingRecords: 2, conflicts: 0 })
  })

  it('leaves what the workbook holds where the file has neither answer nor comment', async () => {
    const { workbook, workshop } = workshopOf()
    await keyIn(workbook, workshop, HEADINGS, 'S1,ADCS,A1,usefulness,1,3,')
    await keyIn(workbook, workshop, HEADINGS, 'S1,ADCS,A1,usefulness,1,,')
    expect(current(workbook, workshop)).toEqual([['S1', 'ADCS', 'A1', 'usefulness', 3, '']])
  })

  it('refuses a file that is no table of ratings, and a workshop that is not there', async () => {
    const { workbook, workshop } = workshopOf()
    await expect(keyIn(workbook, workshop, 'some,words', 'and,more')).rejects.toMatchObject({
      code: 'RATINGS_FILE_REFUSED',
      data: { refused: { code: 'no-table' } },
    })
    const nowhere = { path: '/nowhere/at/all.csv', name: 'all.csv' }
    await expect(enterRatings(readerWithin, workbook, workshop, nowhere)).rejects.toMatchObject({
      data: { refused: { code: 'file-not-found' } },
    })
    await expect(keyIn(workbook, 'no-such-workshop', HEADINGS)).rejects.toMatchObject({
      code: 'UNKNOWN_WORKSHOP',
    })
  })
})

import { writeFileSync } from 'node:fs'
import exceljs from 'exceljs'
import { describe, expect, it } from 'vitest'
import { readSpreadsheet } from '../../../../engine/files/spreadsheet/read-spreadsheet.ts'
import { currentFramework } from '../../../../engine/frameworks/versions/current-version.ts'
import { checkEntries } from '../../../../engine/ratings/data-entry/check-entry.ts'
import { storeReadings } from '../../../../engine/ratings/data-entry/enter-ratings.ts'
import { listRatings } from '../../../../engine/ratings/record.ts'
import { getAllParticipants } from '../../../../engine/store/records/workshops.ts'
import { getTotals } from '../../../../engine/store/reports/tallies.ts'
import type { RatingsChoices, RatingsReport } from '../../../../shared/model/data-entry.ts'
import { readerWithin } from '../../../helpers/reader-within.ts'
import { sampleWorkbook, sampleWorkshop } from '../../../helpers/sample-workbook.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'

function workshopOf() {
  const workbook = sampleWorkbook()
  return { workbook, workshop: sampleWorkshop(workbook) }
}

type Place = ReturnType<typeof workshopOf>

async function read(content: string | Buffer) {
  using folder = tempFolder()
  const path = folder.file('keyed-in')
  writeFileSync(path, content)
  return { reading: await readSpreadsheet(readerWithin, path), name: 'keyed-in' }
}

async function enter(
  { workbook, workshop }: Place,
  content: string | Buffer,
  choices: RatingsChoices = {},
) {
  return storeReadings(workbook, workshop, [{ ...(await read(content)), choices }])
}

async function check(
  { workbook, workshop }: Place,
  content: string | Buffer,
  choices: RatingsChoices = {},
): Promise<RatingsReport> {
  const chosen = [{ ...(await read(content)), choices }]
  const [outcome] = checkEntries(workbook, workshop, chosen).files
  if (!outcome || 'refused' in outcome) throw new Error(outcome?.refused.code)
  return outcome
}

const lines = (...rows: readonly string[]) => rows.join('\n')

/** The ratings of the workbook: `D1 ADCS A1 usefulness 4 a comment`. */
function stored({ workbook, workshop }: Place, round = 1): readonly string[] {
  const codes = new Map(
    currentFramework(workbook.store).indicators.map(({ id, code }) => [id, code]),
  )
  return getAllParticipants(workbook.store, workshop).flatMap(({ id, code, group }) =>
    listRatings(workbook.store, { participant: id, round })
      .map(({ indicator, criterion, answer, comment }) =>
        [
          ...[code, group, codes.get(indicator), criterion],
          answer.kind === 'level' ? answer.level : answer.kind,
          comment,
        ]
          .join(' ')
          .trim(),
      )
      .toSorted(),
  )
}

describe('a column for each person', () => {
  it('is read with the group of each in a row of its own, whatever titles stand beside the codes', async () => {
    const place = workshopOf()
    await enter(
      place,
      lines(
        'indicator,title,criterion,D1,D2,Average',
        'Group,,,ADCS,Ofsted,',
        'A1,Any words,usefulness,4,Very useful,4.5',
        'A1,Any words,usability,DK,2,2',
      ),
    )
    expect(stored(place)).toEqual([
      'D1 ADCS A1 usability dont_know',
      'D1 ADCS A1 usefulness 4',
      'D2 Ofsted A1 usability 2',
      'D2 Ofsted A1 usefulness 5',
    ])
  })

  it('may name the criterion beside the person, and have their comments next to it', async () => {
    const place = workshopOf()
    await enter(
      place,
      lines(
        'indicator,D1 usefulness,D1 usefulness comment,D1 (usability)',
        'Safety,,,',
        'A1,4,Fine as it is,3',
      ),
      { said: { group: 'ADCS' } },
    )
    expect(stored(place)).toEqual([
      'D1 ADCS A1 usability 3',
      'D1 ADCS A1 usefulness 4 Fine as it is',
    ])
  })

  it('may have the person over two columns of criteria', async () => {
    const made = new exceljs.Workbook()
    const sheet = made.addWorksheet('Ratings')
    sheet.addRows([
      ['', 'D1', '', 'D2', ''],
      ['indicator', 'Usefulness', 'Usability', 'Usefulness', 'Usability'],
      ['A1', 4, 3, 2, 1],
    ])
    sheet.mergeCells('B1:C1')
    sheet.mergeCells('D1:E1')
    const place = workshopOf()
    await enter(place, Buffer.from(await made.xlsx.writeBuffer()), { said: { group: 'ADCS' } })
    expect(stored(place)).toEqual([
      'D1 ADCS A1 usability 3',
      'D1 ADCS A1 usefulness 4',
      'D2 ADCS A1 usability 1',
      'D2 ADCS A1 usefulness 2',
    ])
  })

  it('names every answer that is none, and the person without a group', async () => {
    const { problems } = await check(
      workshopOf(),
      lines(
        'indicator,criterion,D1,D2',
        'A1,usefulness,4,9',
        'A2,usefulness,4,5',
        'A3,usefulness,2,1',
      ),
    )
    expect(problems.map(({ cell, code }) => `${cell} ${code}`)).toEqual([
      'D2 unknown-answer',
      'C2 no-group',
      'C3 no-group',
      'D3 no-group',
      'C4 no-group',
      'D4 no-group',
    ])
  })
})

describe('a column for each indicator', () => {
  it('goes back in as our own wide table writes it, with its numbers for what is no level', async () => {
    const place = workshopOf()
    await enter(
      place,
      lines(
        'participant_id,workshop_id,participant,group,round,useful_A1,useful_A2,usable_A1',
        'x,y,D1,ADCS,1,4,-1,-2',
        'x,y,D2,Ofsted,1,,5,',
      ),
    )
    expect(stored(place)).toEqual([
      'D1 ADCS A1 usability not_applicable',
      'D1 ADCS A1 usefulness 4',
      'D1 ADCS A2 usefulness dont_know',
      'D2 Ofsted A2 usefulness 5',
    ])
  })

  it('takes minus one for no answer under any other heading', async () => {
    const { problems } = await check(
      workshopOf(),
      lines('participant,group,A1 usefulness,A2 usefulness', 'D1,ADCS,4,-1'),
    )
    expect(problems).toMatchObject([{ cell: 'D2', code: 'unknown-answer' }])
  })

  it('has its criterion said once where the headings are codes alone', async () => {
    const place = workshopOf()
    await enter(place, lines('participant,group,A1,A2', 'D1,ADCS,4,3'), {
      said: { criterion: 'usability' },
    })
    expect(stored(place)).toEqual(['D1 ADCS A1 usability 4', 'D1 ADCS A2 usability 3'])
  })
})

describe('looking at a file before it is stored', () => {
  const LONG = lines(
    'participant,group,indicator,criterion,answer,comment',
    'D1,ADCS,A1,usefulness,4,Words',
    'D2,Ofsted,A1,usefulness,5,',
  )

  it('tells what would be stored, counted as storing counts it, and stores nothing', async () => {
    const place = workshopOf()
    const before = getTotals(place.workbook.store)
    const report = await check(place, LONG)
    expect(getTotals(place.workbook.store)).toEqual(before)
    expect(report.entries[0]).toMatchObject({
      row: 2,
      participant: 'D1',
      isNewcomer: true,
      indicator: 'A1',
      answer: { kind: 'level', level: 4 },
      comment: 'Words',
    })
    const { rows, participants, ratings } = await enter(place, LONG)
    expect(report.counts).toEqual({ rows, participants, ratings })
    expect((await check(place, LONG)).counts?.ratings).toMatchObject({ new: 0, unchanged: 2 })
  })

  it('takes the columns that a person names, in any order of choosing', async () => {
    const odd = lines('who,q,x,y', 'D1,A1,usefulness,4', 'D1,A2,usefulness,3')
    const place = workshopOf()
    await enter(place, odd, {
      headerRow: 1,
      columns: { D: 'answer', A: 'participant', C: 'criterion', B: 'indicator' },
      said: { group: 'ADCS' },
    })
    expect(stored(place)).toEqual(['D1 ADCS A1 usefulness 4', 'D1 ADCS A2 usefulness 3'])
  })

  it('asks about a hidden column of answers, and leaves it out or keeps it as it is told', async () => {
    const made = new exceljs.Workbook()
    const sheet = made.addWorksheet('Ratings')
    sheet.addRows([
      ['participant', 'group', 'indicator', 'usefulness', 'usability'],
      ['D1', 'ADCS', 'A1', 4, 3],
    ])
    sheet.getColumn(5).hidden = true
    const content = Buffer.from(await made.xlsx.writeBuffer())
    const place = workshopOf()
    expect((await check(place, content)).problems).toMatchObject([
      { cell: 'E1', code: 'doubtful-column', data: { heading: 'usability' } },
    ])
    await enter(place, content, { hiddenRows: 'leave' })
    expect(stored(place)).toEqual(['D1 ADCS A1 usefulness 4'])
    await enter(place, content, { hiddenRows: 'keep' })
    expect(stored(place)).toHaveLength(2)
  })

  it('names a cell of which a part is struck out', async () => {
    const made = new exceljs.Workbook()
    const sheet = made.addWorksheet('Ratings')
    sheet.addRows([
      ['participant', 'group', 'indicator', 'criterion', 'answer'],
      ['D1', 'ADCS', 'A1', 'usefulness', ''],
    ])
    sheet.getCell('E2').value = {
      richText: [{ text: '4', font: { strike: true } }, { text: '5' }],
    }
    const report = await check(workshopOf(), Buffer.from(await made.xlsx.writeBuffer()))
    expect(report.warnings).toMatchObject([
      { cell: 'E2', code: 'partly-struck', data: { text: '5' } },
    ])
  })
})

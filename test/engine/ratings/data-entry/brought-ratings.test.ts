import { writeFileSync } from 'node:fs'
import exceljs, { type Worksheet } from 'exceljs'
import { describe, expect, it } from 'vitest'
import { currentFramework } from '../../../../engine/frameworks/versions/current-version.ts'
import {
  type EnteredRatings,
  enterRatings,
} from '../../../../engine/ratings/data-entry/enter-ratings.ts'
import { takeIndicator } from '../../../../engine/ratings/data-entry/take-indicator.ts'
import { listRatings } from '../../../../engine/ratings/record.ts'
import { getAllParticipants } from '../../../../engine/store/records/workshops.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import type { ErrorData } from '../../../../shared/contract/errors.ts'
import type { RatingsChoices } from '../../../../shared/model/data-entry.ts'
import { readerWithin } from '../../../helpers/reader-within.ts'
import { sampleWorkbook, sampleWorkshop } from '../../../helpers/sample-workbook.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'
import { exported } from '../../exports/exported.ts'

const HEADINGS = 'participant,group,indicator,criterion,round,answer,comment'

function workshopOf() {
  const workbook = sampleWorkbook()
  return { workbook, workshop: sampleWorkshop(workbook) }
}

type Place = ReturnType<typeof workshopOf>

async function enter(
  { workbook, workshop }: Place,
  content: string | Buffer,
  choices: RatingsChoices = {},
): Promise<EnteredRatings> {
  using folder = tempFolder()
  const path = folder.file('keyed-in')
  writeFileSync(path, content)
  return await enterRatings(readerWithin, workbook, workshop, { path, name: 'keyed-in' }, choices)
}

const keyIn = (place: Place, ...lines: readonly string[]) => enter(place, lines.join('\n'))

async function problemsOf(entering: Promise<unknown>) {
  const fault: unknown = await entering.catch(error => error)
  expect(fault).toMatchObject({ code: 'RATINGS_REFUSED' })
  const { data } = fault as { data: ErrorData<'RATINGS_REFUSED'> }
  return data.problems.map(({ sheet, cell, code }) => `${sheet ?? ''} ${cell} ${code}`.trim())
}

async function book(...fill: readonly ((sheet: Worksheet) => void)[]): Promise<Buffer> {
  const made = new exceljs.Workbook()
  for (const [index, each] of fill.entries()) each(made.addWorksheet(`Table ${index + 1}`))
  return Buffer.from(await made.xlsx.writeBuffer())
}

/** The answers of the workbook: `P1 A1 usefulness 4`. */
function answers({ workbook, workshop }: Place): readonly string[] {
  const codes = codesOf(workbook)
  return getAllParticipants(workbook.store, workshop).flatMap(({ id, code }) =>
    listRatings(workbook.store, { participant: id, round: 1 }).map(
      ({ indicator, criterion, answer }) =>
        `${code} ${codes.get(indicator)} ${criterion} ${answer.kind === 'level' ? answer.level : answer.kind}`,
    ),
  )
}

const codesOf = ({ store }: Workbook) =>
  new Map(currentFramework(store).indicators.map(({ id, code }) => [id, code]))

describe('what people write', () => {
  it('is taken as they write it: labels, criteria, rounds, digits, a code with its title', async () => {
    const place = workshopOf()
    await keyIn(
      place,
      HEADINGS,
      'D1,ADCS,A1,Useful,Round 1,Very useful,',
      'D1,ADCS,A1,usable,R1,4 - Easy to use,',
      'D2,ADCS,A1 - anything,usefulness,1,４,',
      'D3,ADCS,A1,usefulness,1,٣,',
      'D4,ADCS,A1,usefulness,1,DK,',
      'D4,ADCS,A1,usability,1,n/a,',
    )
    expect(answers(place).toSorted()).toEqual([
      'D1 A1 usability 4',
      'D1 A1 usefulness 5',
      'D2 A1 usefulness 4',
      'D3 A1 usefulness 3',
      'D4 A1 usability not_applicable',
      'D4 A1 usefulness dont_know',
    ])
  })

  it('is refused where the number and the word disagree', async () => {
    const entering = keyIn(workshopOf(), HEADINGS, 'D1,ADCS,A1,usefulness,1,4 - Very useful,')
    expect(await problemsOf(entering)).toEqual(['F2 answer-disagrees'])
  })

  it('may name an indicator by its title, and no code before the title of another', async () => {
    const place = workshopOf()
    await keyIn(
      place,
      HEADINGS,
      'D1,ADCS,Indicator A2,usefulness,1,4,',
      'D1,ADCS,A1 as spoken of,useful,1,3,',
    )
    expect(answers(place)).toEqual(['D1 A2 usefulness 4', 'D1 A1 usefulness 3'])
    const entering = keyIn(place, HEADINGS, 'D1,ADCS,A1 - Indicator A2,usefulness,1,4,')
    expect(await problemsOf(entering)).toEqual(['C2 title-disagrees'])
  })

  it('has the indicators under Code where codes stand there, whatever else is called an indicator', async () => {
    const place = workshopOf()
    await keyIn(
      place,
      'Code,Indicator,Rated by,Organisation,How useful?,How usable?',
      'A1,A sentence of our own,D1,ADCS,4,Easy to use',
    )
    expect(answers(place)).toEqual(['D1 A1 usefulness 4', 'D1 A1 usability 4'])
  })

  it('may have a column for each criterion, and say the person once', async () => {
    const place = workshopOf()
    await keyIn(
      place,
      'Participant: D9,Group: ADCS,',
      'indicator,usefulness,usability',
      'A1,4,Hard to use',
    )
    expect(answers(place)).toEqual(['D9 A1 usefulness 4', 'D9 A1 usability 2'])
  })

  it('names one fault of one kind for a row without a group, unless the person is known', async () => {
    const place = workshopOf()
    await keyIn(place, HEADINGS, 'D1,ADCS,A1,usefulness,1,4,', 'D1,,A1,usability,1,4,')
    expect(answers(place)).toHaveLength(2)
    const entering = keyIn(place, HEADINGS, 'D2,,A1,usefulness,1,4,')
    expect(await problemsOf(entering)).toEqual(['B2 no-group'])
  })

  it('is one person however Unicode writes the accent', async () => {
    const place = workshopOf()
    await keyIn(
      place,
      HEADINGS,
      'Zo\u00eb,ADCS,A1,usefulness,1,4,',
      'Zoe\u0308,ADCS,A1,usability,1,4,',
    )
    expect(getAllParticipants(place.workbook.store, place.workshop)).toHaveLength(1)
  })

  it('goes back in from our own csv without the apostrophe that guards it', async () => {
    const place = workshopOf()
    await keyIn(place, HEADINGS, 'D1,ADCS,A1,usefulness,1,4,-5 is too low')
    const again = await keyIn(
      place,
      `${HEADINGS},recorded_at`,
      "D1,ADCS,A1,usefulness,1,4,'-5 is too low,2026-03-01T10:00:00.000Z",
    )
    expect(again.ratings).toMatchObject({ new: 0, changed: 0, unchanged: 1 })
  })

  it('goes back in from our own spreadsheet, whose figures are no ratings', async () => {
    const place = workshopOf()
    await keyIn(
      place,
      HEADINGS,
      'D1,ADCS,A1,usefulness,1,4,-5 is too low',
      'D2,Ofsted,A1,usefulness,1,2,=A1',
      'D2,Ofsted,A2,usability,1,DK,',
    )
    const again = await enter(place, await exported(place.workbook, 'xlsx'))
    expect(again.ratings).toMatchObject({ new: 0, changed: 0, unchanged: 3 })
    expect(again.unreadSheets).toContain('Results')
  })

  it.each(['xlsx', 'csv'] as const)('goes back in from our own %s in Welsh', async format => {
    const place = workshopOf()
    await keyIn(
      place,
      HEADINGS,
      'D1,ADCS,A1,usefulness,1,4,-5 is too low',
      'D2,Ofsted,A1,usability,2,Very hard to use,Na!',
      'D2,Ofsted,A2,usability,1,DK,',
      'D2,Ofsted,A2,usefulness,1,n/a,',
    )
    const file = await exported(place.workbook, format, { round: 1 }, 'cy')
    const again = await enter(place, file)
    expect(again.ratings).toMatchObject({ new: 0, changed: 0, unchanged: 4 })
    const elsewhere = workshopOf()
    await enter(elsewhere, file)
    expect(answers(elsewhere).toSorted()).toEqual(answers(place).toSorted())
  })

  it('is taken from a file that somebody filled in in Welsh', async () => {
    const place = workshopOf()
    await keyIn(
      place,
      'Cyfranogwr,Grŵp,Dangosydd,Maen prawf,Rownd,Ateb,Sylw',
      'D1,ADCS,A1,Defnyddioldeb,Rownd 1,Defnyddiol iawn,Da',
      'D1,ADCS,A1,Rhwyddineb defnyddio,1,4 - Hawdd ei ddefnyddio,',
      'D1,ADCS,A2,defnyddioldeb,1,Dydw i ddim yn gwybod,',
      'D1,ADCS,A2,rhwyddineb defnyddio,1,Ddim yn berthnasol,',
    )
    expect(answers(place)).toEqual([
      'D1 A1 usefulness 5',
      'D1 A1 usability 4',
      'D1 A2 usefulness dont_know',
      'D1 A2 usability not_applicable',
    ])
    const entering = keyIn(
      place,
      'cyfranogwr,grŵp,dangosydd,maen prawf,ateb',
      'D1,ADCS,A1,defnyddioldeb,4 - Defnyddiol iawn',
    )
    expect(await problemsOf(entering)).toEqual(['E2 answer-disagrees'])
  })

  it('keeps an apostrophe that somebody wrote in a csv of their own', async () => {
    const place = workshopOf()
    await keyIn(place, HEADINGS, 'D1,ADCS,A1,usefulness,1,4,-5 is too low')
    const again = await keyIn(place, HEADINGS, "D1,ADCS,A1,usefulness,1,4,'-5 is too low")
    expect(again.ratings).toMatchObject({ new: 0, changed: 1, unchanged: 0 })
  })

  it('is refused with two columns of one name', async () => {
    const entering = keyIn(workshopOf(), `${HEADINGS},answer`, 'D1,ADCS,A1,usefulness,1,4,,5')
    expect(await problemsOf(entering)).toEqual(['H1 repeated-column'])
  })

  it('names the line of a quote that is not closed', async () => {
    const entering = keyIn(
      workshopOf(),
      HEADINGS,
      'D1,ADCS,A1,usefulness,1,4,fine',
      'D2,ADCS,A1,usefulness,1,4,"open',
    )
    await expect(entering).rejects.toMatchObject({
      data: { refused: { code: 'open-quote', line: 3 } },
    })
  })
})

describe('the last zero of a code', () => {
  const ids = new Map([
    ['1.2', 'two'],
    ['1.10', 'ten'],
  ])

  it('is asked for where the spreadsheet dropped it', () => {
    expect(takeIndicator('1.1', ids, new Map())).toMatchObject({
      wrong: { code: 'unknown-indicator', data: { meant: '1.10' } },
    })
    expect(takeIndicator('1.2', ids, new Map())).toEqual({ value: 'two' })
  })
})

describe('a spreadsheet of ratings', () => {
  const rows = (sheet: Worksheet, ...people: readonly string[]) => {
    sheet.addRow(HEADINGS.split(','))
    for (const person of people) sheet.addRow([person, 'ADCS', 'A1', 'usefulness', 1, 4, ''])
  }

  it('has all its sheets read, and names those that hold no ratings', async () => {
    const place = workshopOf()
    const entered = await enter(
      place,
      await book(
        sheet => rows(sheet, 'T1', 'T2'),
        sheet => rows(sheet, 'T3'),
        sheet => void sheet.addRow(['Notes on the day']),
      ),
    )
    expect(entered).toMatchObject({
      rows: 3,
      sheets: ['Table 1', 'Table 2'],
      unreadSheets: ['Table 3'],
    })
  })

  it('has merged people and groups reach over their rows', async () => {
    const place = workshopOf()
    await enter(
      place,
      await book(sheet => {
        rows(sheet, 'D1')
        sheet.addRow(['', '', 'A1', 'usability', 1, 3, ''])
        sheet.mergeCells('A2:A3')
        sheet.mergeCells('B2:B3')
      }),
    )
    expect(answers(place)).toEqual(['D1 A1 usefulness 4', 'D1 A1 usability 3'])
  })

  it('is refused with hidden and struck-out rows named, until somebody says what becomes of them', async () => {
    const place = workshopOf()
    const content = await book(sheet => {
      rows(sheet, 'P1', 'TEST', 'GONE', 'P3')
      sheet.getRow(3).hidden = true
      sheet.getRow(4).eachCell(cell => {
        cell.font = { strike: true }
      })
    })
    expect(await problemsOf(enter(place, content))).toEqual(['A3 doubtful-row', 'A4 doubtful-row'])
    expect(await enter(place, content, { hiddenRows: 'leave' })).toMatchObject({ rows: 2 })
    expect(await enter(place, content, { hiddenRows: 'keep' })).toMatchObject({ rows: 4 })
  })
})

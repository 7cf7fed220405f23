import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read, type WorkSheet, write } from 'xlsx'
import {
  finishCheck,
  finishKeying,
  listDifferences,
  settleDifference,
} from '../../engine/paper/keying.ts'
import { writeSheetForm } from '../../engine/paper/write-form.ts'
import { enterRatings } from '../../engine/ratings/data-entry/enter-ratings.ts'
import { consolidate } from '../../engine/results/consolidate.ts'
import { getAllSheets } from '../../engine/store/records/sheets.ts'
import { getAllParticipants } from '../../engine/store/records/workshops.ts'
import type { Workbook } from '../../engine/workbooks/workbook.ts'
import { keyIn, printed } from '../engine/paper/sheets-on-paper.ts'
import { isLongRun } from '../helpers/counts.ts'
import { isInstalled, run, unzip } from '../helpers/programs.ts'
import { readerWithin } from '../helpers/reader-within.ts'
import { ownFolder, sampleWorkbook, sampleWorkshop } from '../helpers/sample-workbook.ts'

/** The crosses of five people on a sheet of three lines: a digit for each question, a dot for a line left out. */
const CROSSED = ['543215', '11.234', '555555', '4.4.4.', '123451'] as const

/** Two slips of the first reading: the sheet, and what was typed. */
const SLIPS: ReadonlyMap<number, string> = new Map([
  [2, '12.234'],
  [5, '12345.'],
])

const room = () => {
  const workbook = sampleWorkbook()
  return { workbook, workshop: sampleWorkshop(workbook) }
}

/** The counts of answers by indicator and criterion. */
const countsOf = (workbook: Workbook) =>
  consolidate(workbook, { round: 1 }).indicators.map(({ code, criteria }) => [
    code,
    criteria.usefulness.counts,
    criteria.usability.counts,
  ])

async function keyedTwice() {
  const { workbook, workshop } = room()
  const { sheets } = await printed(workbook, { workshop, for: { group: 'DfE', people: 5 } })
  for (const [at, sheet] of sheets.entries()) {
    keyIn(workbook, sheet, 1, SLIPS.get(sheet) ?? CROSSED[at] ?? '')
    finishKeying(workbook, { sheet, by: 'AB' })
  }
  return { workbook, workshop, sheets }
}

/** Has a second person key all sheets in and settle what differs by the paper; returns the lines that differed. */
function checkAll(workbook: Workbook, sheets: readonly number[]) {
  return sheets.flatMap((sheet, at) => {
    const crossed = CROSSED[at] ?? ''
    keyIn(workbook, sheet, 2, crossed)
    const found = listDifferences(workbook, { sheet })
    for (const { indicator, criterion, second } of found) {
      settleDifference(workbook, { sheet, indicator, criterion, answer: second })
    }
    finishCheck(workbook, { sheet, by: 'CD' })
    return found.map(({ line, criterion }) => ({ sheet, line, criterion }))
  })
}

const LABELS = {
  H: ['Not useful at all', 'Not very useful', 'In between', 'Useful', 'Very useful'],
  I: ['Very hard to use', 'Hard to use', 'In between', 'Easy to use', 'Very easy to use'],
} as const

const FIRST_ROW = 4

/** Fills a form in as people would, by the words of its lists. */
function fillIn(sheet: WorkSheet): void {
  for (const [person, crossed] of CROSSED.entries()) {
    for (const [question, sign] of [...crossed].entries()) {
      const column = question % 2 === 0 ? 'H' : 'I'
      const row = FIRST_ROW + person * 3 + Math.floor(question / 2)
      if (sign === '.') continue
      sheet[`${column}${row}`] = { t: 's', v: `${sign} - ${LABELS[column][Number(sign) - 1]}` }
    }
  }
}

/** The same answers through a form; `save` is what another program makes of the filled-in file. */
async function throughForm(save: (folder: string) => string) {
  const { workbook, workshop } = room()
  const folder = ownFolder()
  const path = join(folder, 'form.xlsx')
  const printing = { workshop, round: 1, style: 'plain', for: { group: 'DfE', people: 5 } } as const
  await writeSheetForm(workbook, printing, { path, name: 'form.xlsx' })
  const parts = await unzip(readFileSync(path))
  const file = read(readFileSync(path), { cellStyles: true })
  const ratings = file.Sheets.Ratings
  if (!ratings) throw new Error('The form has no sheet of ratings.')
  fillIn(ratings)
  writeFileSync(path, write(file, { bookType: 'xlsx', type: 'buffer', cellStyles: true }))
  const saved = { path: join(folder, save(folder)), name: 'form.xlsx' }
  const entered = await enterRatings(readerWithin, workbook, workshop, saved)
  return { workbook, workshop, entered, form: parts.get('xl/worksheets/sheet1.xml')?.toString() }
}

/** The counts of what people crossed, without any slip. */
async function expectedCounts() {
  const { workbook, workshop } = room()
  const { sheets } = await printed(workbook, { workshop, for: { group: 'DfE', people: 5 } })
  for (const [at, sheet] of sheets.entries()) {
    keyIn(workbook, sheet, 1, CROSSED[at] ?? '')
    finishKeying(workbook, { sheet, by: 'AB' })
  }
  return countsOf(workbook)
}

describe('five people on paper', () => {
  it('are keyed in twice, and the two slips of the first reading are found and put right', async () => {
    const expected = await expectedCounts()
    const { workbook, sheets } = await keyedTwice()
    expect(countsOf(workbook)).not.toEqual(expected)
    expect(checkAll(workbook, sheets)).toEqual([
      { sheet: 2, line: 1, criterion: 'usability' },
      { sheet: 5, line: 3, criterion: 'usability' },
    ])
    expect(countsOf(workbook)).toEqual(expected)
  })

  it('come to the same through a form, as the people whose sheets it holds', async () => {
    const { workbook, workshop, entered, form } = await throughForm(() => 'form.xlsx')
    expect(entered).toMatchObject({ rows: 30, participants: { added: 5 }, ratings: { new: 26 } })
    expect(countsOf(workbook)).toEqual(await expectedCounts())
    const people = getAllParticipants(workbook.store, workshop).map(({ id }) => id)
    const printedFor = getAllSheets(workbook.store, workshop).map(({ participant }) => participant)
    expect(people.toSorted()).toEqual(printedFor.toSorted())
    expect(form).toContain('<sheetProtection sheet="1"')
    expect(form).toContain('sqref="H4:H18"')
    expect(form).toContain('max="4" width="12" hidden="1"')
  })

  it.runIf(isLongRun && isInstalled('soffice') && existsSync('/usr/lib/libreoffice/program'))(
    'come to the same through a form that LibreOffice saved',
    async () => {
      const { workbook } = await throughForm(folder => {
        run('soffice', ['--headless', '--convert-to', 'ods', 'form.xlsx'], folder)
        run(
          'soffice',
          ['--headless', '--convert-to', 'xlsx', '--outdir', 'saved', 'form.ods'],
          folder,
        )
        return 'saved/form.xlsx'
      })
      expect(countsOf(workbook)).toEqual(await expectedCounts())
    },
  )
})

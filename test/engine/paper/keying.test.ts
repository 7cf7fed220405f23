import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { listOpenConflicts } from '../../../engine/conflicts/list.ts'
import { withExportMaterial } from '../../../engine/exports/material/material.ts'
import { ratingColumns } from '../../../engine/exports/sheets/record-columns.ts'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import {
  finishCheck,
  finishKeying,
  keyAnswer,
  listDifferences,
  settleDifference,
} from '../../../engine/paper/keying.ts'
import { printSheets } from '../../../engine/paper/print-sheets.ts'
import { sheetCodeText } from '../../../engine/paper/sheet-code.ts'
import { findSheet, listSheets, openSheet } from '../../../engine/paper/sheets.ts'
import { ratingsBehind } from '../../../engine/provenance/trace.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { consolidate } from '../../../engine/results/consolidate.ts'
import { getAllRatingsOf } from '../../../engine/store/records/ratings.ts'
import { getSheet } from '../../../engine/store/records/sheets.ts'
import { getAllParticipants } from '../../../engine/store/records/workshops.ts'
import { findWordsToExport } from '../../../engine/store/reports/exports.ts'
import { verifyWorkbook } from '../../../engine/verify/verify.ts'
import { withdraw } from '../../../engine/withdrawal/withdraw.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { addParticipant } from '../../../engine/workshops/participants.ts'
import { entryWords } from '../../../shared/messages/paper.ts'
import type { ExportScope } from '../../../shared/model/exports.ts'
import {
  program,
  rating,
  sampleRoom,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'
import { laptop, merge, packageOf, ratedBySomeone } from '../packages/laptops.ts'
import { keyIn, printed } from './sheets-on-paper.ts'

const threeOnPaper = async () => {
  const workbook = sampleWorkbook()
  const workshop = sampleWorkshop(workbook)
  const { sheets, path } = await printed(workbook, { workshop, for: { group: 'ADCS', people: 3 } })
  return { workbook, workshop, sheets, path, store: workbook.store }
}

describe('printing sheets', () => {
  it('numbers them, gives each newcomer a code of their own, and records nobody yet', async () => {
    const { workbook, workshop, sheets, store, path } = await threeOnPaper()
    expect(sheets).toEqual([1, 2, 3])
    const codes = listSheets(store, workshop).map(({ code }) => code)
    expect(new Set(codes).size).toBe(3)
    expect(getAllParticipants(store, workshop)).toEqual([])
    const next = addParticipant(workbook, { workshop, group: 'ADCS' })
    expect(codes).not.toContain(next.code)
    const page = readFileSync(path, 'utf8')
    for (const code of codes) expect(page).toContain(code)
  })

  it('prints some sections only, and refuses those that the round asks nothing of', async () => {
    const { workbook, workshop, sheets } = await threeOnPaper()
    expect(openSheet(workbook, { sheet: sheets[0] ?? 0, pass: 1 }).lines).toHaveLength(3)
    const nowhere = { workshop, for: { group: 'ADCS', people: 1 }, sections: ['Nowhere'] }
    await expect(printed(workbook, nowhere)).rejects.toMatchObject({ code: 'EMPTY_SHEET' })
    expect(listSheets(workbook.store, workshop)).toHaveLength(3)
  })

  it('prints a further sheet for somebody who is in the workshop', async () => {
    const { workbook, workshop, person } = sampleRoom()
    const { sheets } = await printed(workbook, { workshop, for: { participant: person } })
    expect(getSheet(workbook.store, sheets[0] ?? 0)).toMatchObject({
      participant: person,
      code: 'P01',
    })
  })

  it('prints nothing where nothing draws a PDF', async () => {
    const { workbook, workshop } = sampleRoom()
    const to = { path: '/nowhere/sheets.pdf', name: 'sheets.pdf' }
    const choices = {
      workshop,
      round: 1,
      style: 'plain',
      for: { group: 'ADCS', people: 2 },
    } as const
    await expect(printSheets(workbook, choices, { to, format: 'pdf' }, null)).rejects.toMatchObject(
      {
        code: 'CANNOT_DRAW_PDF',
      },
    )
    expect(listSheets(workbook.store, workshop)).toEqual([])
  })
})

describe('finding a sheet', () => {
  it('takes its number, a code, and what a scanner types off any page', async () => {
    const { workbook, workshop, store } = await threeOnPaper()
    const second = getSheet(store, 2)
    if (!second?.participant) throw new Error('There is no second sheet.')
    const code = sheetCodeText({
      ...{ workbook: workbook.id, participant: second.participant },
      ...{ framework: second.framework, page: 2 },
    })
    const found = (words: string) => findSheet(workbook, { workshop, words })
    expect([' 2 ', '#2', second.code.toLowerCase(), code].map(found)).toEqual([2, 2, 2, 2])
    expect(found(code.toLowerCase().replaceAll('.', '?'))).toBe(2)
    expect(() => found('9')).toThrow(expect.objectContaining({ code: 'UNKNOWN_SHEET' }))
    const other = code.replace(workbook.id.replaceAll('-', '').toUpperCase(), '0'.repeat(32))
    expect(() => found(other)).toThrow(
      expect.objectContaining({ code: 'SHEET_OF_ANOTHER_WORKBOOK' }),
    )
  })
})

describe('keying a sheet in', () => {
  it('records its person and their answers once it is finished, as from paper', async () => {
    const { workbook, workshop, store } = await threeOnPaper()
    keyIn(workbook, 1, 1, '54.321')
    expect(getAllParticipants(store, workshop)).toEqual([])
    expect(listSheets(store, workshop)[0]).toMatchObject({ stage: 'keying', read: [6, 0] })
    expect(finishKeying(workbook, { sheet: 1, by: 'AB' })).toMatchObject({
      ...{ stage: 'keyed', keyedBy: 'AB', checkedBy: null },
    })
    const [person] = getAllParticipants(store, workshop)
    const ratings = getAllRatingsOf(store, { participant: person?.id ?? '', round: 1 })
    expect(ratings.map(({ entry }) => entry)).toEqual(Array(5).fill('file'))
    finishKeying(workbook, { sheet: 1, by: 'AB' })
    expect(store.prepare('SELECT count(*) AS n FROM rating').get({})).toEqual({ n: 5 })
    expect(verifyWorkbook(store.file, program).ok).toBe(true)
  })

  it('refuses levels off the scale, lines that are not on it, and a sheet of which nothing was read', async () => {
    const { workbook } = await threeOnPaper()
    expect(() => keyIn(workbook, 1, 1, '6')).toThrow(
      expect.objectContaining({ code: 'LEVEL_OFF_SCALE' }),
    )
    const elsewhere = { sheet: 1, pass: 1, criterion: 'usability', comment: '' } as const
    expect(() =>
      keyAnswer(workbook, { ...elsewhere, indicator: 'x', answer: { kind: 'none' } }),
    ).toThrow(expect.objectContaining({ code: 'UNKNOWN_INDICATOR' }))
    expect(() => finishKeying(workbook, { sheet: 1, by: 'AB' })).toThrow(
      expect.objectContaining({ code: 'SHEET_NOT_READ' }),
    )
  })

  it('is told in a conflict as what it is, with who keyed it in', async () => {
    const [first, other] = [laptop(), laptop()]
    const workshop = sampleWorkshop(first)
    const person = addParticipant(first, { workshop, group: 'ADCS' }).id
    await merge(other, [await packageOf(first)])
    const [indicator] = currentFramework(other.store).indicators
    recordRating(other, rating(person, indicator?.id ?? '', 3))
    await printed(first, { workshop, for: { participant: person } })
    keyIn(first, 1, 1, '2')
    finishKeying(first, { sheet: 1, by: 'AB' })
    await merge(first, [await packageOf(other)])
    const [{ sides } = { sides: [] }] = listOpenConflicts(first.store)
    expect(sides.map(side => entryWords(side.entry, side)).toSorted()).toEqual([
      'on paper, keyed in by AB, not checked',
      'on screen',
    ])
  })

  it('has a second person find what differs, and settle it by the paper', async () => {
    const { workbook, workshop, store } = await threeOnPaper()
    keyIn(workbook, 1, 1, '543215')
    finishKeying(workbook, { sheet: 1, by: 'AB' })
    keyIn(workbook, 1, 2, '54421.')
    const differences = listDifferences(workbook, { sheet: 1 })
    expect(
      differences.map(({ line, criterion, first, second }) => [line, criterion, first, second]),
    ).toEqual([
      [2, 'usefulness', { kind: 'level', level: 3 }, { kind: 'level', level: 4 }],
      [3, 'usability', { kind: 'level', level: 5 }, { kind: 'none' }],
    ])
    const check = (by: string) => () => finishCheck(workbook, { sheet: 1, by })
    expect(check('ab ')).toThrow(expect.objectContaining({ code: 'CHECKED_BY_THE_SAME' }))
    expect(check('CD')).toThrow(expect.objectContaining({ code: 'SHEETS_DIFFER' }))
    for (const { indicator, criterion } of differences) {
      settleDifference(workbook, {
        sheet: 1,
        indicator,
        criterion,
        answer: { kind: 'level', level: 4 },
      })
    }
    expect(check('CD')()).toMatchObject({ stage: 'checked', keyedBy: 'AB', checkedBy: 'CD' })
    const [person] = getAllParticipants(store, workshop)
    const levels = getAllRatingsOf(store, { participant: person?.id ?? '', round: 1 })
    expect(levels.filter(({ answer }) => 'level' in answer && answer.level === 4)).toHaveLength(3)
    expect(() => keyIn(workbook, 1, 1, '1')).toThrow(
      expect.objectContaining({ code: 'SHEET_CHECKED' }),
    )
  })

  it('tells other laptops that answers came from paper, and who keyed and checked them', async () => {
    const first = laptop()
    const workshop = sampleWorkshop(first)
    await printed(first, { workshop, for: { group: 'ADCS', people: 1 } })
    keyIn(first, 1, 1, '55')
    finishKeying(first, { sheet: 1, by: 'AB' })
    keyIn(first, 1, 2, '55')
    finishCheck(first, { sheet: 1, by: 'CD' })
    const second = laptop()
    await merge(second, [await packageOf(first)])
    const notes = second.store.prepare('SELECT keyed_by, checked_by FROM current_paper').all({})
    expect(notes).toEqual([{ keyed_by: 'AB', checked_by: 'CD' }])
    expect(second.store.prepare('SELECT 1 FROM sheet').all({})).toEqual([])
    expect(consolidate(second, { round: 1 }).indicators[0]?.criteria.usefulness.n).toBe(1)
  })
})

describe('somebody on paper who withdraws', () => {
  it('leaves nothing but the number of the sheet', async () => {
    const { workbook, workshop, store } = await threeOnPaper()
    keyIn(workbook, 3, 1, '55')
    finishKeying(workbook, { sheet: 3, by: 'AB' })
    const [person] = getAllParticipants(store, workshop)
    withdraw(workbook, person?.id ?? '')
    expect(store.prepare('SELECT 1 FROM keyed').all({})).toEqual([])
    expect(store.prepare('SELECT 1 FROM paper_record').all({})).toEqual([])
    expect(() => openSheet(workbook, { sheet: 3, pass: 1 })).toThrow(
      expect.objectContaining({ code: 'SHEET_WITHDRAWN' }),
    )
    const { sheets } = await printed(workbook, { workshop, for: { group: 'ADCS', people: 1 } })
    expect(sheets).toEqual([4])
  })
})

/** Reads off the long table how each answer came in, as far as it says anything. */
const longRows = (workbook: Workbook, scope: Partial<ExportScope>) =>
  withExportMaterial(workbook, { round: 1, ...scope }, async material => {
    const told = ratingColumns(material).filter(({ name }) => /entry|_by$/.test(name))
    return [...material.ratings()].map(row =>
      Object.fromEntries(
        told.flatMap(({ name, value }) => (value(row) === null ? [] : [[name, value(row)]])),
      ),
    )
  })

describe('answers from paper', () => {
  it('are told from others where they are traced and exported, with who keyed and checked them', async () => {
    const { workbook, workshop, store } = await threeOnPaper()
    keyIn(workbook, 1, 1, '55')
    finishKeying(workbook, { sheet: 1, by: 'AB' })
    const [person] = getAllParticipants(store, workshop)
    const participant = person?.id ?? ''
    const indicator = getAllRatingsOf(store, { participant, round: 1 })[0]?.indicator ?? ''
    const behind = () =>
      ratingsBehind(workbook, { round: 1, indicator, criterion: 'usefulness' })[0]
    const entries = () => findWordsToExport(store)(participant).ratings.map(({ entry }) => entry)
    expect(behind()).toMatchObject({ keyedBy: 'AB', checkedBy: null })
    expect(entries()).toEqual(['paper', 'paper'])
    keyIn(workbook, 1, 2, '55')
    finishCheck(workbook, { sheet: 1, by: 'CD' })
    expect(behind()).toMatchObject({ keyedBy: 'AB', checkedBy: 'CD' })
    expect(entries()).toEqual(['paper_checked', 'paper_checked'])
    recordRating(workbook, rating(participant, indicator, 3))
    expect(behind()).toMatchObject({ keyedBy: null, checkedBy: null })
    expect(entries()).toEqual(['screen', 'paper_checked'])
    const told = { entry: 'paper_checked', keyed_by: 'AB', checked_by: 'CD' }
    expect(await longRows(workbook, {})).toEqual([{ entry: 'screen' }, told])
    const nobody = { entry: 'paper_checked' }
    expect(await longRows(workbook, { people: 'pseudonyms' })).toEqual([
      { entry: 'screen' },
      nobody,
    ])
  })

  it('are in no column of people who keyed them in where none came from paper', async () => {
    const workbook = laptop()
    ratedBySomeone(workbook)
    const names = await withExportMaterial(workbook, { round: 1 }, async of =>
      ratingColumns(of).map(({ name }) => name),
    )
    expect(names).toContain('entry')
    expect(names).not.toContain('keyed_by')
    const { scale } = workbook
    const rows = ratingColumns({
      ...{ scale, madeUp: false, release: 'rows' as const },
      ...{ hasPaper: true, placeOf: null },
    })
    expect(rows.map(({ name }) => name)).not.toContain('keyed_by')
  })
})

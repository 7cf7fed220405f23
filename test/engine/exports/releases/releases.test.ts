import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { listComments, releaseComment } from '../../../../engine/discussion/comments.ts'
import { recordSuggestion, releaseSuggestion } from '../../../../engine/discussion/suggestions.ts'
import { writeExport } from '../../../../engine/exports/write-export.ts'
import { recordRating } from '../../../../engine/ratings/record.ts'
import { getAllGivenOut } from '../../../../engine/store/records/releases.ts'
import { getAllWorkshops } from '../../../../engine/store/records/workshops.ts'
import type { Workbook } from '../../../../engine/workbooks/workbook.ts'
import { addParticipant } from '../../../../engine/workshops/participants.ts'
import { addWorkshop } from '../../../../engine/workshops/workshops.ts'
import type { ExportScope } from '../../../../shared/model/exports.ts'
import { CRITERIA } from '../../../../shared/model/vocabulary.ts'
import { openPackage } from '../../../helpers/intruder.ts'
import { unzip } from '../../../helpers/programs.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../../helpers/sample-workbook.ts'
import { tempFolder } from '../../../helpers/temp-folder.ts'
import { exported, exportedBook, indicatorIds, rowsOf, textOf } from '../exported.ts'
import { given } from './studies.ts'

const TABLES: ExportScope = { round: 1, release: 'tables' }
const ROWS: ExportScope = { round: 1, release: 'rows' }

/** People of groups of these sizes, each of whom answers every question: the same level by everyone of a group. */
function ratedBy(sizes: Readonly<Record<string, number>>): Workbook {
  const workbook = sampleWorkbook(['A1', 'A2'])
  const groups = Object.keys(sizes)
  const details = { title: 'Spring', date: '2026-03-09', venue: '', groups }
  const workshop = addWorkshop(workbook, details).id
  for (const [place, group] of groups.entries()) {
    for (let count = 0; count < (sizes[group] ?? 0); count++) {
      const { id } = addParticipant(workbook, { workshop, group, code: `${group} ${count}` })
      answerAll(workbook, id, 1 + (place % 5))
    }
  }
  return workbook
}

function answerAll(workbook: Workbook, person: string, level: number): void {
  for (const indicator of indicatorIds(workbook)) {
    for (const criterion of CRITERIA) {
      recordRating(workbook, rating(person, indicator, level, { criterion }))
    }
  }
}

function join1(workbook: Workbook, group = 'ADCS'): string {
  const [workshop] = getAllWorkshops(workbook.store)
  return sampleParticipant(workbook, workshop?.id ?? '', group)
}

const groupsTold = async (workbook: Workbook): Promise<readonly string[]> => {
  const rows = (await given(workbook, { release: 'tables' })).table('results_by_group')
  return rows
    .filter(({ indicator, n }) => indicator === 'A1' && n !== '')
    .map(row => `${row.group}`)
}

describe('tables', () => {
  it('tell groups of enough people, and count those of few together', async () => {
    expect(await groupsTold(ratedBy({ ADCS: 8, DfE: 6 }))).toEqual(['ADCS', 'DfE', 'ADCS', 'DfE'])
    const few = ['ADCS', 'Other groups, together']
    expect(await groupsTold(ratedBy({ ADCS: 8, DfE: 3, Ofsted: 2 }))).toEqual([...few, ...few])
    expect(await groupsTold(ratedBy({ ADCS: 8, DfE: 3, Ofsted: 1 }))).toEqual([])
  })

  it('have no sheet and no file with a row about one person, and no number of who was asked', async () => {
    const workbook = ratedBy({ ADCS: 8, DfE: 6 })
    const book = await exportedBook(workbook, TABLES)
    expect(book.SheetNames).toEqual(
      expect.not.arrayContaining(['Ratings', 'Participants']) as unknown as string[],
    )
    const [row] = rowsOf(book, 'Results')
    expect(row).toMatchObject({ n: 14 })
    for (const untold of ['participants', 'asked', 'missing'])
      expect(row).not.toHaveProperty(untold)
    expect(textOf(book, 'Read me')).toContain('Release: tables.')
    expect(textOf(book, 'Read me')).not.toContain('Spring')
    const csv = String(await exported(workbook, 'csv', TABLES))
    expect(csv.split('\r\n')[1]).toMatch(/,tables$/)
    expect(csv).not.toMatch(/ADCS \d/)
    const page = String(await exported(workbook, 'html', TABLES))
    expect(page).toContain('Release: tables.')
    expect(page).toContain('14 or more')
    expect(page).not.toContain('Spring')
  })

  it.each(['docx', 'pptx'] as const)('name no workshop and nobody in a %s', async format => {
    const parts = await unzip(await exported(ratedBy({ ADCS: 8, DfE: 6 }), format, TABLES))
    const text = [...parts]
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, bytes]) => bytes.toString('utf8'))
      .join('\n')
    expect(text).toMatch(/Release: tables/)
    expect(text).not.toContain('Spring')
    expect(text).not.toMatch(/ADCS \d/)
  })

  it('say who they are for in a folder of Parquet too, without queries over rows that are not there', async () => {
    using folder = tempFolder()
    const path = folder.file('out.parquet')
    const choices = { format: 'parquet', scope: TABLES } as const
    await writeExport(ratedBy({ ADCS: 8, DfE: 6 }), choices, { path, name: 'out' })
    expect(readFileSync(join(path, 'README.md'), 'utf8')).toContain('Release: tables.')
    expect(readdirSync(path)).toEqual(
      expect.not.arrayContaining(['ratings', 'participants', 'asked', 'queries.sql']),
    )
  })

  it('are the same bytes again, and are kept once', async () => {
    const workbook = ratedBy({ ADCS: 8, DfE: 6 })
    const first = await exported(workbook, 'zip', TABLES)
    expect(await exported(workbook, 'zip', TABLES)).toEqual(first)
    expect(getAllGivenOut(workbook.store)).toHaveLength(1)
  })

  it('are refused where one more person would be told by the difference, until more have come', async () => {
    const workbook = ratedBy({ ADCS: 8, DfE: 6 })
    await exported(workbook, 'zip', TABLES)
    answerAll(workbook, join1(workbook), 5)
    await expect(exported(workbook, 'zip', TABLES)).rejects.toMatchObject({
      code: 'RELEASED_BEFORE',
    })
    for (let count = 0; count < 4; count++) answerAll(workbook, join1(workbook), 5)
    const later = await given(workbook, { release: 'tables' })
    expect(later.table('results')[0]).toMatchObject({ n: '19', level_5: '5' })
    expect(later.texts.get('README.md')).toContain('1 earlier release')
  })

  it('are of the whole workbook, by a rule that asks everyone together', async () => {
    const workbook = ratedBy({ ADCS: 8, DfE: 6 })
    const part = { ...TABLES, groups: ['ADCS'] }
    await expect(exported(workbook, 'zip', part)).rejects.toMatchObject({
      code: 'RELEASE_IS_WHOLE',
      data: { release: 'tables', choice: 'groups' },
    })
    expect(getAllGivenOut(workbook.store)).toEqual([])
  })

  it('have of what people wrote only what somebody let out, without its writer', async () => {
    const workbook = ratedBy({ ADCS: 8, DfE: 6 })
    const [indicator = ''] = indicatorIds(workbook)
    const writer = join1(workbook)
    for (const [criterion, comment] of [
      ['usefulness', 'Too dear'],
      ['usability', 'As the only dentist here'],
    ] as const) {
      recordRating(workbook, rating(writer, indicator, { kind: 'none' }, { comment, criterion }))
    }
    const read =
      listComments(workbook.store, {}).find(({ text }) => text === 'Too dear')?.rating ?? ''
    const suggestion = { id: uuidv7(), participant: writer, round: 1, text: 'Rate per 1,000' }
    recordSuggestion(workbook, { ...suggestion, kind: 'wording', indicator })
    releaseComment(workbook, { rating: read, released: true })
    releaseSuggestion(workbook, { suggestion: suggestion.id, released: true })
    const { table, texts } = await given(workbook, { release: 'tables' })
    expect(table('comments')).toEqual([
      {
        indicator: 'A1',
        title: 'Indicator A1',
        criterion: 'usefulness',
        round: '1',
        comment: 'Too dear',
      },
    ])
    expect(table('suggestions')).toMatchObject([{ suggestion: 'Rate per 1,000' }])
    expect([...texts.values()].join()).not.toContain('dentist')
    releaseComment(workbook, { rating: read, released: false })
    expect((await given(workbook, { release: 'tables' })).table('comments')).toEqual([])
  })
})

describe('rows', () => {
  it('have answers, and neither group, workshop, time nor device', async () => {
    const workbook = ratedBy({ ADCS: 8, DfE: 1 })
    const { table, texts } = await openPackage(await exported(workbook, 'zip', ROWS))
    expect(Object.keys(table('ratings')[0] ?? {})).toEqual([
      ...['rating_id', 'participant_id', 'indicator', 'criterion', 'round', 'answer', 'level'],
      ...['made_up', 'counts'],
    ])
    expect(table('ratings')).toHaveLength(36)
    expect(table('ratings').every(row => row.counts === 'yes')).toBe(true)
    expect([...texts.keys()]).toEqual(expect.not.arrayContaining(['data/results_by_group.csv']))
    const all = [...texts.values()].join('\n')
    for (const told of ['ADCS', 'DfE', 'Spring', workbook.device]) expect(all).not.toContain(told)
    const book = await exportedBook(workbook, ROWS)
    expect(book.SheetNames).toEqual(
      expect.not.arrayContaining(['By group', 'Participants', 'Comments']),
    )
  })

  it('exclude tables by group, whichever was released first', async () => {
    const rowsFirst = ratedBy({ ADCS: 8, DfE: 6 })
    await exported(rowsFirst, 'zip', ROWS)
    expect(await groupsTold(rowsFirst)).toEqual([])
    const tablesFirst = ratedBy({ ADCS: 8, DfE: 6 })
    await exported(tablesFirst, 'zip', TABLES)
    await expect(exported(tablesFirst, 'zip', ROWS)).rejects.toMatchObject({
      code: 'RELEASED_BY_GROUP',
    })
  })

  it('leave out what only a few were asked, by which they could be told', async () => {
    const workbook = ratedBy({ ADCS: 8 })
    const people = (await given(workbook, {})).table('participants')
    const [indicator = ''] = indicatorIds(workbook)
    for (const { participant_id: id = '' } of people.slice(0, 3)) {
      recordRating(workbook, rating(id, indicator, 2, { round: 2 }))
    }
    const { table, texts } = await openPackage(await exported(workbook, 'zip', ROWS))
    expect(new Set(table('ratings').map(({ round }) => round))).toEqual(new Set(['1']))
    expect(texts.get('README.md')).toContain('Left out, because it would single people out')
  })

  it('are refused where few were asked anything, and where one row is new', async () => {
    await expect(exported(ratedBy({ ADCS: 4 }), 'zip', ROWS)).rejects.toMatchObject({
      code: 'TOO_FEW_FOR_ROWS',
    })
    const workbook = ratedBy({ ADCS: 8 })
    await exported(workbook, 'csv', ROWS)
    answerAll(workbook, join1(workbook), 3)
    await expect(exported(workbook, 'csv', ROWS)).rejects.toMatchObject({ code: 'RELEASED_BEFORE' })
  })
})

describe('a file for research', () => {
  it('says that it is, and is kept nowhere', async () => {
    const workbook = sampleWorkbook()
    sampleWorkshop(workbook)
    expect(textOf(await exportedBook(workbook), 'Read me')).toContain('Release: research.')
    expect(getAllGivenOut(workbook.store)).toEqual([])
  })
})

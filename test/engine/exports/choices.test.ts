import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { tagComment } from '../../../engine/discussion/comments.ts'
import { recordSuggestion } from '../../../engine/discussion/suggestions.ts'
import { recordRating } from '../../../engine/ratings/record.ts'
import { noteFacilitators } from '../../../engine/rounds/facilitators.ts'
import type { Workbook } from '../../../engine/workbooks/workbook.ts'
import { READ_ME } from '../../../shared/messages/report.ts'
import type { ExportScope } from '../../../shared/model/exports.ts'
import {
  changeFramework,
  indicatorText,
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'
import {
  exported,
  exportedBook,
  headingsOf,
  indicatorIds,
  ratedWorkbook,
  rowsOf,
  textOf,
} from './exported.ts'

const PSEUDONYMS: ExportScope = { round: 1, people: 'pseudonyms' }

/** The ratings of an indicator's usefulness by people of some groups: the same level by everyone. */
function ratedByGroups(sizes: Readonly<Record<string, number>>): Workbook {
  const workbook = sampleWorkbook(['A1'])
  const [indicator = ''] = indicatorIds(workbook)
  const workshop = sampleWorkshop(workbook)
  for (const [group, size] of Object.entries(sizes)) {
    for (let person = 0; person < size; person++) {
      const participant = sampleParticipant(workbook, workshop, group)
      recordRating(workbook, rating(participant, indicator, 4))
    }
  }
  return workbook
}

/** The groups whose figures for usefulness are in the sheet By group, with how many chose a level. */
async function shownGroups(workbook: Workbook, hideUnder: number) {
  const book = await exportedBook(workbook, { round: 1, hideUnder })
  const rows = rowsOf(book, 'By group').filter(({ criterion }) => criterion === 'usefulness')
  return Object.fromEntries(rows.flatMap(({ group, n }) => (n ? [[group, n]] : [])))
}

describe('an export of answers to other words', () => {
  /** A1 is rated by six people in its first words, by two in new ones. */
  function reworded(): Workbook {
    const workbook = ratedByGroups({ DfE: 6 })
    const [indicator = ''] = indicatorIds(workbook)
    changeFramework(workbook, [indicatorText('A1', { title: 'A1 in better words' })])
    const late = [1, 2].map(() => sampleParticipant(workbook, sampleWorkshop(workbook)))
    for (const person of late) recordRating(workbook, rating(person, indicator, 5))
    for (const person of late) {
      recordRating(workbook, rating(person, indicator, 5, { criterion: 'usability' }))
    }
    return workbook
  }

  it('says how many there are, in the summary and in each report', async () => {
    const workbook = reworded()
    const [row] = rowsOf(await exportedBook(workbook), 'Summary')
    expect(row).toMatchObject({ indicator: 'A1 in better words', other_words: 6 })
    const report = (await exported(workbook, 'html')).toString('utf8')
    expect(report).toContain('6 of 10 answers saw other words')
    expect(report).toContain('For 1 indicator, some answers were given to other words')
  })

  it('leaves the number out where it would tell of too few people', async () => {
    const [row] = rowsOf(await exportedBook(reworded(), { round: 1, hideUnder: 7 }), 'Summary')
    expect(row).not.toHaveProperty('other_words')
  })
})

describe('an export', () => {
  it('says who facilitated, in each file for people and in the table of workshops', async () => {
    const { workbook, spring } = ratedWorkbook()
    noteFacilitators(workbook, { workshop: spring, round: 1, text: 'A. B.' })
    const readMe = textOf(await exportedBook(workbook), 'Read me')
    expect(readMe).toContain('Facilitated by,Round 1: A. B.')
    const report = (await exported(workbook, 'html')).toString('utf8')
    expect(report).toContain('Round 1: A. B.')
  })

  it('with pseudonyms says it nowhere', async () => {
    const { workbook, spring } = ratedWorkbook()
    noteFacilitators(workbook, { workshop: spring, round: 1, text: 'A. B.' })
    const readMe = textOf(await exportedBook(workbook, PSEUDONYMS), 'Read me')
    expect(readMe).not.toContain('A. B.')
    expect((await exported(workbook, 'html', PSEUDONYMS)).toString('utf8')).not.toContain('A. B.')
  })
})

describe('an export with pseudonyms', () => {
  it('gives each person one pseudonym, and nothing that links a row to another file', async () => {
    const { workbook, people } = ratedWorkbook()
    const csv = (await exported(workbook, 'csv', PSEUDONYMS)).toString('utf8')
    const rows = rowsOf(await exportedBook(workbook, PSEUDONYMS), 'Ratings')
    const ada = new Set(rows.filter(row => row.level === 5 || row.level === 1))
    expect(new Set([...ada].map(row => row.participant)).size).toBe(1)
    expect(new Set(rows.map(row => row.participant)).size).toBe(4)
    for (const { participant = '' } of rows) expect(participant).toMatch(/^R0[1-4]$/)
    for (const id of [...people, workbook.device, 'P01']) expect(csv).not.toContain(id)
    expect(rows.every(row => row.recorded_at === undefined)).toBe(true)
    expect(new Set(rows.map(row => row.rating_id)).size).toBe(rows.length)
  })

  it('calls people the same in every sheet and each time, until a record or choice is added', async () => {
    const { workbook, spring } = ratedWorkbook()
    // Twenty people, so that another order is all but certain to differ.
    for (let person = 0; person < 20; person++) sampleParticipant(workbook, spring)
    const order = async (scope: ExportScope) => {
      const book = await exportedBook(workbook, scope)
      const listed = rowsOf(book, 'Participants').map(row => `${row.participant} ${row.group}`)
      const rated = rowsOf(book, 'Ratings').map(row => `${row.participant} ${row.group}`)
      expect(rated.filter(person => !listed.includes(person))).toEqual([])
      return rowsOf(book, 'Ratings').map(row => `${row.participant} ${row.answer}`)
    }
    const first = await order(PSEUDONYMS)
    expect(await order({ people: 'pseudonyms', round: 1 })).toEqual(first)
    expect(await order({ ...PSEUDONYMS, comments: false })).not.toEqual(first)
    sampleParticipant(workbook, spring)
    expect(await order(PSEUDONYMS)).not.toEqual(first)
  })
})

describe('an export that hides small groups', () => {
  it('shows and marks everything unless it is told to hide', async () => {
    const book = await exportedBook(ratedByGroups({ ADCS: 3, DfE: 9 }))
    const marks = rowsOf(book, 'By group').filter(({ n }) => n)
    expect(marks.map(row => [row.group, row.n, row.few_answers])).toEqual([
      ['ADCS', 3, 'yes'],
      ['DfE', 9, 'no'],
    ])
  })

  it('hides further groups, the smallest first, until no sum tells what is hidden', async () => {
    const five = ratedByGroups({ ADCS: 6, DfE: 5, Ofsted: 7 })
    expect(await shownGroups(five, 5)).toEqual({ ADCS: 6, DfE: 5, Ofsted: 7 })
    const one = ratedByGroups({ ADCS: 2, DfE: 9, Ofsted: 6 })
    expect(await shownGroups(one, 5)).toEqual({ DfE: 9 })
    const two = ratedByGroups({ ADCS: 2, DfE: 2, Ofsted: 6, Other: 8 })
    expect(await shownGroups(two, 5)).toEqual({ Other: 8 })
    const enough = ratedByGroups({ ADCS: 2, DfE: 3, Ofsted: 6 })
    expect(await shownGroups(enough, 5)).toEqual({ Ofsted: 6 })
  })

  it('leaves out the figures of everyone where everyone is few, and what follows from them', async () => {
    const book = await exportedBook(ratedByGroups({ ADCS: 4 }), { round: 1, hideUnder: 5 })
    const [row] = rowsOf(book, 'Results')
    expect(row).toMatchObject({ participants: 4, few_answers: 'left out' })
    expect(Object.keys(row ?? {})).not.toContain('n')
    expect(Object.keys(row ?? {})).not.toContain('verdict')
    expect(headingsOf(book, 'Summary')).toContain('usefulness n')
    expect(rowsOf(book, 'Summary')[0]).not.toHaveProperty('usefulness n')
    expect(rowsOf(book, 'Agreement')[0]).not.toHaveProperty('answers')
    expect(rowsOf(book, 'Rounds')[0]).not.toHaveProperty('n')
  })

  it('does not say the group in any row about one person', async () => {
    const workbook = ratedByGroups({ ADCS: 3, DfE: 9 })
    const book = await exportedBook(workbook, { round: 1, hideUnder: 5 })
    for (const sheet of ['Ratings', 'Participants']) {
      expect(rowsOf(book, sheet)).toHaveLength(12)
      expect(rowsOf(book, sheet).every(row => row.group === undefined)).toBe(true)
    }
  })
})

describe('what people wrote', () => {
  it('is in an export with its tags, and suggestions with the indicator they are about', async () => {
    const { workbook, people } = ratedWorkbook()
    const [ada = ''] = people
    const [indicator = ''] = indicatorIds(workbook)
    const about = { participant: ada, round: 1, text: 'Children who are safe' }
    recordSuggestion(workbook, { id: uuidv7(), kind: 'wording', indicator, ...about })
    recordSuggestion(workbook, { id: uuidv7(), kind: 'missing', indicator: null, ...about })
    const commented = rowsOf(await exportedBook(workbook), 'Comments')[0]
    for (const tag of ['too costly', 'data']) {
      tagComment(workbook, { rating: String(commented?.rating_id), tag })
    }
    const book = await exportedBook(workbook)
    expect(rowsOf(book, 'Comments')[0]).toMatchObject({ comment: '=1+1', tags: 'data; too costly' })
    expect(rowsOf(book, 'Suggestions')).toMatchObject([
      { kind: 'wording', indicator: 'A1', title: 'Indicator A1', suggestion: about.text },
      { kind: 'missing', suggestion: about.text, group: 'ADCS', participant: 'P01' },
    ])
    const without = await exportedBook(workbook, { round: 1, comments: false })
    expect(without.SheetNames).not.toContain('Suggestions')
  })
})

describe('the other choices of an export', () => {
  it('leave out comments from every sheet', async () => {
    const { workbook } = ratedWorkbook()
    const all = await exportedBook(workbook)
    expect(rowsOf(all, 'Comments').map(({ comment }) => comment)).toEqual(['=1+1', 'Why?'])
    const book = await exportedBook(workbook, { round: 1, comments: false })
    expect(book.SheetNames).not.toContain('Comments')
    expect(book.SheetNames.map(name => textOf(book, name)).join()).not.toContain('Why?')
    expect(textOf(book, 'Read me')).toContain(READ_ME.choices.noComments)
    expect(textOf(book, 'Codebook')).not.toContain('Comments,')
  })

  it('list the ratings and results of the rounds that were asked for', async () => {
    const { workbook } = ratedWorkbook()
    const both = await exportedBook(workbook)
    expect(new Set(rowsOf(both, 'Rounds').map(({ round }) => round))).toEqual(new Set([1, 2]))
    const book = await exportedBook(workbook, { round: 1, rounds: [2] })
    expect(rowsOf(book, 'Ratings').map(({ round }) => round)).toEqual([2])
    expect(new Set(rowsOf(book, 'Rounds').map(({ round }) => round))).toEqual(new Set([2]))
    expect(textOf(book, 'Read me')).toContain(READ_ME.choices.rounds([2]))
  })

  it('are refused for a group that the workbook does not have', async () => {
    const { workbook } = ratedWorkbook()
    await expect(exported(workbook, 'csv', { round: 1, groups: ['adcs'] })).rejects.toMatchObject({
      code: 'UNKNOWN_GROUP',
      data: { group: 'adcs', groups: expect.arrayContaining(['ADCS']) },
    })
  })
})

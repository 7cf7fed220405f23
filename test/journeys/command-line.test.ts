import { readFileSync, writeFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { read, utils } from 'xlsx'
import type { EnteredRatings } from '../../engine/ratings/data-entry/enter-ratings.ts'
import type { Results } from '../../shared/model/results.ts'
import type { WorkbookInfo } from '../../shared/model/workbook.ts'
import { DRAFT_FRAMEWORK, runCli, runJson } from '../cli/run-cli.ts'
import { counts } from '../helpers/counts.ts'
import { tempFolder } from '../helpers/temp-folder.ts'
import {
  CRITERIA,
  draftCodes,
  figuresOf,
  GROUPS,
  HOSTILE_COMMENTS,
  type PaperRating,
  type PlainFigures,
  paperRatings,
  toCsv,
} from './workshop-on-paper.ts'

type Row = Readonly<Record<string, string | number | undefined>>

const folder = tempFolder()
const codes = draftCodes()
const people = counts.paperPeople
const ratings = paperRatings(codes, people)
const blank = ratings.filter(({ answer, comment }) => answer === '' && comment === '').length
const workshop = { id: '' }

const json = <T>(...args: readonly string[]): Promise<T> => runJson<T>(args, folder.path)

/** The answers to one question, of everyone or of one group. */
const answersTo = (code: string, criterion: string, group?: string): readonly string[] =>
  ratings
    .filter(rating => rating.indicator === code && rating.criterion === criterion)
    .filter(rating => group === undefined || rating.group === group)
    .map(({ answer }) => answer)

/** Equal to the last bit but for rounding in another order of summing. */
function expectFigures(found: object, wanted: PlainFigures, what: string): void {
  const figures = new Map<string, unknown>(Object.entries(found))
  for (const [name, value] of Object.entries(wanted)) {
    const figure = figures.get(name)
    if (typeof value === 'number' && !Number.isInteger(value)) {
      expect(figure, `${what} ${name}`).toBeCloseTo(value, 12)
    } else expect(figure, `${what} ${name}`).toEqual(value)
  }
}

function sheetRows(file: string, sheet: string): readonly Row[] {
  const book = read(readFileSync(folder.file(file)), { sheets: [sheet] })
  return utils.sheet_to_json<Row>(book.Sheets[sheet] ?? {})
}

/** The figures of a row of a results sheet, by the names that results use; an empty cell is null. */
function figuresOfRow(row: Row): Readonly<Record<string, unknown>> {
  const counts = Object.entries(row).flatMap(([name, value]) => {
    const level = /^level_(\d):/.exec(name)?.[1]
    return level ? [[level, value] as const] : []
  })
  const { dont_know: dontKnow, not_applicable: notApplicable } = row
  const empty = { mean: null, sd: null, median: null, q1: null, q3: null, favourable: null }
  return { ...empty, ...row, dontKnow, notApplicable, counts: Object.fromEntries(counts) }
}

const questions = codes.flatMap(code => CRITERIA.map(criterion => ({ code, criterion })))

/** Each step runs whole programs, and a laptop that is busy with others takes its time. */
const PATIENCE = { timeout: 120_000 }

describe('a workshop on paper, from the draft framework to the exported results', PATIENCE, () => {
  beforeAll(async () => {
    writeFileSync(folder.file('keyed-in.csv'), toCsv(ratings))
    await json('create', 'book.sqlite', '--framework', DRAFT_FRAMEWORK, '--title', 'Spring 2026')
    const { id } = await json<{ readonly id: string }>(
      ...['workshop', 'book.sqlite', '--title', 'Directors', '--date', '2026-03-09'],
      ...['--groups', GROUPS.join(';')],
    )
    workshop.id = id
  }, PATIENCE.timeout)
  afterAll(() => folder[Symbol.dispose]())

  const rate = (file: string) =>
    json<EnteredRatings>('rate', 'book.sqlite', file, '--workshop', workshop.id)
  const info = () => json<WorkbookInfo>('info', 'book.sqlite')

  it('keys in every row of the file', async () => {
    expect(blank).toBeGreaterThan(100)
    expect(await rate('keyed-in.csv')).toMatchObject({
      rows: ratings.length,
      participants: { added: people, known: 0 },
      ratings: {
        new: ratings.length - blank,
        changed: 0,
        unchanged: 0,
        missing: blank,
        repeated: 0,
      },
    })
  })

  it('consolidates to the figures that sorting the raw answers gives', async () => {
    const results = await json<Results>('results', 'book.sqlite', '--workshop', workshop.id)
    expect(results.participants).toBe(people)
    expect(results.indicators.map(({ code }) => code)).toEqual(codes)
    for (const { code, criteria } of results.indicators) {
      for (const criterion of CRITERIA) {
        const found = criteria[criterion]
        expectFigures(found, figuresOf(answersTo(code, criterion)), `${code} ${criterion}`)
        expect(Object.keys(found.groups)).toEqual([...GROUPS])
        for (const [group, ofGroup] of Object.entries(found.groups)) {
          const wanted = figuresOf(answersTo(code, criterion, group))
          expectFigures(ofGroup, wanted, `${code} ${criterion} ${group}`)
        }
      }
    }
  })

  it('exports the same figures to a spreadsheet, overall and by group', async () => {
    await json('export', 'book.sqlite', 'out.xlsx')
    const overall = sheetRows('out.xlsx', 'Results')
    expect(overall).toHaveLength(questions.length)
    for (const [index, { code, criterion }] of questions.entries()) {
      const row = overall[index] ?? {}
      expect(row).toMatchObject({ code, criterion, participants: people })
      expectFigures(
        figuresOfRow(row),
        figuresOf(answersTo(code, criterion)),
        `${code} ${criterion}`,
      )
    }
    const byGroup = sheetRows('out.xlsx', 'By group')
    expect(byGroup).toHaveLength(questions.length * GROUPS.length)
    for (const row of byGroup) {
      const answers = answersTo(String(row.code), String(row.criterion), String(row.group))
      expectFigures(
        figuresOfRow(row),
        figuresOf(answers),
        `${row.code} ${row.criterion} ${row.group}`,
      )
    }
  })

  it('exports the priorities and verdicts that it prints for the same rule', async () => {
    const judging = ['--rule', 'iqr', '--quantile', 'R-6']
    await json('export', 'book.sqlite', 'judged.xlsx', ...judging)
    const { indicators } = await json<Results>('results', 'book.sqlite', ...judging)
    const rows = sheetRows('judged.xlsx', 'Results')
    const judged = indicators.flatMap(({ code, criteria }) =>
      CRITERIA.map(criterion => {
        const { verdict, kind, q1, changesToFlip } = criteria[criterion]
        return [code, criterion, verdict, kind, q1, changesToFlip]
      }),
    )
    expect(
      rows.map(({ code, criterion, verdict, kind_of_disagreement: kind, q1, ...more }) => [
        ...[code, criterion, verdict, kind, q1, more.changes_to_flip],
      ]),
    ).toEqual(judged)
    expect(sheetRows('out.xlsx', 'Results').map(({ q1 }) => q1)).not.toEqual(
      rows.map(({ q1 }) => q1),
    )
    expect(sheetRows('judged.xlsx', 'Summary').map(({ priority }) => priority)).toEqual(
      indicators.map(({ priority }) => priority),
    )
  })

  it('writes no formula into any cell of the spreadsheet', () => {
    const workbook = read(readFileSync(folder.file('out.xlsx')), { cellFormula: true, dense: true })
    const cells = workbook.SheetNames.flatMap(name => workbook.Sheets[name]?.['!data'] ?? []).flat()
    expect(cells.length).toBeGreaterThan(16 * ratings.length)
    expect(cells.filter(cell => cell?.f !== undefined)).toEqual([])
    expect(cells.some(cell => cell?.v === '=1+1' && cell.t === 's')).toBe(true)
  })

  it('keeps every comment exactly, in the spreadsheet and in the csv', async () => {
    await json('export', 'book.sqlite', 'out.csv')
    const csv: readonly Record<string, string>[] = parse(readFileSync(folder.file('out.csv')), {
      bom: true,
      columns: true,
    })
    const neutralised = /^'+[=+\-@\t]/
    const fromCsv = csv.map(row =>
      (row.comment ?? '').replace(neutralised, found => found.slice(1)),
    )
    const fromSheet = sheetRows('out.xlsx', 'Ratings').map(row => row.comment ?? '')
    const stored = ({ answer, comment }: PaperRating) => answer !== '' || comment !== ''
    const wanted = ratings.filter(stored).map(({ comment }) => comment)
    expect(new Set(wanted)).toEqual(new Set(['', ...HOSTILE_COMMENTS]))
    // This reader takes every line break for \n; what is in the file has a test of its own.
    expect(fromSheet).toEqual(wanted.map(comment => comment.replaceAll('\r\n', '\n')))
    expect(fromCsv).toEqual(wanted)
    expect(csv.some(row => /^[=+\-@\t\r]/.test(row.comment ?? ''))).toBe(false)
  })

  it('changes nothing when the same file is keyed in again', async () => {
    const before = await info()
    const again = await rate('keyed-in.csv')
    expect(again.participants).toEqual({ added: 0, known: people })
    expect(again.ratings).toMatchObject({ new: 0, changed: 0, unchanged: ratings.length - blank })
    expect(await info()).toMatchObject({
      participants: people,
      ratings: before.ratings,
      ratingRecords: before.ratingRecords,
    })
  })

  it('keeps one current rating and two records of an answer that is keyed in anew', async () => {
    const before = await info()
    const [first] = ratings.filter(({ answer }) => answer === '1')
    if (!first) throw new Error('Nobody answered 1.')
    writeFileSync(folder.file('changed.csv'), toCsv([{ ...first, answer: '5' }]))
    expect((await rate('changed.csv')).ratings).toMatchObject({ new: 0, changed: 1, unchanged: 0 })
    expect(await info()).toMatchObject({
      ratings: before.ratings,
      ratingRecords: before.ratingRecords + 1,
      conflicts: 0,
    })
  })

  it.each([
    ['an unknown indicator', { indicator: 'NO-SUCH' }, 'C2001'],
    ['a level off the scale', { answer: '6' }, 'F2001'],
  ])('refuses a file with %s by its row, and stores nothing of it', async (_, wrong, cell) => {
    const before = await info()
    const file = ratings.map((rating, index) => ({
      ...rating,
      participant: `T-${rating.participant}`,
      ...(index === 1999 ? wrong : {}),
    }))
    writeFileSync(folder.file('wrong.csv'), toCsv(file))
    const args = ['rate', 'book.sqlite', 'wrong.csv', '--workshop', workshop.id]
    const { code, stdout, stderr } = await runCli(args, folder.path)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(`Row 2001, cell ${cell}: `)
    expect(stderr).toContain(
      'wrong.csv has one row that does not fit. Nothing of the file was stored',
    )
    const { participants, ratings: current, ratingRecords } = await info()
    expect({ participants, ratings: current, ratingRecords }).toEqual({
      participants: before.participants,
      ratings: before.ratings,
      ratingRecords: before.ratingRecords,
    })
  })

  it('stores those of several files that fit in one go, and names the others', async () => {
    const [one] = ratings
    if (!one) throw new Error('Nobody was rated.')
    const fits = { ...one, participant: 'Extra-1', answer: '4' }
    writeFileSync(folder.file('fits.csv'), toCsv([fits]))
    writeFileSync(folder.file('again.csv'), toCsv([fits]))
    const faulty = { ...fits, participant: 'Extra-2', indicator: 'NO-SUCH' }
    writeFileSync(folder.file('faulty.csv'), toCsv([faulty]))
    const files = ['fits.csv', 'faulty.csv', 'again.csv']
    const args = ['rate', 'book.sqlite', ...files, '--workshop', workshop.id]
    const { code, stdout, stderr } = await runCli(args, folder.path)
    expect(code).toBe(2)
    expect(stdout).toContain('fits.csv:\n1 row: 1 new')
    expect(stdout).toContain(
      'Together:\n2 rows: 1 new, 0 changed, 0 unchanged, 0 missing, 1 repeated.',
    )
    expect(stdout).toContain('Extra-1 is in 2 files: fits.csv, again.csv.')
    expect(stderr).toContain('There is no indicator "NO-SUCH"')
    expect(stderr).toContain('1 of 3 files was not stored: faulty.csv.')
    const asJson = await runCli([...args, '--json'], folder.path)
    expect(JSON.parse(asJson.stdout)).toMatchObject({
      files: [
        { file: 'fits.csv', ratings: { unchanged: 1 }, ignoredColumns: [], warnings: [] },
        { file: 'faulty.csv', refused: { code: 'RATINGS_REFUSED' }, problems: [{ row: 2 }] },
        { file: 'again.csv', rows: 1 },
      ],
      together: { rows: 2, ratings: { new: 0, unchanged: 1, repeated: 1 } },
      inSeveral: [{ participant: 'Extra-1', files: ['fits.csv', 'again.csv'] }],
    })
  })

  it('loads the exported sheet Framework as the framework that it came from', async () => {
    // Only the sheet Framework matters here, so no ratings are exported beside it.
    const empty = ['workshop', 'book.sqlite', '--title', 'Not held yet'] as const
    const { id } = await json<{ readonly id: string }>(...empty)
    await json('export', 'book.sqlite', 'framework.xlsx', '--workshop', id)
    await json('create', 'again.sqlite', '--framework', 'framework.xlsx', '--sheet', 'Framework')
    const [original] = (await info()).frameworks
    const [again] = (await json<WorkbookInfo>('info', 'again.sqlite')).frameworks
    expect(again?.indicators).toBe(106)
    expect(again?.hash).toBe(original?.hash)
  })

  it('leaves a workbook that verifies', async () => {
    const { ok, checks } = await json<{
      readonly ok: boolean
      readonly checks: readonly { readonly ok: boolean }[]
    }>(...['verify', 'book.sqlite'])
    expect(ok).toBe(true)
    expect(checks.filter(check => check.ok)).toHaveLength(10)
  })
})

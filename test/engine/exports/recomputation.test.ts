import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { read } from 'xlsx'
import { type Random, seededRandom } from '../../../engine/ratings/random.ts'
import { recordRatings } from '../../../engine/ratings/record.ts'
import type { Answer, NewRating } from '../../../shared/model/rating.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'
import { plainFigures } from '../results/plain-figures.ts'
import { exported, indicatorIds, type Row, rowsOf } from './exported.ts'
import { plainAlphas, plainEqualGroups } from './plain-sheets.ts'

const GROUPS = ['ADCS', 'DfE', 'Ofsted', 'Young people'] as const
const SHEETS = ['Summary', 'Results', 'Rounds', 'By group', 'Agreement']
const SIZE = { participants: 200, indicators: 106, rounds: 2 }

/** The sheets' columns by what they hold; levels are told apart by their headings. */
const FIGURES: Readonly<Record<string, string>> = {
  n: 'n',
  dont_know: 'dontKnow',
  not_applicable: 'notApplicable',
  missing: 'missing',
  mean: 'mean',
  sd: 'sd',
  median: 'median',
  q1: 'q1',
  q3: 'q3',
  iqr: 'iqr',
  p30: 'p30',
  p70: 'p70',
  mean_absolute_deviation: 'meanAbsoluteDeviation',
  favourable: 'favourable',
  unfavourable: 'unfavourable',
  agreement_a: 'agreementA',
  verdict: 'verdict',
  kind_of_disagreement: 'kind',
}

function someAnswer(random: Random, middle: number): Answer | null {
  const draw = random()
  if (draw < 0.05) return null
  if (draw < 0.08) return { kind: 'dont_know' }
  if (draw < 0.1) return { kind: 'not_applicable' }
  const level = Math.round(1 + (middle + (random() - 0.5) * 0.8) * 4)
  return { kind: 'level', level: Math.min(5, Math.max(1, level)) }
}

/** A random workbook, and what everyone answered: by indicator, criterion and round. */
function randomWorkbook(seed: number) {
  const random = seededRandom(seed)
  const codes = Array.from({ length: SIZE.indicators }, (_, index) => `I${index + 1}`)
  const workbook = sampleWorkbook(codes)
  const workshop = sampleWorkshop(workbook)
  const people = Array.from({ length: SIZE.participants }, () => {
    const group = GROUPS[Math.floor(random() ** 2 * GROUPS.length)] ?? 'ADCS'
    return { id: sampleParticipant(workbook, workshop, group), group }
  })
  const answers = new Map<string, readonly (Answer | null)[]>()
  for (const [index, id] of indicatorIds(workbook).entries()) {
    for (const criterion of CRITERIA) {
      for (let round = 1; round <= SIZE.rounds; round++) {
        const middles = new Map(GROUPS.map(group => [group, random()]))
        const given = people.map(({ group }) => someAnswer(random, middles.get(group) ?? 0.5))
        const ratings = given.flatMap((answer, at): readonly NewRating[] =>
          answer ? [rating(people[at]?.id ?? '', id, answer, { criterion, round })] : [],
        )
        recordRatings(workbook, ratings, 'screen')
        answers.set(`${codes[index]} ${criterion} ${round}`, given)
      }
    }
  }
  return { workbook, people, answers }
}

function expectNumbers(row: Row, wanted: Readonly<Record<string, number | null>>, what: string) {
  for (const [column, value] of Object.entries(wanted)) {
    if (value === null) expect(row[column], `${what} ${column}`).toBeUndefined()
    else expect(row[column], `${what} ${column}`).toBeCloseTo(value, 9)
  }
}

/** The columns of Summary about one criterion. */
function expectSummary(row: Row, criterion: string, wanted: ReturnType<typeof plainFigures>) {
  const { n, median, favourable, verdict, kind, changesToFlip } = wanted
  const told = (name: string) => row[`${criterion} ${name}`]
  expect(told('n')).toBe(n)
  expect(told('median')).toBe(median)
  expect(told('favourable')).toBeCloseTo(favourable ?? Number.NaN, 10)
  expect([told('verdict'), told('kind of disagreement')]).toEqual([verdict, kind])
  expect(told('changes to flip')).toBe(changesToFlip ?? undefined)
}

function expectFigures(row: Row, wanted: Readonly<Record<string, unknown>>, what: string): void {
  for (const [column, name] of Object.entries(FIGURES)) {
    const value = wanted[name] ?? undefined
    const told = `${what} ${column}`
    if (typeof value === 'number') expect(row[column], told).toBeCloseTo(value, 10)
    else expect(row[column], told).toBe(value)
  }
  const counts = Object.entries(row).filter(([column]) => column.startsWith('level_'))
  expect(counts.map(([, count]) => count)).toEqual(Object.values(wanted.counts ?? {}))
}

type Given = readonly (Answer | null)[]

/** Figures of some answers, computed once however many sheets have them. */
function remembered(figures: typeof plainFigures) {
  const known = new Map<Given, ReturnType<typeof plainFigures>>()
  return (given: Given, inGroups: (given: Given) => readonly Given[]) => {
    const found = known.get(given) ?? figures(inGroups(given), 5)
    known.set(given, found)
    return found
  }
}

describe('an exported spreadsheet of 200 people, 106 indicators and two rounds', () => {
  it('has in every sheet the figures that plain arithmetic on the answers has', async () => {
    const { workbook, people, answers } = randomWorkbook(7)
    const bytes = await exported(workbook, 'xlsx', { round: 2 })
    // The ratings, which take a while to read, are read as csv.
    const book = read(bytes, { sheets: SHEETS })
    const plain = remembered(plainFigures)
    const given = (row: Row, round: unknown) =>
      answers.get(`${row.code} ${row.criterion} ${round}`) ?? []
    const inGroups = (all: readonly (Answer | null)[]) =>
      GROUPS.map(group => all.filter((_, at) => people[at]?.group === group))

    const results = rowsOf(book, 'Results')
    expect(results).toHaveLength(SIZE.indicators * 2)
    for (const row of results) {
      const wanted = plain(given(row, 2), inGroups)
      expectFigures(row, wanted, `${row.code} ${row.criterion}`)
      expect(row.changes_to_flip).toBe(wanted.changesToFlip ?? undefined)
      expectNumbers(row, plainEqualGroups(inGroups(given(row, 2))), `${row.code} ${row.criterion}`)
    }
    const summary = rowsOf(book, 'Summary')
    expect(summary).toHaveLength(SIZE.indicators)
    for (const row of summary) {
      for (const criterion of CRITERIA) {
        expectSummary(row, criterion, plain(given({ ...row, criterion }, 2), inGroups))
      }
    }
    const agreement = rowsOf(book, 'Agreement')
    expect(agreement.map(({ criterion }) => criterion)).toEqual([...CRITERIA])
    for (const row of agreement) {
      const units = summary.map(({ code }) => given({ code, criterion: row.criterion }, 2))
      expectNumbers(row, plainAlphas(units), `agreement on ${row.criterion}`)
      const isWhole = (_: unknown, person: number) =>
        units.every(unit => unit[person]?.kind === 'level')
      // Of a hundred and six answers nobody skipped none here, so W has nobody to rest on, and says so.
      expect([people.filter(isWhole).length, row.kendall_n, row.kendall_w]).toEqual([
        0,
        0,
        undefined,
      ])
      expect(row.note).toMatch(/^Kendall’s W/)
    }
    const rounds = rowsOf(book, 'Rounds')
    expect(rounds).toHaveLength(SIZE.indicators * 2 * SIZE.rounds)
    for (const row of rounds) {
      const wanted = plain(given(row, row.round), inGroups)
      expectFigures(row, wanted, `${row.code} ${row.criterion} in round ${row.round}`)
    }
    for (const row of rowsOf(book, 'By group').filter(({ participants }) => participants)) {
      const index = GROUPS.indexOf(row.group as (typeof GROUPS)[number])
      const wanted = plainFigures([inGroups(given(row, 2))[index] ?? []], 5)
      expectFigures(row, wanted, `${row.code} ${row.criterion} of ${row.group}`)
    }
    const answered = [...answers.values()].flat().filter(answer => answer !== null)
    const csv = await exported(workbook, 'csv')
    const ratings: readonly { readonly level: string }[] = parse(csv, { columns: true, bom: true })
    expect(ratings).toHaveLength(answered.length)
    const sum = (levels: readonly number[]) => levels.reduce((all, level) => all + level, 0)
    expect(sum(ratings.map(({ level }) => Number(level)))).toBe(
      sum(answered.map(answer => (answer?.kind === 'level' ? answer.level : 0))),
    )
  }, 180_000)
})

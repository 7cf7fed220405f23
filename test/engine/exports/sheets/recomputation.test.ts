import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { read } from 'xlsx'
import { recordRatings } from '../../../../engine/ratings/record.ts'
import { type Random, seededRandom } from '../../../../engine/ratings/synthetic/random.ts'
import type { Answer, NewRating } from '../../../../shared/model/rating.ts'
import { CRITERIA } from '../../../../shared/model/vocabulary.ts'
import { counts } from '../../../helpers/counts.ts'
import {
  rating,
  sampleParticipant,
  sampleWorkbook,
  sampleWorkshop,
} from '../../../helpers/sample-workbook.ts'
import { agreementOf, levelsOf, plainFigures } from '../../results/plain-figures.ts'
import { exported, indicatorIds, type Row, rowsOf } from '../exported.ts'

const GROUPS = ['ADCS', 'DfE', 'Ofsted', 'Young people'] as const
const SHEETS = ['Summary', 'Results', 'Rounds', 'By group', 'Agreement']
const SIZE = { participants: counts.recomputedPeople, indicators: 106, rounds: 2 }

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

describe(`an exported spreadsheet of ${SIZE.participants} people, 106 indicators and two rounds`, () => {
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

// Figures over groups that count the same and over all indicators once more, the long way: on raw
// answers, with none of the program's own functions.

type GivenAnswers = readonly (Answer | null)[]

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)

interface Weighed {
  readonly level: number
  readonly weight: number
}

/** R-7 under weights, as Akinshin defines it: the mean of the answers under a window of width 1/n. */
function weightedPercentile(weighed: readonly Weighed[], percent: number): number {
  const n = 1 / sum(weighed.map(({ weight }) => weight ** 2))
  const from = ((n - 1) * percent) / 100 / n
  const under = (share: number) => Math.min(1, Math.max(0, (share - from) * n))
  let [before, value] = [0, 0]
  for (const { level, weight } of weighed) {
    value += level * (under(before + weight) - under(before))
    before += weight
  }
  return value
}

/** The figures of groups that count the same, by the names of their columns. */
function plainEqualGroups(byGroup: readonly GivenAnswers[]) {
  const answered = byGroup.map(levelsOf).filter(levels => levels.length > 0)
  const weighed = answered
    .flatMap(levels =>
      levels.map(level => ({ level, weight: 1 / levels.length / answered.length })),
    )
    .sort((a, b) => a.level - b.level)
  const weightOf = (is: (level: number) => boolean) =>
    sum(weighed.map(({ level, weight }) => (is(level) ? weight : 0)))
  const meanOf = (of: (level: number) => number) =>
    sum(weighed.map(({ level, weight }) => of(level) * weight))
  const mean = meanOf(level => level)
  const middle = weighed.find(({ level }) => weightOf(other => other <= level) >= 0.5)?.level ?? 0
  const [q1, q3] = [weightedPercentile(weighed, 25), weightedPercentile(weighed, 75)]
  const unevenness = sum(weighed.map(({ weight }) => weight ** 2))
  return {
    equal_groups: answered.length,
    equal_mean: mean,
    equal_sd: Math.sqrt(meanOf(level => (level - mean) ** 2) / (1 - unevenness)),
    equal_median: weightedPercentile(weighed, 50),
    equal_q1: q1,
    equal_q3: q3,
    equal_iqr: q3 - q1,
    equal_mean_absolute_deviation: meanOf(level => Math.abs(level - middle)),
    equal_favourable: weightOf(level => level >= 4),
    equal_unfavourable: weightOf(level => level <= 2),
    equal_agreement_a: agreementOf([1, 2, 3, 4, 5].map(at => weightOf(level => level === at))),
  }
}

/** Krippendorff's alphas over units, each one indicator's answers, by their coincidences. */
function plainAlphas(units: readonly GivenAnswers[]) {
  const pairable = units.map(levelsOf).filter(levels => levels.length > 1)
  const all = pairable.flat()
  const levels = [1, 2, 3, 4, 5]
  const times = (among: readonly number[], level: number) =>
    among.filter(answer => answer === level).length
  const totals = new Map(levels.map(level => [level, times(all, level)]))
  const between = (low: number, high: number) =>
    sum(levels.filter(at => at >= low && at <= high).map(at => totals.get(at) ?? 0))
  const ends = (low: number, high: number) => ((totals.get(low) ?? 0) + (totals.get(high) ?? 0)) / 2
  const metrics = {
    alpha_nominal: () => 1,
    alpha_ordinal: (low: number, high: number) => (between(low, high) - ends(low, high)) ** 2,
    alpha_interval: (low: number, high: number) => (high - low) ** 2,
  }
  const pairs = levels.flatMap(low =>
    levels.filter(high => high > low).map(high => [low, high] as const),
  )
  const over = (weigh: (low: number, high: number) => number) =>
    Object.entries(metrics).map(
      ([name, metric]) =>
        [name, sum(pairs.map(([low, high]) => weigh(low, high) * metric(low, high)))] as const,
    )
  const observed = new Map(
    over((low, high) =>
      sum(pairable.map(unit => (times(unit, low) * times(unit, high)) / (unit.length - 1))),
    ),
  )
  const expected = over(
    (low, high) => ((totals.get(low) ?? 0) * (totals.get(high) ?? 0)) / (all.length - 1),
  )
  return {
    answers: all.length,
    indicators: pairable.length,
    ...Object.fromEntries(
      expected.map(([name, value]) => [name, 1 - (observed.get(name) ?? 0) / value]),
    ),
  }
}

import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { currentFramework } from '../../../engine/frameworks/versions/current-version.ts'
import { recordRatings } from '../../../engine/ratings/record.ts'
import { type Random, seededRandom } from '../../../engine/ratings/synthetic/random.ts'
import { consolidateWithAgreement } from '../../../engine/results/consolidate.ts'
import { createWorkbook } from '../../../engine/workbooks/open.ts'
import type { Answer } from '../../../shared/model/rating.ts'
import type { ScaleLength } from '../../../shared/model/scale.ts'
import { CRITERIA } from '../../../shared/model/vocabulary.ts'
import {
  indicatorText,
  ownFolder,
  program,
  rating,
  sampleParticipant,
  sampleWorkshop,
} from '../../helpers/sample-workbook.ts'
import { alphaByPairs, wByVariances } from './plain-agreement.ts'
import { levelsOf, plainFigures } from './plain-figures.ts'

const GROUPS = ['ADCS', 'DfE', 'Ofsted', 'Young people'] as const
const CODES = ['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'A7', 'A8'] as const

/** The answers of everyone: by indicator and criterion, the participants in one order. */
type Answers = ReadonlyMap<string, readonly (Answer | null)[]>

function someAnswer(random: Random, levels: number, middle: number): Answer | null {
  const draw = random()
  if (draw < 0.03) return null
  if (draw < 0.06) return { kind: 'dont_know' }
  if (draw < 0.08) return { kind: 'not_applicable' }
  if (draw < 0.1) return { kind: 'none' }
  const wide = Math.round(1 + (middle + (random() - 0.5) * 0.8) * (levels - 1))
  return { kind: 'level', level: Math.min(levels, Math.max(1, wide)) }
}

/** A workbook of people in four groups who differ over some indicators, and what they answered. */
function randomWorkbook(levels: ScaleLength, seed: number) {
  const random = seededRandom(seed)
  const workbook = createWorkbook(
    join(ownFolder(), 'random.sqlite'),
    {
      title: 'Random',
      scale: levels,
      madeUp: true,
      framework: {
        title: 'Random framework',
        origin: 'file',
        fileName: 'random.csv',
        indicators: CODES.map(code => indicatorText(code)),
      },
    },
    program,
  )
  onTestFinished(workbook.close)
  const workshops = [sampleWorkshop(workbook), sampleWorkshop(workbook)]
  const size = 6 + Math.floor(random() * 30)
  const people = Array.from({ length: size }, (_, index) => {
    const group = GROUPS[Math.floor(random() * GROUPS.length)] ?? 'ADCS'
    return { id: sampleParticipant(workbook, workshops[index % 2] ?? '', group), group }
  })
  const answers = new Map<string, readonly (Answer | null)[]>()
  for (const { id, code } of currentFramework(workbook.store).indicators) {
    for (const criterion of CRITERIA) {
      const middles = new Map(GROUPS.map(group => [group, random()] as const))
      const given = people.map(({ group }) =>
        // The first three people leave nothing out, so that somebody's order is complete.
        someAnswer(random, levels, middles.get(group) ?? 0.5),
      )
      const complete = given.map((answer, at): Answer | null =>
        at < 3 && answer?.kind !== 'level' ? { kind: 'level', level: 1 + (at % levels) } : answer,
      )
      answers.set(`${code} ${criterion}`, complete)
      const ratings = complete.flatMap((answer, at) =>
        answer ? [rating(people[at]?.id ?? '', id, answer, { criterion })] : [],
      )
      recordRatings(workbook, ratings, 'screen')
    }
  }
  return { workbook, people, answers: answers as Answers }
}

/** Equal in every field, numbers but for rounding in another order of summing. */
function expectFigures(found: object, wanted: object, what: string): void {
  const values = new Map<string, unknown>(Object.entries(found))
  for (const [name, value] of Object.entries(wanted)) {
    const figure = values.get(name)
    if (typeof value === 'number') expect(figure, `${what} ${name}`).toBeCloseTo(value, 10)
    else expect(figure, `${what} ${name}`).toEqual(value)
  }
}

const CASES = ([5, 9, 4, 5, 10] as const).map((levels, seed) => ({ levels, seed: seed + 1 }))

describe.each(CASES)(
  'results of random ratings on $levels levels (seed $seed)',
  ({ levels, seed }) => {
    it('equal a plain recomputation in every figure, overall and by group', () => {
      const { workbook, people, answers } = randomWorkbook(levels, seed)
      const results = consolidateWithAgreement(workbook, { round: 1 })
      expect(results).toMatchObject({ participants: people.length, levels, quantile: 'R-7' })
      for (const { code, criteria, priority } of results.indicators) {
        for (const criterion of CRITERIA) {
          const given = answers.get(`${code} ${criterion}`) ?? []
          const what = `${code} ${criterion}`
          const byGroup = GROUPS.map(group => given.filter((_, at) => people[at]?.group === group))
          const { groups, equalGroups, ...overall } = criteria[criterion]
          const wanted = plainFigures(byGroup, levels)
          expectFigures(overall, wanted, what)
          expect(Object.keys(overall).toSorted()).toEqual(Object.keys(wanted).toSorted())
          for (const [index, group] of GROUPS.entries()) {
            const ofGroup = plainFigures([byGroup[index] ?? []], levels)
            expectFigures(groups[group] ?? {}, ofGroup, `${what} ${group}`)
          }
          const answered = byGroup.map(levelsOf).filter(group => group.length > 0)
          const mean = (numbers: readonly number[]) =>
            numbers.reduce((a, b) => a + b, 0) / numbers.length
          const high = (group: readonly number[]) =>
            mean(group.map(answer => (answer >= levels - 1 ? 1 : 0)))
          expect(equalGroups.groups).toBe(answered.length)
          expect(equalGroups.mean).toBeCloseTo(mean(answered.map(mean)), 10)
          expect(equalGroups.favourable).toBeCloseTo(mean(answered.map(high)), 10)
        }
        const { usefulness, usability } = criteria
        const isMet = [usefulness, usability].map(({ verdict }) =>
          verdict === 'in' ? 'yes' : 'no',
        )
        const priorities = { 'yes yes': 'keep', 'yes no': 'make usable', 'no yes': 'make useful' }
        const wanted = new Map(Object.entries(priorities)).get(isMet.join(' ')) ?? 'rethink'
        expect(priority).toBe(wanted)
      }
    })

    it('agree over all indicators as pairs of answers and variances of ranks say', () => {
      const { workbook, people, answers } = randomWorkbook(levels, seed)
      const { agreement } = consolidateWithAgreement(workbook, { round: 1 })
      for (const criterion of CRITERIA) {
        const given = CODES.map(code => answers.get(`${code} ${criterion}`) ?? [])
        const units = given.map(levelsOf)
        const found = agreement[criterion]
        expect(found.n).toBe(units.flat().length)
        expect(found.alphaNominal).toBeCloseTo(alphaByPairs(units, 'nominal') ?? Number.NaN, 10)
        expect(found.alphaOrdinal).toBeCloseTo(alphaByPairs(units, 'ordinal') ?? Number.NaN, 10)
        expect(found.alphaInterval).toBeCloseTo(alphaByPairs(units, 'interval') ?? Number.NaN, 10)
        const rows = people
          .map((_, at) => given.flatMap(ofUnit => (ofUnit[at] ? levelsOf([ofUnit[at]]) : [])))
          .filter(row => row.length === CODES.length)
        expect(found.kendallN).toBe(rows.length)
        expect(found.kendallW).toBeCloseTo(wByVariances(rows) ?? Number.NaN, 10)
      }
    })
  },
)

import type { Criterion } from '../../shared/model/vocabulary.ts'
import { ANSWER_CODES, type Answers, type Person } from '../store/answers.ts'
import { type Distribution, emptyDistribution } from './summary.ts'

/** The distributions of one criterion of one indicator, by the name of a part: a group, a workshop. */
export type DistributionsByPart = ReadonlyMap<string, Distribution>

/** Finds the answers to a criterion of an indicator; undefined where nobody gave any. */
export type FindAnswers = (indicator: string, criterion: Criterion) => Answers | undefined

/** A distribution while it is being counted. */
interface Counting {
  readonly counts: number[]
  dontKnow: number
  notApplicable: number
}

/** Answers by their indicator and criterion. */
export function findAmong(answers: readonly Answers[]): FindAnswers {
  const found = new Map(answers.map(one => [keyOf(one.indicator, one.criterion), one]))
  return (indicator, criterion) => found.get(keyOf(indicator, criterion))
}

const keyOf = (indicator: string, criterion: Criterion): string => `${indicator} ${criterion}`

/** Counts answers by the part that each person belongs to. */
export function countByPart(
  answers: Answers | undefined,
  people: readonly Person[],
  levels: number,
  partOf: (person: Person) => string,
): DistributionsByPart {
  const parts = new Map<string, Counting>()
  if (!answers) return parts
  for (const [number, person] of people.entries()) {
    const code = answers.codes[number] ?? ANSWER_CODES.none
    if (code === ANSWER_CODES.none) continue
    const part = partOf(person)
    const counting = parts.get(part) ?? startCounting(levels)
    if (!parts.has(part)) parts.set(part, counting)
    if (code === ANSWER_CODES.dont_know) counting.dontKnow += 1
    else if (code === ANSWER_CODES.not_applicable) counting.notApplicable += 1
    else counting.counts[code - 1] = (counting.counts[code - 1] ?? 0) + 1
  }
  return parts
}

function startCounting(levels: number): Counting {
  const { dontKnow, notApplicable, counts } = emptyDistribution(levels)
  return { counts: [...counts], dontKnow, notApplicable }
}

import { groupBy } from '../../group-by.ts'
import { type Sum, upperBounds } from './bounds.ts'
import { type Cell, keyOf, peopleIn } from './counted.ts'
import type { ToldCounts, ToldQuestion } from './told.ts'

/** A way in which what is told gives too few people away. */
export interface Finding {
  /** The key of the question. */
  readonly question: string
  /** A hidden group that is bounded too tightly, or a change between two releases that is of too few. */
  readonly found: 'group' | 'change'
  /** The number of people at most. */
  readonly people: number
}

/** The attacks that were tried, and what came of them. */
export interface Attack {
  readonly findings: readonly Finding[]
  /** The questions of which anything is told. */
  readonly questions: number
  /** The numbers of people that were bounded from above. */
  readonly bounds: number
  /** The comparisons of a number with the one that an earlier release told. */
  readonly comparisons: number
}

/** The counts of a release, and of the earlier ones of the same workbook, the first one first. */
export interface Attacked {
  readonly told: ToldCounts
  readonly earlier: readonly ToldCounts[]
  /** The names of all groups, which everybody may know. */
  readonly groups: readonly string[]
}

/** The numbers that one release told of one question. */
interface Telling {
  readonly question: ToldQuestion
  readonly parts: ToldCounts['parts']
}

/**
 * Attacks counts as somebody would who has all releases of a workbook: bounds the number of people of each group
 * from above, now and at each earlier release, and compares what is told of the same people at two times. What is
 * found is of fewer people than the release allows.
 */
export function attackCounts({ told, earlier, groups }: Attacked): Attack {
  const byKey = groupBy(
    earlier.flatMap(({ questions, parts }) =>
      questions.filter(({ everyone }) => everyone).map(question => ({ question, parts })),
    ),
    ({ question }) => keyOf(question),
  )
  const all = [...new Set([...groups, ...[told, ...earlier].flatMap(({ parts }) => parts.flat())])]
  const attacks = told.questions.flatMap(question => {
    if (question.everyone === null) return []
    const now = { question, parts: told.parts }
    const before = (byKey.get(keyOf(question)) ?? []).filter(one => !isSame(one, now))
    return [attackQuestion(now, before, { groups: all, under: told.under })]
  })
  const sum = (of: 'bounds' | 'comparisons') => attacks.reduce((total, one) => total + one[of], 0)
  return {
    findings: attacks.flatMap(({ findings }) => findings),
    questions: attacks.length,
    bounds: sum('bounds'),
    comparisons: sum('comparisons'),
  }
}

interface Known {
  readonly groups: readonly string[]
  readonly under: number
}

const isSame = (one: Telling, other: Telling): boolean =>
  JSON.stringify([one.parts, one.question.everyone, one.question.parts]) ===
  JSON.stringify([other.parts, other.question.everyone, other.question.parts])

function attackQuestion(now: Telling, before: readonly Telling[], known: Known): Attack {
  const question = keyOf(now.question)
  const changes = before.flatMap(one => comparedCells(one, now))
  const small = changes.flatMap(([earlier, later]) => smallChange(earlier, later, known.under))
  const onward = boundGroups([...before, now], known)
  const backward = before.length === 0 ? [] : boundGroups([now, ...before.toReversed()], known)
  const bounded = [...onward, ...backward]
  const low = bounded.filter(bound => bound < known.under)
  // What earlier releases told by themselves cannot be taken back.
  const wasLow = low.length === 0 ? [] : alreadyLow(before, known)
  const isNew = low.length > wasLow.length
  return {
    findings: [
      ...small.map(people => ({ question, found: 'change' as const, people })),
      ...(isNew ? [{ question, found: 'group' as const, people: Math.min(...low) }] : []),
    ],
    questions: 1,
    bounds: bounded.length,
    comparisons: changes.length,
  }
}

const alreadyLow = (before: readonly Telling[], known: Known): readonly number[] =>
  before.length === 0
    ? []
    : [...boundGroups(before, known), ...boundGroups(before.toReversed(), known)].filter(
        bound => bound < known.under,
      )

/** The cells that two releases told of the same people, or of the same groups and those that came since. */
function comparedCells(earlier: Telling, later: Telling): readonly (readonly [Cell, Cell])[] {
  const pairs: (readonly [Cell | null | undefined, Cell | null | undefined])[] = [
    [earlier.question.everyone, later.question.everyone],
    ...earlier.parts.map((part, place) => {
      const at = later.parts.findIndex(one => part.every(group => one.includes(group)))
      return [earlier.question.parts?.[place], later.question.parts?.[at]] as const
    }),
  ]
  return pairs.flatMap(([one, other]) => (one && other ? [[one, other] as const] : []))
}

/** The people who came or went between two cells, where they are some and too few. */
function smallChange(earlier: Cell, later: Cell, under: number): readonly number[] {
  const moves = later.map((count, place) => count - (earlier[place] ?? 0))
  const came = peopleIn(moves.map(move => Math.max(0, move)))
  const went = peopleIn(moves.map(move => Math.max(0, -move)))
  return [came, went].filter(people => people > 0 && people < under)
}

/**
 * Bounds of the number of people of each group at each of some tellings, if people only ever came from one to the
 * next, and bounds of how many came to each group; where nobody can have come, nothing is told. Empty where people
 * must have gone as well.
 */
function boundGroups(tellings: readonly Telling[], { groups }: Known): readonly number[] {
  const places = new Map(groups.map((group, place) => [group, place]))
  const unknown = (time: number, group: string) => time * groups.length + (places.get(group) ?? 0)
  const upTo = (time: number, of: readonly string[]): readonly number[] =>
    Array.from({ length: time + 1 }, (_, before) => of.map(group => unknown(before, group))).flat()
  const sums = tellings.flatMap(({ question, parts }, time): readonly Sum[] => [
    { of: upTo(time, groups), is: peopleIn(question.everyone ?? []) },
    ...(question.parts ?? []).map((cell, place) => ({
      of: upTo(time, parts[place] ?? []),
      is: peopleIn(cell),
    })),
  ])
  const present = tellings.flatMap((_, time) => groups.map(group => upTo(time, [group])))
  const came = tellings.flatMap((_, time) =>
    time === 0 ? [] : groups.map(group => [unknown(time, group)]),
  )
  const bounds = upperBounds(tellings.length * groups.length, sums, [...present, ...came])
  if (bounds === null) return []
  return bounds.filter((bound, place) => place < present.length || bound > 0)
}

import { assertNever } from '../../shared/assert-never.ts'
import { WORDING_WORDS } from '../../shared/messages/results.ts'
import { WORDINGS } from '../../shared/model/rating.ts'
import type {
  Comparison,
  ComparisonScope,
  JudgedSummary,
  Moves,
  MovesScope,
  WhoMoved,
} from '../../shared/model/results.ts'
import { CRITERIA, type Criterion } from '../../shared/model/vocabulary.ts'
import { isLevel } from '../store/reports/answers.ts'
import { getAllRounds } from '../store/reports/exports.ts'
import type { AskedInRound, RatedIndicator } from './asked.ts'
import {
  countByPart,
  type FindAnswers,
  type FindHands,
  findAmong,
  findHandsAmong,
  judgedSummary,
  withHands,
} from './criterion-result.ts'
import { emptyDistribution } from './figures/summary.ts'
import { type HandsInScope, peopleInRooms } from './hands-in-scope.ts'
import { ratedIndicators } from './rated-indicators.ts'
import {
  answersInScope,
  askedIn,
  type RatedWorkbook,
  type RatingBasis,
  ratingBasis,
  readHands,
} from './rating-basis.ts'

/** One of the things that are set side by side. */
interface Part {
  readonly id: string
  readonly name: string
  readonly asked: AskedInRound
  readonly find: FindAnswers
  /** The shows of hands that belong to it. */
  readonly hands: HandsInScope
  readonly findHands: FindHands
  /** True if a person's answers belong to it. */
  readonly has: (person: { readonly workshop: string }) => boolean
}

/** Sets results side by side, each over its own ratings. Throws as `consolidate` does. */
export function compareResults(workbook: RatedWorkbook, scope: ComparisonScope): Comparison {
  const basis = ratingBasis(workbook, scope)
  const parts = partsOf(workbook, basis, scope)
  const listed = listedIn(parts)
  return {
    by: scope.by,
    parts: parts.map(({ id, name, asked, has, hands }) => ({
      id,
      name,
      participants:
        basis.people.filter((person, number) => asked.isIn(number) && has(person)).length +
        countInRooms(hands),
    })),
    indicators: listed.map(({ indicator: { id } }) => ({
      id,
      criteria: {
        usefulness: byPart(parts, id, 'usefulness', basis),
        usability: byPart(parts, id, 'usability', basis),
      },
    })),
  }
}

const countInRooms = (hands: HandsInScope): number =>
  [...peopleInRooms(hands).values()].reduce((sum, people) => sum + people, 0)

/** The indicators that any part was asked for or answered, those of the last part first. */
function listedIn(parts: readonly Part[]): readonly RatedIndicator[] {
  const listed = new Map<string, RatedIndicator>()
  for (const { asked, find, findHands } of parts.toReversed()) {
    const rated = (id: string) =>
      CRITERIA.some(criterion => find(id, criterion) ?? findHands(id, criterion)[0])
    for (const one of ratedIndicators(asked, rated)) {
      if (!listed.has(one.indicator.id)) listed.set(one.indicator.id, one)
    }
  }
  return [...listed.values()]
}

const withFinder = (hands: HandsInScope) => ({ hands, findHands: findHandsAmong(hands.shown) })

function partsOf(
  workbook: RatedWorkbook,
  basis: RatingBasis,
  { by, ...scope }: ComparisonScope,
): readonly Part[] {
  const everyone = { has: () => true, asked: basis.asked }
  switch (by) {
    case 'workshop': {
      const find = findAmong(answersInScope(workbook, basis, scope))
      return basis.workshops.map(({ id, title }) => {
        const has: Part['has'] = ({ workshop }) => workshop === id
        const hands = { ...basis.hands, shown: basis.hands.shown.filter(has) }
        return { id, name: title, find, has, asked: basis.asked, ...withFinder(hands) }
      })
    }
    case 'wording':
      return WORDINGS.map(wording => {
        const find = findAmong(answersInScope(workbook, basis, { ...scope, wording }))
        const hands = readHands(workbook, basis, { ...scope, wording })
        return {
          id: wording,
          name: WORDING_WORDS[wording],
          find,
          ...everyone,
          ...withFinder(hands),
        }
      })
    case 'round': {
      const rounds = getAllRounds(
        workbook.store,
        basis.workshops.map(({ id }) => id),
      )
      return rounds.map(round => {
        const find = findAmong(answersInScope(workbook, basis, { ...scope, round }))
        const asked = askedIn(workbook, basis.people, round)
        const hands = readHands(workbook, basis, { ...scope, round })
        const part = { id: String(round), name: `Round ${round}`, find, has: () => true, asked }
        return { ...part, ...withFinder(hands) }
      })
    }
    default:
      return assertNever(by)
  }
}

function byPart(
  parts: readonly Part[],
  indicator: string,
  criterion: Criterion,
  { people, levels, judging }: RatingBasis,
): Record<string, JudgedSummary> {
  const summaries = parts.map(({ id, asked, find, has, findHands }) => {
    const wasAsked = asked.whoWasAsked(indicator)
    const counted = countByPart(find(indicator, criterion), people, { levels, wasAsked }, person =>
      has(person) ? 'in' : 'out',
    )
    const shown = findHands(indicator, criterion)
    const distribution =
      withHands(counted, shown, () => 'in').get('in') ?? emptyDistribution(levels)
    return [id, judgedSummary(distribution, [distribution], judging)] as const
  })
  return Object.fromEntries(summaries)
}

/**
 * Counts the people who moved between two rounds, for each indicator that anybody rated in the later one.
 * Throws as `consolidate` does.
 */
export function whoMoved(workbook: RatedWorkbook, { from, to, ...scope }: MovesScope): WhoMoved {
  const basis = ratingBasis(workbook, { ...scope, round: to })
  const inRound = (round: number) => findAmong(answersInScope(workbook, basis, { ...scope, round }))
  const [before, after] = [inRound(from), inRound(to)]
  const on = (indicator: string, criterion: Criterion) =>
    movesBetween(before(indicator, criterion)?.codes, after(indicator, criterion)?.codes)
  const wasRated = (indicator: string): boolean =>
    (['usefulness', 'usability'] as const).some(criterion =>
      after(indicator, criterion)?.codes.some(code => code > 0),
    )
  return {
    from,
    to,
    indicators: ratedIndicators(basis.asked, wasRated)
      .filter(({ indicator }) => wasRated(indicator.id))
      .map(({ indicator: { id } }) => ({
        id,
        criteria: { usefulness: on(id, 'usefulness'), usability: on(id, 'usability') },
      })),
  }
}

const NOBODY = new Uint8Array()

/** Compares what each person answered before and after; index for index the same people. */
export function movesBetween(before: Uint8Array = NOBODY, after: Uint8Array = NOBODY): Moves {
  const moves = { paired: 0, up: 0, down: 0, stayed: 0, new: 0, gone: 0 }
  const people = Math.max(before.length, after.length)
  for (let number = 0; number < people; number++) {
    const [was, is] = [before[number] ?? 0, after[number] ?? 0]
    if (isLevel(was) && isLevel(is)) {
      moves.paired += 1
      if (is === was) moves.stayed += 1
      else if (is > was) moves.up += 1
      else moves.down += 1
    } else if (isLevel(is)) moves.new += 1
    else if (isLevel(was)) moves.gone += 1
  }
  return moves
}

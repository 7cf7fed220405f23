import type { ExportScope, RowCounts } from '../../../shared/model/exports.ts'
import { answersScope, type RatedWorkbook, ratingBasis } from '../../results/rating-basis.ts'
import { findConflicts } from '../../store/reports/answers.ts'
import type { RatingOfParticipant } from '../../store/reports/exports.ts'

/** Says how a row of ratings counts in the results of its round. */
export type CountsOf = (
  rating: RatingOfParticipant,
  person: { readonly id: string; readonly isTest: boolean },
) => RowCounts

interface RoundCounts {
  /** The participants whose person is in scope. */
  readonly participants: ReadonlySet<string>
  /** The ratings in conflict, each with whether it counts all the same. */
  readonly inConflict: ReadonlyMap<string, boolean>
  /** The indicators that its results are about. */
  readonly listed: ReadonlySet<string>
}

/**
 * Finds how rows of ratings count, by what the results of each round count. `listedIn` finds the
 * indicators that the results of a round are about.
 */
export function rowCounts(
  workbook: RatedWorkbook,
  scope: ExportScope,
  listedIn: (round: number) => Iterable<string>,
): CountsOf {
  const known = new Map<number, RoundCounts>()
  const countsOf = (round: number): RoundCounts => {
    const made =
      known.get(round) ?? countsOfRound(workbook, { ...scope, round }, new Set(listedIn(round)))
    known.set(round, made)
    return made
  }
  return ({ id, answer, round, indicatorId, wording }, person) => {
    if (person.isTest) return 'test'
    const { participants, inConflict, listed } = countsOf(round)
    if (!participants.has(person.id)) return 'other_group'
    if (inConflict.get(id) === false) return 'conflict'
    if (answer === 'none') return 'no_answer'
    if (scope.wording && scope.wording !== wording) return 'other_wording'
    return listed.has(indicatorId) ? 'yes' : 'aside'
  }
}

/** Of the sides of a conflict none counts or, where the choice is *provisional*, the latest. */
function countsOfRound(
  workbook: RatedWorkbook,
  scope: ExportScope,
  listed: ReadonlySet<string>,
): RoundCounts {
  const { people } = ratingBasis(workbook, scope)
  const { conflicts } = answersScope(workbook, scope)
  const sides = findConflicts(workbook.store, people, scope).map(({ sides }) =>
    sides.map(
      ({ id }, at) => [id, conflicts === 'provisional' && at === sides.length - 1] as const,
    ),
  )
  return {
    participants: new Set(people.flatMap(({ id, also = [] }) => [id, ...also])),
    inConflict: new Map(sides.flat()),
    listed,
  }
}

import type { Moves, MovesScope, WhoMoved } from '../../shared/model/moves.ts'
import type { Criterion } from '../../shared/model/vocabulary.ts'
import { isLevel } from '../store/answers.ts'
import { findAmong } from './gather.ts'
import { ratedIndicators } from './rated-indicators.ts'
import { answersInScope, type RatedWorkbook, ratingBasis } from './rating-basis.ts'

/**
 * Who moved between two rounds, in counts, for each indicator that anybody rated in the later one.
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
    indicators: ratedIndicators(workbook.store, wasRated)
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

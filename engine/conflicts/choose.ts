import { isDeepStrictEqual } from 'node:util'
import { assertNever } from '../../shared/assert-never.ts'
import type { ConflictSide, SettlingRule } from '../../shared/model/conflict.ts'

/** The side that a rule chooses; undefined where it does not decide. */
export function chooseByRule(
  sides: readonly ConflictSide[],
  rule: SettlingRule,
): ConflictSide | undefined {
  switch (rule) {
    case 'same answer':
      return sides.every(side => saysTheSame(side, sides[0])) ? sides[0] : undefined
    case 'later':
      return onlyOne(sides, ({ recordedAt }) => sides.every(side => side.recordedAt <= recordedAt))
    case 'screen':
      return onlyOne(sides, ({ entry }) => entry === 'screen')
    case 'paper':
      return onlyOne(sides, ({ entry }) => entry === 'file')
    default:
      return assertNever(rule)
  }
}

/** What a rule points at, unless it points at more than one. */
function onlyOne(
  sides: readonly ConflictSide[],
  isMeant: (side: ConflictSide) => boolean,
): ConflictSide | undefined {
  const [first, second] = sides.filter(isMeant)
  return second ? undefined : first
}

function saysTheSame(one: ConflictSide, other: ConflictSide | undefined): boolean {
  return isDeepStrictEqual(one.answer, other?.answer) && one.comment === other?.comment
}

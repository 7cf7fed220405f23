import { ANSWER_LABELS } from '../../../../shared/messages/exports.ts'
import type { RatingBehind } from '../../../../shared/model/provenance.ts'
import type { Answer } from '../../../../shared/model/rating.ts'
import type { Level } from '../../../../shared/model/scale.ts'

/** Which number is asked about: of whom, and of which answers. */
export interface BehindWhat {
  /** The group whose number it is; null for everyone's. */
  readonly group: string | null
  /** `levels` for every figure over those who chose a level, a level's value, or an answer without one. */
  readonly answers: 'levels' | number | Exclude<Answer['kind'], 'level' | 'none'>
}

/** The ratings that a number counts, and with those for everyone the sides of conflicts that it does not. */
export function behindNumber(
  ratings: readonly RatingBehind[],
  { group, answers }: BehindWhat,
): readonly RatingBehind[] {
  const isMeant = ({ answer }: RatingBehind): boolean => {
    if (answers === 'levels') return answer.kind === 'level'
    return answer.kind === 'level' ? answer.level === answers : answer.kind === answers
  }
  return ratings.filter(rating => isMeant(rating) && (group === null || rating.countsIn === group))
}

/** What a number is about, in words. */
export function behindWords({ group, answers }: BehindWhat, levels: readonly Level[]): string {
  const who = group ?? 'everyone'
  if (answers === 'levels') return `${who}, every level`
  if (typeof answers !== 'number') return `${who}, ${ANSWER_LABELS[answers].toLowerCase()}`
  const label = levels.find(({ value }) => value === answers)?.label ?? ''
  return `${who}, ${answers}: ${label.toLowerCase()}`
}

import type { JudgedAxis } from '../../shared/charts/judged-value.ts'
import type { MapDot } from '../../shared/charts/priority-map/dots.ts'
import { KIND_NAMES, PRIORITY_NAMES } from '../../shared/messages/rules.ts'
import { formatCount, formatOne, formatShare } from '../format.ts'

/** A value on the axis of a rule, in figures. */
export const formatJudged = (value: number, { unit }: Pick<JudgedAxis, 'unit'>): string =>
  (unit === 'share' ? formatShare : formatOne)(value)

/** A dot of the priority map in a sentence, for screen readers. */
export function dotWords(dot: MapDot, axis: JudgedAxis): string {
  const { code, title, priority, usefulness, usability, n, kind } = dot
  return [
    `${code} ${title}: ${PRIORITY_NAMES[priority].toLowerCase()}`,
    `usefulness ${formatJudged(usefulness, axis)}`,
    `usability ${formatJudged(usability, axis)}`,
    `n ${formatCount(n)}`,
    ...(kind ? [KIND_NAMES[kind].toLowerCase()] : []),
  ].join(', ')
}

import type { JudgedSummary, Priority } from '../../shared/model/results.ts'

/**
 * What to do with an indicator: a criterion counts as met when its verdict is "in". Null until both
 * criteria have an answer.
 */
export function priorityOf(usefulness: JudgedSummary, usability: JudgedSummary): Priority | null {
  if (usefulness.n === 0 || usability.n === 0) return null
  const isUsable = usability.verdict === 'in'
  if (usefulness.verdict === 'in') return isUsable ? 'keep' : 'make usable'
  return isUsable ? 'make useful' : 'rethink'
}

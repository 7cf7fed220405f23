import { disagreementPlace } from '../../../shared/model/disagreement-order.ts'
import {
  type CriterionResult,
  type IndicatorResult,
  PRIORITIES,
  type Priority,
} from '../../../shared/model/results.ts'

/** How many indicators have a priority; null is for those without answers to both criteria. */
export interface PriorityCount {
  readonly priority: Priority | null
  readonly count: number
}

/** How many indicators have each priority, in their order, those without one last. */
export function countPriorities(
  indicators: readonly Pick<IndicatorResult, 'priority'>[],
): readonly PriorityCount[] {
  return [...PRIORITIES, null].map(priority => ({
    priority,
    count: indicators.filter(indicator => indicator.priority === priority).length,
  }))
}

/** Sorts by priority: what to keep first, what to rethink last. */
export const priorityOrder = ({ priority }: Pick<IndicatorResult, 'priority'>): number | null =>
  priority === null ? null : PRIORITIES.indexOf(priority)

/** Sorts by the kind of disagreement, the one most worth discussing first, and within it by A. */
export function disagreementOrder({
  kind,
  agreementA,
}: Pick<CriterionResult, 'kind' | 'agreementA'>): number | null {
  if (kind === null) return null
  // A lies between -1 and 1, so that it never outweighs the kind.
  return disagreementPlace(kind) * 10 + (agreementA ?? 0)
}

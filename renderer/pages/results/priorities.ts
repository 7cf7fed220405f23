import {
  type CriterionResult,
  type DisagreementKind,
  type IndicatorResult,
  PRIORITIES,
  type Priority,
} from '../../../shared/model/results.ts'

/** Each priority as it stands on screen. */
export const PRIORITY_NAMES: Readonly<Record<Priority, string>> = {
  keep: 'Keep',
  'make usable': 'Make usable',
  'make useful': 'Make useful',
  rethink: 'Rethink',
}

/** Each kind of disagreement as it stands on screen. */
export const KIND_NAMES: Readonly<Record<DisagreementKind, string>> = {
  agreed: 'Agreed',
  vague: 'Vague',
  split: 'Split',
  'groups differ': 'Groups differ',
  'lone dissenter': 'Lone dissenter',
}

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

/** What a room has most to say about comes first. */
const WORTH_DISCUSSING: readonly DisagreementKind[] = [
  'split',
  'groups differ',
  'vague',
  'lone dissenter',
  'agreed',
]

/** Sorts by the kind of disagreement, the one most worth discussing first, and within it by A. */
export function disagreementOrder({
  kind,
  agreementA,
}: Pick<CriterionResult, 'kind' | 'agreementA'>): number | null {
  if (kind === null) return null
  // A lies between -1 and 1, so that it never outweighs the kind.
  return WORTH_DISCUSSING.indexOf(kind) * 10 + (agreementA ?? 0)
}

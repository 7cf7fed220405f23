import { useMemo } from 'react'
import type { Indicator } from '../../../shared/model/framework.ts'
import {
  type CriterionResult,
  disagreementPlace,
  type IndicatorResult,
  isInUse,
  PRIORITIES,
  type Priority,
  type Results,
} from '../../../shared/model/results.ts'
import type { ResultsFilter } from '../../data/results-store.ts'
import { useResultsView, useWorkbook } from '../../data/workbook-context.tsx'

interface Shown {
  /** Of the chosen section, data type and status. */
  readonly inPlace: readonly IndicatorResult[]
  /** Of the chosen priority too. */
  readonly shown: readonly IndicatorResult[]
}

function useFacts(): IndicatorFacts {
  const framework = useWorkbook(state => state.framework)
  return useMemo(
    () =>
      new Map(
        framework.state === 'ready' ? framework.value.indicators.map(each => [each.id, each]) : [],
      ),
    [framework],
  )
}

/** The indicators that are left after narrowing down. */
export function useShown({ indicators }: Pick<Results, 'indicators'>): Shown {
  const filter = useResultsView(state => state.filter)
  const facts = useFacts()
  return useMemo(() => {
    const placed = inPlace(indicators, filter, facts)
    return { inPlace: placed, shown: ofPriority(placed, filter) }
  }, [indicators, filter, facts])
}

/** The facts of indicators that the framework holds and their results do not. */
type IndicatorFacts = ReadonlyMap<string, Pick<Indicator, 'dataType' | 'status'>>

/** A section's path as one text. */
export const sectionOf = ({ section }: Pick<IndicatorResult, 'section'>): string =>
  section.join(' › ')

/** The indicators of the chosen section, data type and status, whatever their priority. */
export function inPlace(
  indicators: readonly IndicatorResult[],
  { section, dataType, status }: Omit<ResultsFilter, 'priority'>,
  facts: IndicatorFacts,
): readonly IndicatorResult[] {
  return indicators.filter(indicator => {
    const known = facts.get(indicator.id)
    return (
      (section === null || sectionOf(indicator) === section) &&
      (dataType === 'any' || known?.dataType === dataType) &&
      (status === 'any' || known?.status === status)
    )
  })
}

/** The indicators of the chosen priority. */
export const ofPriority = (
  indicators: readonly IndicatorResult[],
  { priority: chosen }: Pick<ResultsFilter, 'priority'>,
): readonly IndicatorResult[] =>
  chosen === 'all' ? indicators : indicators.filter(({ priority }) => priority === chosen)

/** The number of indicators with a priority; null is for those without answers enough on both criteria. */
export interface PriorityCount {
  readonly priority: Priority | null
  readonly count: number
}

/** Counts the indicators with each priority, in the order of priorities, those without one last. */
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

type Named = Pick<IndicatorResult, 'id' | 'code' | 'retired' | 'otherVersion'>

/** The name of an indicator in an address: the id of one that is not in use, as its code may be that of another. */
export const nameInAddress = (named: Named): string => (isInUse(named) ? named.code : named.id)

/** The result that an address names: by code the one in use before any other. */
export function findByName<Result extends Named>(
  results: readonly Result[],
  name: string,
): Result | undefined {
  const coded = results.filter(({ code }) => code === name)
  return coded.find(isInUse) ?? coded[0] ?? results.find(({ id }) => id === name)
}

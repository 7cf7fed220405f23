import { useMemo } from 'react'
import type { IndicatorResult, Results } from '../../../shared/model/results.ts'
import { useResultsView, useWorkbook } from '../../stores/workbook-context.tsx'
import { type IndicatorFacts, inPlace, ofPriority } from './narrow.ts'

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

import type { Indicator } from '../../../shared/model/framework.ts'
import type { DataType, Status } from '../../../shared/model/vocabulary.ts'

/** What the list of indicators is narrowed down to. */
export interface FrameworkFilter {
  readonly search: string
  readonly dataType: DataType | 'any'
  readonly status: Status | 'any'
}

/** Everything is let through. */
export const NO_FILTER: FrameworkFilter = { search: '', dataType: 'any', status: 'any' }

/** Whether anything is left out. */
export const isNarrowed = ({ search, dataType, status }: FrameworkFilter): boolean =>
  search.trim() !== '' || dataType !== 'any' || status !== 'any'

const wordsOf = (indicator: Indicator): string =>
  [
    indicator.code,
    indicator.title,
    indicator.definition,
    indicator.easyRead,
    indicator.outcome,
    ...indicator.section,
  ]
    .join(' ')
    .toLowerCase()

/** Whether an indicator passes: every word of the search is somewhere in it. */
export function passes(indicator: Indicator, filter: FrameworkFilter): boolean {
  const words = wordsOf(indicator)
  return (
    (filter.dataType === 'any' || indicator.dataType === filter.dataType) &&
    (filter.status === 'any' || indicator.status === filter.status) &&
    filter.search
      .toLowerCase()
      .split(/\s+/)
      .every(word => words.includes(word))
  )
}

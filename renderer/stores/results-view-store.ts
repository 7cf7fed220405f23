import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Priority } from '../../shared/model/results.ts'
import type { DataType, Status } from '../../shared/model/vocabulary.ts'

/** Which indicators are listed: those of a priority, those without one (null), or all. */
export type PriorityChoice = Priority | null | 'all'

/** What the indicators are narrowed down to; the figures of those that are left do not change. */
export interface ResultsFilter {
  /** The titles of a section's path as one text; null for all sections. */
  readonly section: string | null
  readonly dataType: DataType | 'any'
  readonly status: Status | 'any'
  readonly priority: PriorityChoice
}

/** Every indicator is let through. */
export const EVERY_INDICATOR: ResultsFilter = {
  section: null,
  dataType: 'any',
  status: 'any',
  priority: 'all',
}

/** How the results are looked at; the same on every page of them, and kept while the workbook is open. */
export interface ResultsViewState {
  readonly filter: ResultsFilter
  /** Whether every chart shows its table instead of its drawing. */
  readonly asTables: boolean
  /** Whether the choosers are open. */
  readonly isChoosing: boolean
  readonly narrow: (change: Partial<ResultsFilter>) => void
  readonly switchTables: () => void
  readonly setChoosing: (isChoosing: boolean) => void
}

/** The store of how the results are looked at. */
export type ResultsViewStore = StoreApi<ResultsViewState>

/** A store that begins with every indicator, drawn. */
export function createResultsViewStore(): ResultsViewStore {
  return createStore<ResultsViewState>((set, get) => ({
    filter: EVERY_INDICATOR,
    asTables: false,
    isChoosing: false,
    narrow: change => set({ filter: { ...get().filter, ...change } }),
    switchTables: () => set({ asTables: !get().asTables }),
    setChoosing: isChoosing => set({ isChoosing }),
  }))
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EngineClient } from '../../shared/host.ts'
import type { Results, ResultsScope } from '../../shared/model/results.ts'
import { LOADING, type Loadable, refreshed, settle } from './loadable.ts'

/** Consolidated results for the scope that the person chose. */
export interface ResultsState {
  readonly scope: ResultsScope
  readonly results: Loadable<Results>
  /** True while the figures of another scope are on their way than of the one that is shown. */
  readonly isRefreshing: boolean
  readonly setScope: (scope: ResultsScope) => Promise<void>
  readonly refresh: () => Promise<void>
}

/** The store of the results. */
export type ResultsStore = StoreApi<ResultsState>

/** A store of a workbook's results; empty until `refresh` was called. */
export function createResultsStore(client: EngineClient, workbook: string): ResultsStore {
  return createStore<ResultsState>((set, get) => ({
    scope: { round: 1 },
    results: LOADING,
    isRefreshing: false,
    setScope: scope => {
      // Nothing is said of figures that only follow new ratings: it would flicker with each of them.
      set({ scope, isRefreshing: true })
      return get().refresh()
    },
    refresh: async () => {
      const { scope } = get()
      const results = await settle(client.results.get({ workbook, ...scope }))
      // The person may have chosen another scope meanwhile; its own answer is then on its way.
      if (get().scope !== scope) return
      set({ results: refreshed(get().results, results), isRefreshing: false })
    },
  }))
}

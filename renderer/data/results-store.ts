import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EngineClient } from '../../shared/host.ts'
import type { Priority, Results, ResultsScope } from '../../shared/model/results.ts'
import type { DataType, Status } from '../../shared/model/vocabulary.ts'
import { LOADING, type Loadable, refreshed, toLoadable } from './loadable.ts'

/** Consolidated results for the scope that the person chose. */
export interface ResultsState {
  readonly scope: ResultsScope
  readonly results: Loadable<Results>
  /** True while results of another scope are being computed and the previous ones are shown. */
  readonly isRefreshing: boolean
  readonly setScope: (scope: ResultsScope) => Promise<void>
  readonly refresh: () => Promise<void>
}

/** The store of the results. */
export type ResultsStore = StoreApi<ResultsState>

/** Makes a store of a workbook's results; empty until `refresh` is called. */
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
      const results = await toLoadable(client.results.get({ workbook, ...scope }))
      // The person may have chosen another scope meanwhile; its own answer is then on its way.
      if (get().scope !== scope) return
      set({ results: refreshed(get().results, results), isRefreshing: false })
    },
  }))
}

/** The choice of indicators by priority: those of one, those without one (null), or all. */
export type PriorityChoice = Priority | null | 'all'

/** A filter of the indicators. It changes no figure of those that are left. */
export interface ResultsFilter {
  /** The titles of a section's path as one text; null for all sections. */
  readonly section: string | null
  readonly dataType: DataType | 'any'
  readonly status: Status | 'any'
  readonly priority: PriorityChoice
}

/** A filter that every indicator passes. */
export const EVERY_INDICATOR: ResultsFilter = {
  section: null,
  dataType: 'any',
  status: 'any',
  priority: 'all',
}

/** The display of the results, the same on every page of them and kept while the workbook is open. */
export interface ResultsViewState {
  readonly filter: ResultsFilter
  /** True while every chart shows its table instead of its drawing. */
  readonly asTables: boolean
  /** True while the choosers are open. */
  readonly isChoosing: boolean
  readonly narrow: (change: Partial<ResultsFilter>) => void
  readonly switchTables: () => void
  readonly setChoosing: (isChoosing: boolean) => void
}

/** The store of the results' display. */
export type ResultsViewStore = StoreApi<ResultsViewState>

/** Makes a store that begins with every indicator, drawn as charts. */
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

/** A repeated action that never runs twice at once and never more often than agreed. */
export interface Paced {
  /** Requests a run: at once after a pause, else as soon as its turn comes. */
  readonly ask: () => void
  /** Ignores all requests from now on. */
  readonly stop: () => void
}

/**
 * Paces an action that is requested more often than it can run, as when forty people rate at once: each
 * request is answered by a run that begins after it, within `milliseconds` of the run before.
 */
export function atMostEvery(milliseconds: number, action: () => Promise<void>): Paced {
  const turn = { isUnderWay: false, isAskedAgain: false, isStopped: false }
  const run = async () => {
    turn.isUnderWay = true
    turn.isAskedAgain = false
    const pause = new Promise(resolve => setTimeout(resolve, milliseconds))
    await Promise.allSettled([action(), pause])
    turn.isUnderWay = false
    if (turn.isAskedAgain && !turn.isStopped) void run()
  }
  return {
    ask: () => {
      if (turn.isStopped) return
      if (turn.isUnderWay) turn.isAskedAgain = true
      else void run()
    },
    stop: () => {
      turn.isStopped = true
    },
  }
}

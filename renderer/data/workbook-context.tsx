import { createContext, type ReactNode, useContext, useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { createMergeStore, type MergeStore } from './merge-store.ts'
import {
  createResultsStore,
  createResultsViewStore,
  type ResultsState,
  type ResultsStore,
  type ResultsViewState,
  type ResultsViewStore,
} from './results-store.ts'
import { useClient } from './services.tsx'
import {
  createWorkbookStore,
  followWorkbook,
  type WorkbookState,
  type WorkbookStore,
} from './workbook-store.ts'

interface WorkbookStores {
  readonly merge: MergeStore
  readonly workbook: WorkbookStore
  readonly results: ResultsStore
  readonly resultsView: ResultsViewStore
}

const WorkbookContext = createContext<WorkbookStores | null>(null)

interface WorkbookProviderProps {
  /** The workbook's id. Give the provider this as its key too: a store is for one workbook. */
  readonly id: string
  readonly children: ReactNode
}

/** Makes the stores of one workbook, and keeps them up to date for as long as it is mounted. */
export function WorkbookProvider({ id, children }: WorkbookProviderProps) {
  const client = useClient()
  const [stores] = useState<WorkbookStores>(() => ({
    merge: createMergeStore(),
    workbook: createWorkbookStore(client, id),
    results: createResultsStore(client, id),
    resultsView: createResultsViewStore(),
  }))
  useEffect(() => {
    const ended = new AbortController()
    void followWorkbook(client, stores.workbook, ended.signal)
    return () => {
      ended.abort()
      stores.merge.getState().stop.abort()
    }
  }, [client, stores])
  return <WorkbookContext value={stores}>{children}</WorkbookContext>
}

function useStores(): WorkbookStores {
  const stores = useContext(WorkbookContext)
  if (stores === null) throw new Error('There is no WorkbookProvider above this component.')
  return stores
}

/** A part of the open workbook's state. */
export const useWorkbook = <Part,>(select: (state: WorkbookState) => Part): Part =>
  useStore(useStores().workbook, select)

/** The open workbook's id. */
export const useWorkbookId = (): string => useWorkbook(state => state.id)

/** The merge into the open workbook that is under way. */
export function useMergeStore(): MergeStore {
  return useStores().merge
}

/** A part of the open workbook's results. */
export const useResults = <Part,>(select: (state: ResultsState) => Part): Part =>
  useStore(useStores().results, select)

/** A part of the display of the open workbook's results. */
export const useResultsView = <Part,>(select: (state: ResultsViewState) => Part): Part =>
  useStore(useStores().resultsView, select)

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EngineClient } from '../../shared/host.ts'
import type { Library } from '../../shared/model/workbook.ts'
import { LOADING, type Loadable, refreshed, settle } from './loadable.ts'

/** The workbooks on this laptop, as last asked for. */
export interface LibraryState {
  readonly library: Loadable<Library>
  readonly refresh: () => Promise<void>
}

/** The store of the library. */
export type LibraryStore = StoreApi<LibraryState>

/** A store of the library; empty until `refresh` was called. */
export function createLibraryStore(client: EngineClient): LibraryStore {
  return createStore<LibraryState>((set, get) => ({
    library: LOADING,
    refresh: async () => {
      const library = await settle(client.library.list())
      set({ library: refreshed(get().library, library) })
    },
  }))
}

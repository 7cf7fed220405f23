import { createContext, type ReactNode, useContext } from 'react'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { EngineClient } from '../../shared/host.ts'
import type { Library } from '../../shared/model/workbook.ts'
import type { AppearanceState, AppearanceStore } from './appearance-store.ts'
import { connectEngine, type LineState, type LiveEngine, type PageHost } from './host/page-host.ts'
import { LOADING, type Loadable, refreshed, toLoadable } from './loadable.ts'
import { createLockStore, type Locking, type LockStore } from './lock-store.ts'

/** The services that every page may use; made once, when the page starts, and handed down by context. */
export interface Services {
  readonly host: PageHost
  readonly client: EngineClient
  readonly line: LiveEngine['line']
  readonly library: LibraryStore
  readonly lock: LockStore
  readonly appearance: AppearanceStore
}

/** Connects to the engine through a host and makes the stores over it. */
export function createServices(host: PageHost, appearance: AppearanceStore): Services {
  const { client, line } = connectEngine(host)
  return {
    host,
    client,
    line,
    library: createLibraryStore(client),
    lock: createLockStore(),
    appearance,
  }
}

const ServicesContext = createContext<Services | null>(null)

interface ServicesProviderProps {
  readonly services: Services
  readonly children: ReactNode
}

/** Hands the services down to every component below. */
export function ServicesProvider({ services, children }: ServicesProviderProps) {
  return <ServicesContext value={services}>{children}</ServicesContext>
}

/** The services of the page. Throws outside the provider. */
export function useServices(): Services {
  const services = useContext(ServicesContext)
  if (services === null) throw new Error('There is no ServicesProvider above this component.')
  return services
}

/** The typed client: every operation of the contract. */
export const useClient = (): EngineClient => useServices().client

/** The state of the line to the engine. */
export const useLine = (): LineState => useStore(useServices().line, line => line.state)

/** The facilitator's lock, as last told. */
export const useLock = (): Locking['lock'] => useStore(useServices().lock, state => state.lock)

/** A part of the library's state. */
export const useLibrary = <Part,>(select: (state: LibraryState) => Part): Part =>
  useStore(useServices().library, select)

/** A part of the appearance's state. */
export const useAppearance = <Part,>(select: (state: AppearanceState) => Part): Part =>
  useStore(useServices().appearance, select)

/** The workbooks on this laptop, as last asked for. */
interface LibraryState {
  readonly library: Loadable<Library>
  readonly refresh: () => Promise<void>
}

/** The store of the library. */
type LibraryStore = StoreApi<LibraryState>

/** A store of the library; empty until `refresh` was called. */
function createLibraryStore(client: EngineClient): LibraryStore {
  return createStore<LibraryState>((set, get) => ({
    library: LOADING,
    refresh: async () => {
      const library = await toLoadable(client.library.list())
      set({ library: refreshed(get().library, library) })
    },
  }))
}

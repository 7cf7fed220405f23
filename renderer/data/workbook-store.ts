import { createStore, type StoreApi } from 'zustand/vanilla'
import type { WorkbookEvent } from '../../shared/contract/events.ts'
import type { EngineClient } from '../../shared/host.ts'
import type { Framework } from '../../shared/model/framework.ts'
import type { WorkbookInfo } from '../../shared/model/workbook.ts'
import type { Workshop } from '../../shared/model/workshop.ts'
import { isOfLine, LOADING, type Loadable, problemOf, refreshed, toLoadable } from './loadable.ts'

const KINDS = [
  'framework',
  'workshops',
  'participants',
  'ratings',
  'rounds',
  'rules',
  'discussion',
  'study',
] as const
type Kind = (typeof KINDS)[number]

/** A count of the changes of each kind. A page that shows things of a kind reads them again when it grows. */
type Revision = Readonly<Record<Kind, number>>

/** The state of one open workbook that its pages share. */
export interface WorkbookState {
  readonly id: string
  readonly info: Loadable<WorkbookInfo>
  readonly framework: Loadable<Framework>
  readonly workshops: Loadable<readonly Workshop[]>
  readonly revision: Revision
  readonly refreshInfo: () => Promise<void>
  readonly refreshFramework: () => Promise<void>
  readonly refreshWorkshops: () => Promise<void>
  /** Counts the changes that an event stands for, and reads again the parts that it concerns. */
  readonly note: (event: WorkbookEvent) => void
}

/** The store of the open workbook. */
export type WorkbookStore = StoreApi<WorkbookState>

type Refresh = 'refreshInfo' | 'refreshFramework' | 'refreshWorkshops'

/** The consequences of an event: the kinds of things that it changed, and the parts to read again. */
interface Effect {
  readonly changes: readonly Kind[]
  readonly refreshes: readonly Refresh[]
}

const EVERYTHING: Effect = {
  changes: KINDS,
  refreshes: ['refreshInfo', 'refreshFramework', 'refreshWorkshops'],
}

const EFFECTS: Readonly<Record<WorkbookEvent['kind'], Effect>> = {
  ready: EVERYTHING,
  merged: EVERYTHING,
  'workshop-recorded': {
    changes: ['workshops'],
    refreshes: ['refreshInfo', 'refreshWorkshops'],
  },
  'participant-recorded': { changes: ['participants'], refreshes: ['refreshInfo'] },
  // Counting a large workbook after each rating would be slow, and pages depend on the first one only.
  'rating-recorded': { changes: ['ratings'], refreshes: [] },
  'turn-ended': {
    changes: ['participants', 'ratings', 'discussion'],
    refreshes: ['refreshInfo'],
  },
  'framework-changed': {
    changes: ['framework'],
    refreshes: ['refreshInfo', 'refreshFramework'],
  },
  'round-changed': { changes: ['rounds'], refreshes: [] },
  'rules-changed': { changes: ['rules'], refreshes: [] },
  'discussion-changed': { changes: ['discussion'], refreshes: [] },
  'people-changed': {
    changes: ['participants', 'ratings', 'discussion'],
    refreshes: ['refreshInfo'],
  },
  'study-changed': { changes: ['study'], refreshes: [] },
  'conflicts-resolved': { changes: ['ratings'], refreshes: ['refreshInfo'] },
}

const revisionFrom = (count: (kind: Kind) => number): Revision =>
  Object.fromEntries(KINDS.map(kind => [kind, count(kind)])) as Record<Kind, number>

const isFirstRating = ({ info }: WorkbookState, event: WorkbookEvent): boolean =>
  event.kind === 'rating-recorded' && info.state === 'ready' && info.value.ratings === 0

/** A store of one workbook; `followWorkbook` keeps it up to date. */
export function createWorkbookStore(client: EngineClient, workbook: string): WorkbookStore {
  return createStore<WorkbookState>((set, get) => ({
    id: workbook,
    info: LOADING,
    framework: LOADING,
    workshops: LOADING,
    revision: revisionFrom(() => 0),
    refreshInfo: async () => {
      const info = await toLoadable(client.workbook.info({ workbook }))
      set({ info: refreshed(get().info, info) })
    },
    refreshFramework: async () => {
      const framework = await toLoadable(client.framework.get({ workbook }))
      set({ framework: refreshed(get().framework, framework) })
    },
    refreshWorkshops: async () => {
      const workshops = await toLoadable(client.workshop.list({ workbook }))
      set({ workshops: refreshed(get().workshops, workshops) })
    },
    note: event => {
      const { changes, refreshes } = EFFECTS[event.kind]
      const state = get()
      set({
        revision: revisionFrom(kind => state.revision[kind] + Number(changes.includes(kind))),
      })
      for (const refresh of refreshes) void state[refresh]()
      if (isFirstRating(state, event)) void state.refreshInfo()
    },
  }))
}

const WAIT_MS = 1000

const pause = (milliseconds: number) =>
  new Promise<void>(resolve => {
    setTimeout(resolve, milliseconds)
  })

/**
 * Keeps a workbook's store up to date: watches what happens in the workbook, and watches anew when the
 * line was lost. A watch begins with `ready`, at which the store reads everything. Ends when `signal`
 * is aborted, or when there is no such workbook.
 */
export async function followWorkbook(
  client: EngineClient,
  store: WorkbookStore,
  signal: AbortSignal,
): Promise<void> {
  const workbook = store.getState().id
  while (!signal.aborted) {
    try {
      const events = await client.workbook.watch({ workbook }, { signal })
      for await (const event of events) store.getState().note(event)
    } catch (error) {
      if (signal.aborted) return
      const problem = problemOf(error)
      if (store.getState().info.state !== 'ready' && !isOfLine(problem)) {
        store.setState({ info: { state: 'failed', problem } })
        return
      }
    }
    await pause(WAIT_MS)
  }
}

import { createStore, type StoreApi } from 'zustand/vanilla'
import { assertNever } from '../../shared/assert-never.ts'
import type { WorkbookEvent } from '../../shared/contract/events.ts'
import type { EngineClient } from '../../shared/host.ts'
import type { Framework } from '../../shared/model/framework.ts'
import type { WorkbookInfo } from '../../shared/model/workbook.ts'
import type { Workshop } from '../../shared/model/workshop.ts'
import { LOADING, type Loadable, problemOf, refreshed, settle } from './loadable.ts'

/** Counts up with each change of a kind, so that whoever shows such things reads them again. */
interface Revision {
  readonly framework: number
  readonly workshops: number
  readonly participants: number
  readonly ratings: number
  readonly rounds: number
  readonly rules: number
  readonly discussion: number
}

/** One open workbook: what its pages share. */
export interface WorkbookState {
  readonly id: string
  readonly info: Loadable<WorkbookInfo>
  readonly framework: Loadable<Framework>
  readonly workshops: Loadable<readonly Workshop[]>
  readonly revision: Revision
  readonly refreshInfo: () => Promise<void>
  readonly refreshFramework: () => Promise<void>
  readonly refreshWorkshops: () => Promise<void>
  /** Reads everything, and takes note of one event. */
  readonly note: (event: WorkbookEvent) => void
}

/** The store of the open workbook. */
export type WorkbookStore = StoreApi<WorkbookState>

const KINDS = [
  'framework',
  'workshops',
  'participants',
  'ratings',
  'rounds',
  'rules',
  'discussion',
] as const

const NOTHING_YET: Revision = {
  framework: 0,
  workshops: 0,
  participants: 0,
  ratings: 0,
  rounds: 0,
  rules: 0,
  discussion: 0,
}

const next = (revision: Revision, ...kinds: readonly (keyof Revision)[]): Revision => ({
  framework: revision.framework + Number(kinds.includes('framework')),
  workshops: revision.workshops + Number(kinds.includes('workshops')),
  participants: revision.participants + Number(kinds.includes('participants')),
  ratings: revision.ratings + Number(kinds.includes('ratings')),
  rounds: revision.rounds + Number(kinds.includes('rounds')),
  rules: revision.rules + Number(kinds.includes('rules')),
  discussion: revision.discussion + Number(kinds.includes('discussion')),
})

/** A store of one workbook; `followWorkbook` keeps it up to date. */
export function createWorkbookStore(client: EngineClient, workbook: string): WorkbookStore {
  return createStore<WorkbookState>((set, get) => ({
    id: workbook,
    info: LOADING,
    framework: LOADING,
    workshops: LOADING,
    revision: NOTHING_YET,
    refreshInfo: async () => {
      const info = await settle(client.workbook.info({ workbook }))
      set({ info: refreshed(get().info, info) })
    },
    refreshFramework: async () => {
      const framework = await settle(client.framework.get({ workbook }))
      set({ framework: refreshed(get().framework, framework) })
    },
    refreshWorkshops: async () => {
      const workshops = await settle(client.workshop.list({ workbook }))
      set({ workshops: refreshed(get().workshops, workshops) })
    },
    note: event => {
      const { info, revision, refreshInfo, refreshFramework, refreshWorkshops } = get()
      switch (event.kind) {
        case 'ready':
        case 'merged':
          set({ revision: next(revision, ...KINDS) })
          void Promise.all([refreshInfo(), refreshFramework(), refreshWorkshops()])
          return
        case 'workshop-recorded':
          set({ revision: next(revision, 'workshops') })
          void Promise.all([refreshInfo(), refreshWorkshops()])
          return
        case 'participant-recorded':
          set({ revision: next(revision, 'participants') })
          void refreshInfo()
          return
        case 'rating-recorded':
          set({ revision: next(revision, 'ratings') })
          // Counting a large workbook for each rating would be slow; only the first changes a page.
          if (info.state === 'ready' && info.value.ratings === 0) void refreshInfo()
          return
        case 'framework-changed':
          set({ revision: next(revision, 'framework') })
          void Promise.all([refreshInfo(), refreshFramework()])
          return
        case 'round-changed':
          set({ revision: next(revision, 'rounds') })
          return
        case 'rules-changed':
          set({ revision: next(revision, 'rules') })
          return
        case 'discussion-changed':
          set({ revision: next(revision, 'discussion') })
          return
        case 'people-changed':
          set({ revision: next(revision, 'participants', 'ratings', 'discussion') })
          void refreshInfo()
          return
        case 'conflicts-settled':
          set({ revision: next(revision, 'ratings') })
          void refreshInfo()
          return
        default:
          assertNever(event)
      }
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
      if (store.getState().info.state !== 'ready' && problem.code !== 'LINE_LOST') {
        store.setState({ info: { state: 'failed', problem } })
        return
      }
    }
    await pause(WAIT_MS)
  }
}

import { type ClientLink, type ClientOptions, createORPCClient, ORPCError } from '@orpc/client'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type {
  ChosenFile,
  EngineClient,
  EngineLine,
  TakenFile,
  WorkbookHost,
} from '../../../shared/host.ts'

/** The program around the page, with the requests that only a page can make. */
export interface PageHost extends WorkbookHost {
  /** Takes a file that was dropped on the page. Rejects with words for people if it is no file. */
  readonly takeDropped: (file: File) => Promise<ChosenFile>
  /** Takes the files that were dropped on the page, each alone. */
  readonly takeDroppedFiles: (dropped: DataTransfer) => Promise<readonly TakenFile[]>
  /** Takes the files that were dropped on the page, and the packages in each folder that was. */
  readonly takeDroppedPackages: (dropped: DataTransfer) => Promise<readonly ChosenFile[]>
}

/** The state of the line to the engine; `connecting` until it was first up. */
export type LineState = 'connecting' | EngineLine['state']

/** The state of the line that the page may read. */
export interface Line {
  readonly state: LineState
}

/** The time that a call waits for a line that is down before it fails, in milliseconds. */
const PATIENCE_MS = 4000

/** An error for a call whose line was lost, so that nobody knows whether it was carried out. */
export class LineLost extends Error {
  override readonly name = 'LineLost'
}

/** An error for a call that never set out, as the program takes this page for a stranger's. */
export class LineRefused extends Error {
  override readonly name = 'LineRefused'
}

/** The page's one client, with the state of the line under it. */
export interface LiveEngine {
  /** The same client across reconnections; each call uses the present line. */
  readonly client: EngineClient
  readonly line: StoreApi<Line>
  readonly close: () => void
}

const lineState = (line: EngineLine | null): LineState =>
  line === null ? 'connecting' : line.state

/** Finds one operation of a client by its path, as the contract spells it. */
function operationAt(client: EngineClient, path: readonly string[]) {
  const found = path.reduce<unknown>(
    (node, key) => (node as Readonly<Record<string, unknown>>)[key],
    client,
  )
  return found as (input: unknown, options: ClientOptions<object>) => Promise<unknown>
}

/**
 * Connects the typed client to the host's present line. A call waits a little for a line that is down
 * (an engine restarts within a second), then fails with `LineLost`; so does a call whose line was lost
 * under it. One that the program refuses fails with `LineRefused`.
 */
export function connectEngine(host: Pick<WorkbookHost, 'connect'>): LiveEngine {
  const lines = createStore<{ readonly current: EngineLine | null }>(() => ({ current: null }))
  const line = createStore<Line>(() => ({ state: 'connecting' }))
  const close = host.connect(current => {
    lines.setState({ current })
    line.setState({ state: lineState(current) })
  })

  const connected = () =>
    new Promise<EngineClient>((resolve, reject) => {
      const { current } = lines.getState()
      if (current?.state === 'connected') return resolve(current.client)
      const timer = setTimeout(() => {
        stop()
        const isRefused = lines.getState().current?.state === 'refused'
        reject(isRefused ? new LineRefused() : new LineLost())
      }, PATIENCE_MS)
      const stop = lines.subscribe(({ current: next }) => {
        if (next?.state !== 'connected') return
        clearTimeout(timer)
        stop()
        resolve(next.client)
      })
    })

  const link: ClientLink<object> = {
    call: async (path, input, options) => {
      const client = await connected()
      try {
        return await operationAt(client, path)(input, options)
      } catch (error) {
        if (error instanceof ORPCError || options.signal?.aborted) throw error
        throw new LineLost(undefined, { cause: error })
      }
    },
  }
  return { client: createORPCClient<EngineClient>(link), line, close }
}

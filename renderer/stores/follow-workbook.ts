import type { EngineClient } from '../../shared/host.ts'
import { problemOf } from '../host/problem.ts'
import type { WorkbookStore } from './workbook-store.ts'

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

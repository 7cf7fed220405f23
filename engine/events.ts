import { EventPublisher } from '@orpc/server'
import type { WorkbookEvent } from '../shared/contract/events.ts'

/** Tells whoever watches a workbook what was committed to it. */
export interface WorkbookEvents {
  readonly publish: (workbook: string, event: WorkbookEvent) => void
  /** First `ready`, then each event from now on, until `signal` aborts. */
  readonly watch: (workbook: string, signal?: AbortSignal) => AsyncGenerator<WorkbookEvent>
}

/** Events of all open workbooks of one engine. */
export function createWorkbookEvents(): WorkbookEvents {
  const publisher = new EventPublisher<Record<string, WorkbookEvent>>()
  return {
    publish: (workbook, event) => publisher.publish(workbook, event),
    watch: async function* (workbook, signal) {
      // Subscribed before `ready` is sent, so that nothing after `ready` is missed.
      const events = publisher.subscribe(workbook, signal ? { signal } : {})
      yield { kind: 'ready' }
      yield* events
    },
  }
}

import { useMemo, useState } from 'react'
import type { OpenSheet, Pass, SheetEntry } from '../../../shared/model/paper.ts'
import { problemOf } from '../../data/loadable.ts'
import { useClient } from '../../data/services.tsx'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { createSaveQueue, type QueueState } from '../../rating/session/save-queue.ts'
import type { SaveState } from '../../ui/feedback/save-mark.tsx'

/** The time without an answer after which saving is late, in milliseconds. */
const LATE_AFTER_MS = 5_000

/** A text that tells the questions of a sheet apart. */
export const questionKey = ({
  indicator,
  criterion,
}: Pick<SheetEntry, 'indicator' | 'criterion'>) => `${criterion} ${indicator}`

/** The reading of a sheet so far, each answer kept as soon as it is typed. */
export function useKeyIn({ number, entries }: OpenSheet, pass: Pass) {
  const client = useClient()
  const workbook = useWorkbookId()
  const [read, setRead] = useState<ReadonlyMap<string, SheetEntry>>(
    () => new Map(entries.map(entry => [questionKey(entry), entry])),
  )
  const [queueState, setQueueState] = useState<QueueState | null>(null)
  const queue = useMemo(
    () =>
      createSaveQueue<SheetEntry>({
        keyOf: questionKey,
        send: entry => client.paper.key({ workbook, sheet: number, pass, ...entry }),
        isRefusal: () => false,
        lateAfterMs: LATE_AFTER_MS,
        onChange: setQueueState,
      }),
    [client, workbook, number, pass],
  )
  const keep = (entry: SheetEntry) => {
    setRead(before => new Map(before).set(questionKey(entry), entry))
    queue.add(entry)
  }
  const problem = queueState?.isStuck ? problemOf(queueState.error).message : null
  return {
    read,
    keep,
    state: saveState(queueState),
    problem,
    retry: queue.retry,
    whenIdle: queue.whenIdle,
  }
}

function saveState(state: QueueState | null): SaveState {
  if (state === null) return 'unchanged'
  if (state.isStuck) return 'not-saved'
  return state.unsaved > 0 ? 'saving' : 'saved'
}

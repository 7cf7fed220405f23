import { useMemo, useState } from 'react'
import type { OpenSheet, Pass, SheetEntry } from '../../../shared/model/paper.ts'
import { useClient } from '../../data/services.tsx'
import { useWorkbookId } from '../../data/workbook-context.tsx'
import { createSaveQueue } from '../../rating/session/save-queue.ts'
import {
  isRefusal,
  LATE_MS,
  type SaveReport,
  saveReport,
} from '../../rating/session/save-report.ts'

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
  const [{ save, problem }, setReport] = useState<SaveReport>({ save: 'unchanged', problem: null })
  const queue = useMemo(
    () =>
      createSaveQueue<SheetEntry>({
        keyOf: questionKey,
        send: entry => client.paper.key({ workbook, sheet: number, pass, ...entry }),
        isRefusal,
        lateAfterMs: LATE_MS,
        onChange: state => setReport(saveReport(state)),
      }),
    [client, workbook, number, pass],
  )
  const keep = (entry: SheetEntry) => {
    setRead(before => new Map(before).set(questionKey(entry), entry))
    queue.add(entry)
  }
  const { retry, whenIdle } = queue
  return { read, keep, state: save, problem: problem?.message ?? null, retry, whenIdle }
}

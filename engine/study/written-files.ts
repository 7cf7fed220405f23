import { v7 as uuidv7 } from 'uuid'
import type { SentState } from '../../shared/model/whole-study.ts'
import {
  appendWrittenFile,
  getAllWrittenFiles,
  type WrittenFileRecord,
} from '../store/records/plans.ts'
import type { ReadableStore } from '../store/store.ts'
import type { Workbook } from '../workbooks/workbook.ts'

/** Keeps that a package or an export was written, in this workbook alone. */
export function noteWrittenFile(
  { store, clock }: Workbook,
  written: Omit<WrittenFileRecord, 'id' | 'recordedAt'>,
): void {
  store.transaction(() =>
    appendWrittenFile(store, { ...written, id: uuidv7(), recordedAt: clock() }),
  )
}

/** The last package with what was collected in a workshop; null for none. */
export function lastSent(store: ReadableStore, workshop: string): SentState {
  const last = getAllWrittenFiles(store).find(
    ({ kind, workshops }) =>
      kind === 'package' && (workshops === null || workshops.includes(workshop)),
  )
  return last ? { sentAt: last.recordedAt, file: last.name } : null
}

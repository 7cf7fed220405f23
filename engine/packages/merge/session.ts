import { v7 as uuidv7 } from 'uuid'
import type { MergeReceipt, PreviewEvent } from '../../../shared/model/packages.ts'
import { WorkbookError } from '../../errors.ts'
import type { PermittedFile } from '../../files/permits.ts'
import type { StartReader } from '../../files/reader-process.ts'
import { closeIncoming } from '../../store/packages/incoming.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { acceptMerge, previewMerge } from './accept.ts'
import type { FitOptions } from './fit.ts'
import {
  type ReadPackage,
  type StagingOptions,
  type StagingProgress,
  stagePackages,
} from './staging.ts'

/** What a reading may be told: how strict it is, and what opens packages that are encrypted. */
type PreviewOptions = FitOptions & Pick<StagingOptions, 'secrets'>

/** Where packages lie between being read and being accepted: for each workbook, one reading at a time. */
export interface MergeSession {
  /** Reads packages; the last event has what merging them would do. Another reading ends this one. */
  readonly preview: (
    workbook: Workbook,
    packages: readonly PermittedFile[],
    options: PreviewOptions,
  ) => AsyncGenerator<PreviewEvent>
  /** Merges what was read, all of it or the files at these places. Throws MERGE_EXPIRED. */
  readonly accept: (workbook: Workbook, token: string, files?: readonly number[]) => MergeReceipt
  /** Lets go of what was read, if it is still there. */
  readonly discard: (workbook: Workbook, token: string) => void
}

interface Reading {
  readonly token: string
  readonly stop: AbortController
  readonly options: FitOptions
  packages: readonly ReadPackage[] | null
}

/** A desk with nothing on it. */
export function createMergeSession(startReader: StartReader): MergeSession {
  const readings = new Map<string, Reading>()

  const clear = (workbook: Workbook, reading: Reading): void => {
    reading.stop.abort(new WorkbookError('MERGE_EXPIRED', {}))
    if (readings.get(workbook.id) !== reading) return
    readings.delete(workbook.id)
    closeIncoming(workbook.store)
  }

  return {
    preview: async function* (workbook, packages, { secrets, ...options }) {
      const before = readings.get(workbook.id)
      if (before) clear(workbook, before)
      const stop = new AbortController()
      const reading: Reading = { token: uuidv7(), stop, options, packages: null }
      readings.set(workbook.id, reading)
      let isReady = false
      try {
        reading.packages = yield* readWithProgress(startReader, workbook, packages, {
          ...{ signal: stop.signal, secrets },
        })
        const preview = previewMerge(workbook, reading.packages, options)
        isReady = true
        yield { kind: 'preview', token: reading.token, preview }
      } finally {
        // Whoever stops listening before the end has cancelled.
        if (!isReady) clear(workbook, reading)
      }
    },
    accept: (workbook, token, files) => {
      const reading = readings.get(workbook.id)
      if (reading?.token !== token || !reading.packages)
        throw new WorkbookError('MERGE_EXPIRED', {})
      const chosen = reading.packages.filter((_, index) => files?.includes(index) ?? true)
      const receipt = acceptMerge(workbook, chosen, reading.options)
      clear(workbook, reading)
      return receipt
    },
    discard: (workbook, token) => {
      const reading = readings.get(workbook.id)
      if (reading?.token === token) clear(workbook, reading)
    },
  }
}

async function* readWithProgress(
  startReader: StartReader,
  { store }: Workbook,
  packages: readonly PermittedFile[],
  options: StagingOptions,
): AsyncGenerator<PreviewEvent, readonly ReadPackage[]> {
  const progress = latestValue<StagingProgress>()
  const reading = stagePackages(startReader, store, packages, {
    ...options,
    onProgress: progress.put,
  })
  const ended = reading.then(progress.close, progress.close)
  for await (const one of progress) yield { kind: 'progress', files: packages.length, ...one }
  await ended
  return reading
}

/** Passes on values to one listener, who hears only the latest of those that came while they were busy. */
export interface LatestValue<T> extends AsyncIterable<T> {
  readonly put: (value: T) => void
  /** Ends the iteration, after the value that still waits. */
  readonly close: () => void
}

/** A channel of values of which only the latest counts, such as progress. */
function latestValue<T>(): LatestValue<T> {
  let waiting: { readonly value: T } | undefined
  let isClosed = false
  let wake = (): void => undefined
  return {
    put: value => {
      waiting = { value }
      wake()
    },
    close: () => {
      isClosed = true
      wake()
    },
    async *[Symbol.asyncIterator]() {
      for (;;) {
        if (waiting) {
          const { value } = waiting
          waiting = undefined
          yield value
        } else if (isClosed) return
        else await new Promise<void>(resolve => (wake = resolve))
      }
    },
  }
}

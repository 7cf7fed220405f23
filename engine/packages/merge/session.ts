import { v7 as uuidv7 } from 'uuid'
import type { MergeReceipt, PreviewEvent } from '../../../shared/model/packages.ts'
import { noteRefusals } from '../../diary/refusals.ts'
import { WorkbookError } from '../../errors.ts'
import type { PermittedFile } from '../../files/permits.ts'
import type { StartReader } from '../../files/reader-process.ts'
import { closeIncoming } from '../../store/packages/incoming.ts'
import type { Workbook } from '../../workbooks/workbook.ts'
import { type FitOptions, refuse } from './fit.ts'
import { acceptMerge, type MergeChoices, previewMerge } from './merge.ts'
import {
  isStaged,
  type ReadPackage,
  type StagedPackage,
  type StagingOptions,
  type StagingProgress,
  stagePackages,
} from './staging.ts'

/** Options for a preview: the exceptions it makes, and the secrets for encrypted packages. */
type PreviewOptions = FitOptions & Pick<StagingOptions, 'secrets'>

/** The merges between their preview and their acceptance: for each workbook at most one. */
export interface MergeSessions {
  /** Reads packages; the last event has the preview. Ends the session that the workbook had before. */
  readonly preview: (
    workbook: Workbook,
    packages: readonly PermittedFile[],
    options: PreviewOptions,
  ) => AsyncGenerator<PreviewEvent>
  /** Merges what was previewed, or a part of it. Throws MERGE_EXPIRED. */
  readonly accept: (workbook: Workbook, token: string, accepted: AcceptedMerge) => MergeReceipt
  /** Drops what was read, if this session has not ended already. */
  readonly discard: (workbook: Workbook, token: string) => void
}

/** The part of a preview that a person accepts: the files at these places or all, and the framework version to use. */
interface AcceptedMerge extends Pick<MergeChoices, 'framework'> {
  readonly files?: readonly number[] | undefined
}

interface MergeSession {
  readonly token: string
  readonly stop: AbortController
  readonly options: FitOptions
  /** Null until all of them were read. */
  packages: readonly ReadPackage[] | null
}

/** Opens merge sessions whose packages are read by these readers. */
export function createMergeSessions(startReader: StartReader): MergeSessions {
  const sessions = new Map<string, MergeSession>()

  const end = (workbook: Workbook, session: MergeSession): void => {
    session.stop.abort(new WorkbookError('MERGE_EXPIRED', {}))
    if (sessions.get(workbook.id) !== session) return
    sessions.delete(workbook.id)
    closeIncoming(workbook.store)
  }

  return {
    preview: async function* (workbook, packages, { secrets, ...options }) {
      const previous = sessions.get(workbook.id)
      if (previous) end(workbook, previous)
      const stop = new AbortController()
      const session: MergeSession = { token: uuidv7(), stop, options, packages: null }
      sessions.set(workbook.id, session)
      let isReady = false
      try {
        const reading = { signal: stop.signal, secrets }
        session.packages = yield* readWithProgress(startReader, workbook, packages, reading)
        const preview = previewMerge(workbook, session.packages, options)
        // Where nothing can be taken nobody goes on to a receipt.
        noteRefusals(workbook, preview.packages)
        isReady = true
        yield { kind: 'preview', token: session.token, preview }
      } finally {
        // Whoever stops listening before the preview has cancelled.
        if (!isReady) end(workbook, session)
      }
    },
    accept: (workbook, token, { files, framework }) => {
      const session = sessions.get(workbook.id)
      if (session?.token !== token || !session.packages)
        throw new WorkbookError('MERGE_EXPIRED', {})
      // What was not ticked is on the receipt too, so that it says of every file what became of it.
      const chosen = session.packages.map((one, index) =>
        (files?.includes(index) ?? true) || !isStaged(one) ? one : leaveOut(one),
      )
      const receipt = acceptMerge(workbook, chosen, { ...session.options, framework })
      end(workbook, session)
      return receipt
    },
    discard: (workbook, token) => {
      const session = sessions.get(workbook.id)
      if (session?.token === token) end(workbook, session)
    },
  }
}

/** A package that fits and was not taken, as nobody wanted it; none of its records are accounted for. */
const leaveOut = (staged: StagedPackage): ReadPackage => ({
  ...refuse(staged, { code: 'left-out', detail: '' }),
  read: 0,
})

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

/** Passes values to one listener, which gets only the latest of those put while it was busy. */
export interface LatestValue<T> extends AsyncIterable<T> {
  readonly put: (value: T) => void
  /** Ends the iteration, after the last value. */
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

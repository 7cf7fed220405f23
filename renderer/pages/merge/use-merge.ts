import { useEffect, useRef, useState } from 'react'
import { useLocation } from 'wouter'
import type { ChosenFile, EngineClient, PackagePlace } from '../../../shared/host.ts'
import type { MergePreview, PreviewEvent } from '../../../shared/model/packages.ts'
import { routes } from '../../app/routes.ts'
import { problemOf } from '../../data/loadable.ts'
import { useServices } from '../../data/services.tsx'
import { useWorkbookId } from '../../data/workbook-context.tsx'

type Progress = Omit<Extract<PreviewEvent, { kind: 'progress' }>, 'kind'>

/** Options of a reading that a person gave: leave to take another study, and what opens encrypted packages. */
export interface ReadingOptions {
  readonly anotherStudy?: boolean
  readonly passphrase?: string
  /** The team's key file. */
  readonly key?: ChosenFile
}

interface ToRead {
  readonly files: readonly ChosenFile[]
  readonly options: ReadingOptions
}

/** The result of a reading, to be accepted or not. */
export interface Reading extends ToRead {
  readonly token: string
  readonly preview: MergePreview
}

/** The stage of a merge. Nothing is stored before `accepting` has ended. */
export type MergeStage =
  | { readonly at: 'choosing'; readonly isBack: boolean }
  | { readonly at: 'taking' }
  | { readonly at: 'reading'; readonly progress: Progress }
  | { readonly at: 'previewed'; readonly reading: Reading; readonly isAccepting: boolean }
  | { readonly at: 'failed'; readonly message: string }

/** The part of a preview that a person accepts: packages by their places, and the framework version to use. */
interface AcceptedMerge {
  readonly files: number[]
  readonly framework?: string
}

/** The stage of a merge, and the actions of a person on it. */
export interface Merge {
  readonly stage: MergeStage
  readonly choose: (from: PackagePlace) => void
  readonly drop: (dropped: DataTransfer) => void
  /** Reads the same files once more, with what a person gave for it. */
  readonly readAgain: (more: ReadingOptions) => void
  /** Merges what was accepted, and goes to the receipt. */
  readonly accept: (accepted: AcceptedMerge) => void
  /** Goes back to choosing, at any moment before the records are stored. */
  readonly cancel: () => void
}

const NO_PACKAGES =
  'There was no package among them. Packages end with .workbook; choose them, or the folder they are in.'

/** Has packages read, shows what merging them would do, and merges them once that is accepted. */
export function useMerge(): Merge {
  const { client, host } = useServices()
  const workbook = useWorkbookId()
  const [, go] = useLocation()
  const [stage, setStage] = useState<MergeStage>({ at: 'choosing', isBack: false })
  const stop = useRef(new AbortController())

  const begin = () => {
    stop.current.abort()
    stop.current = new AbortController()
    return stop.current.signal
  }
  // Whoever leaves the page has cancelled.
  useEffect(() => () => stop.current.abort(), [])

  /** Does one step; what went wrong is shown, unless it was cancelled meanwhile. */
  const attempt = async (signal: AbortSignal, work: () => Promise<void>) => {
    try {
      await work()
    } catch (error) {
      if (!signal.aborted) setStage({ at: 'failed', message: problemOf(error).message })
    }
  }

  const read = async ({ files, options }: ToRead, signal: AbortSignal) => {
    const progress = { files: files.length, done: 0, file: files[0]?.name ?? '', records: 0 }
    setStage({ at: 'reading', progress })
    for await (const event of readPackages(client, { workbook, files, options }, signal)) {
      if (signal.aborted) return
      if (event.kind === 'progress') setStage({ at: 'reading', progress: event })
      else {
        const { token, preview } = event
        const reading = { token, files, options, preview }
        setStage({ at: 'previewed', reading, isAccepting: false })
      }
    }
  }

  const take = (get: () => Promise<readonly ChosenFile[] | null>, isUnderWay: boolean) => {
    const signal = begin()
    if (isUnderWay) setStage({ at: 'taking' })
    void attempt(signal, async () => {
      const files = await get()
      if (signal.aborted || files === null) return
      if (files.length > 0) await read({ files, options: {} }, signal)
      else setStage({ at: 'failed', message: NO_PACKAGES })
    })
  }

  return {
    stage,
    choose: from => take(() => host.choosePackages(from), false),
    drop: dropped => take(() => host.takeDroppedPackages(dropped), true),
    readAgain: more => {
      if (stage.at !== 'previewed') return
      const { files, options } = stage.reading
      const signal = begin()
      void attempt(signal, () => read({ files, options: { ...options, ...more } }, signal))
    },
    accept: accepted => {
      if (stage.at !== 'previewed' || stage.isAccepting) return
      setStage({ ...stage, isAccepting: true })
      const { token } = stage.reading
      void attempt(stop.current.signal, async () => {
        const receipt = await client.merge.accept({ workbook, token, ...accepted })
        go(routes.receipt(workbook, receipt.id))
      })
    },
    cancel: () => {
      begin()
      setStage({ at: 'choosing', isBack: true })
    },
  }
}

/** Reads packages. Once `signal` is aborted the engine lets go of them, be it in the middle or at the end. */
async function* readPackages(
  client: EngineClient,
  { workbook, files, options }: ToRead & { readonly workbook: string },
  signal: AbortSignal,
): AsyncGenerator<PreviewEvent> {
  const { anotherStudy = false, passphrase, key } = options
  const request = {
    workbook,
    anotherStudy,
    files: files.map(({ permit }) => permit),
    ...(passphrase !== undefined && { passphrase }),
    ...(key && { keyFile: key.permit }),
  }
  const events = await client.merge.preview(request, { signal })
  for await (const event of events) {
    if (event.kind === 'preview') {
      // Without a line the engine cannot be told; it lets go of what it read at the next reading.
      const discard = () => client.merge.discard({ workbook, token: event.token }).catch(() => {})
      signal.addEventListener('abort', () => void discard(), { once: true })
    }
    yield event
  }
}

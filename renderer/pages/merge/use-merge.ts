import { useLocation } from 'wouter'
import { useStore } from 'zustand'
import type { ChosenFile, EngineClient, PackagePlace } from '../../../shared/host.ts'
import type { PreviewEvent } from '../../../shared/model/packages.ts'
import { routes } from '../../app/routes.ts'
import { problemOf } from '../../data/loadable.ts'
import {
  type MergeStage,
  type MergeState,
  previewed,
  type ReadingOptions,
  type ToRead,
} from '../../data/merge-store.ts'
import { useServices } from '../../data/services.tsx'
import { useMergeStore, useWorkbookId } from '../../data/workbook-context.tsx'

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
  const store = useMergeStore()
  const { stage, secrets } = useStore(store)
  const setStage = (next: MergeStage) => store.setState({ stage: next })

  const begin = () => {
    store.getState().stop.abort()
    const stop = new AbortController()
    store.setState({ stop })
    return stop.signal
  }

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
        store.setState(previewed(reading))
      }
    }
  }

  const take = (get: () => Promise<readonly ChosenFile[] | null>, isUnderWay: boolean) => {
    const signal = begin()
    if (isUnderWay) setStage({ at: 'taking' })
    void attempt(signal, async () => {
      const files = await get()
      if (signal.aborted || files === null) return
      if (files.length > 0) await read({ files, options: secrets }, signal)
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
      void attempt(store.getState().stop.signal, async () => {
        const receipt = await client.merge.accept({ workbook, token, ...accepted })
        setStage({ at: 'choosing', isBack: false })
        go(routes.receipt(workbook, receipt.id))
      })
    },
    cancel: () => {
      begin()
      setStage({ at: 'choosing', isBack: true })
    },
  }
}

/** The packages that are ticked of a preview, and the framework version to use; both stay while the page is left. */
export function useTicks() {
  const store = useMergeStore()
  const { chosen, framework } = useStore(store)
  return {
    chosen,
    framework,
    tick: (next: MergeState['chosen']) => store.setState({ chosen: next }),
    useFramework: (hash: string) => store.setState({ framework: hash }),
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

import { createStore, type StoreApi } from 'zustand/vanilla'
import type { ChosenFile } from '../../shared/host.ts'
import type { MergePreview, PreviewEvent } from '../../shared/model/packages.ts'

type Progress = Omit<Extract<PreviewEvent, { kind: 'progress' }>, 'kind'>

/** Options of a reading that a person gave: leave to take another study, and what opens encrypted packages. */
export interface ReadingOptions {
  readonly anotherStudy?: boolean
  readonly passphrase?: string
  /** The team's key file. */
  readonly key?: ChosenFile
}

/** Files to read, and the options for that. */
export interface ToRead {
  readonly files: readonly ChosenFile[]
  readonly options: ReadingOptions
}

/** The result of a reading, to be accepted or not. */
interface Reading extends ToRead {
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

/**
 * The merge of one workbook that is under way, which stays while its pages are left and come back to: what was read,
 * what is ticked, and what opened encrypted packages, so that it is asked for once.
 */
export interface MergeState {
  readonly stage: MergeStage
  /** The places of the packages that are ticked. */
  readonly chosen: ReadonlySet<number>
  /** The framework version to use; null where nothing asks for one. */
  readonly framework: string | null
  readonly secrets: Pick<ReadingOptions, 'passphrase' | 'key'>
  /** Ends the reading that is under way. */
  readonly stop: AbortController
}

/** The store of a merge. */
export type MergeStore = StoreApi<MergeState>

/** A store with no merge under way. */
export const createMergeStore = (): MergeStore =>
  createStore<MergeState>(() => ({
    stage: { at: 'choosing', isBack: false },
    chosen: new Set(),
    framework: null,
    secrets: {},
    stop: new AbortController(),
  }))

/** The state of a merge once packages were read: all that fit are ticked, and ours stays in use. */
export const previewed = (
  reading: Reading,
): Pick<MergeState, 'stage' | 'chosen' | 'framework' | 'secrets'> => ({
  stage: { at: 'previewed', reading, isAccepting: false },
  chosen: new Set(
    reading.preview.packages.flatMap(({ accepted }, place) => (accepted ? [place] : [])),
  ),
  framework: reading.preview.framework?.ours ?? null,
  secrets: secretsIn(reading.options),
})

function secretsIn({ passphrase, key }: ReadingOptions): MergeState['secrets'] {
  return { ...(passphrase !== undefined && { passphrase }), ...(key && { key }) }
}

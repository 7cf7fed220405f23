import type { ChosenFile, TakenFile } from '../../../shared/host.ts'
import { ratingsRefusalMessage } from '../../../shared/messages/data-entry/problems.ts'
import { formatCount } from '../../../shared/messages/figures.ts'
import {
  type EnteredCounts,
  MOST_FILES,
  type RatingsChoices,
  type RatingsFilesReport,
  type RatingsOutcome,
  type RatingsReport,
} from '../../../shared/model/data-entry.ts'

/** A file with what was chosen about it. */
export interface ChosenRatings {
  readonly file: ChosenFile
  readonly choices: RatingsChoices
}

/** A chosen file with what storing it would do, or the reason why it cannot be read. */
export interface CheckedFile extends ChosenRatings {
  readonly outcome: RatingsOutcome
}

/** Files with what storing them would do. */
export interface OpenFiles extends Pick<RatingsFilesReport, 'together' | 'inSeveral'> {
  readonly files: readonly CheckedFile[]
  /** Files that could not be taken at all. */
  readonly untaken: readonly Extract<TakenFile, { readonly refused: string }>[]
  /** The place of the file that is shown by itself; null where all are. */
  readonly shown: number | null
  /** The place of the file that was shown before all. */
  readonly lookedAt: number | null
  /** A change is being checked; what is known is still what it was before. */
  readonly isChecking: boolean
  /** The reason why the last change could not be checked, or the files not be stored. */
  readonly problem: string | null
}

/** The stage of keying in from files. */
export type EntryStage =
  | { readonly at: 'choosing' }
  | { readonly at: 'reading'; readonly what: string }
  | { readonly at: 'refused'; readonly messages: readonly string[] }
  | { readonly at: 'open'; readonly open: OpenFiles }
  | {
      readonly at: 'stored'
      readonly names: readonly string[]
      /** The names of the files that were not stored. */
      readonly left: readonly string[]
      readonly counts: EnteredCounts
    }

/** A file that could be read, with what was chosen about it and what storing it would do. */
export interface OpenRatings extends Pick<OpenFiles, 'isChecking' | 'problem'> {
  readonly choices: RatingsChoices
  readonly report: RatingsReport
}

/** The file that is shown by itself; null where all are. */
export function shownFile({ files, shown, isChecking, problem }: OpenFiles): OpenRatings | null {
  const file = shown === null ? undefined : files[shown]
  if (!file || 'refused' in file.outcome) return null
  return { choices: file.choices, report: file.outcome, isChecking, problem }
}

/** Changes what is open; any other stage stays as it is. */
export const withOpen = (before: EntryStage, changed: Partial<OpenFiles>): EntryStage =>
  before.at === 'open' ? { at: 'open', open: { ...before.open, ...changed } } : before

/** The stage after files were checked: one file is shown by itself, several together. */
export function opened(
  before: EntryStage,
  found: Pick<OpenFiles, 'files' | 'together' | 'inSeveral'>,
  untaken: OpenFiles['untaken'],
): EntryStage {
  const { files } = found
  const shown = before.at === 'open' ? before.open.shown : null
  const changed = shown === null ? undefined : files[shown]
  if (changed && 'refused' in changed.outcome) {
    // The last change left nothing to show, so that what was known stays, to change it back.
    const problem = refusalOf(changed.outcome)
    return withOpen(before, { isChecking: false, problem })
  }
  const [only, ...others] = files
  const isAlone = others.length === 0 && untaken.length === 0
  if (only && isAlone && 'refused' in only.outcome) {
    return { at: 'refused', messages: [refusalOf(only.outcome)] }
  }
  const lookedAt = before.at === 'open' ? before.open.lookedAt : null
  const settled = { isChecking: false, problem: null, lookedAt }
  return { at: 'open', open: { ...found, ...settled, untaken, shown: isAlone ? 0 : shown } }
}

/** The sentence for a file that no ratings can be read from. */
export const refusalOf = ({
  file,
  refused,
}: Extract<RatingsOutcome, { readonly refused: unknown }>): string =>
  ratingsRefusalMessage(file, refused)

/** The number of ratings that a file would bring; null where it does not fit or cannot be read. */
export const ratingsIn = ({ outcome }: CheckedFile): number | null =>
  'refused' in outcome ? null : (outcome.counts?.rows ?? null)

/** The files that fit and hold ratings, and the names of the others. */
export function fitting({ files, untaken }: OpenFiles) {
  const stored = files.filter(file => (ratingsIn(file) ?? 0) > 0)
  const rest = files.filter(file => !stored.includes(file)).map(({ file }) => file)
  return { stored, left: [...rest, ...untaken].map(({ name }) => name) }
}

/** The sentence for more files than are read together; null for any number that is. */
export const tooMany = (files: number): string | null =>
  files <= MOST_FILES
    ? null
    : `These are ${formatCount(files)} files, and at most ${MOST_FILES} are read together. Choose fewer, and the rest ` +
      'after them.'

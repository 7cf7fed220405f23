import { dirname } from 'node:path'
import { renewCopies } from '../backups/second-place.ts'
import { toWriteError } from '../disk/disk-errors.ts'
import { sweepAround } from '../disk/left-behind.ts'
import { WorkbookError } from '../errors.ts'
import { RECORD_TABLES } from '../packages/format/record-kinds.ts'
import { withPlainFailures } from '../store/connection/failures.ts'
import { hasUnscrubbed, scrubBackups, scrubStore } from '../store/connection/scrub.ts'
import { erasePerson, getAllWithdrawn, getWithdrawnWithRows } from '../store/records/withdrawals.ts'
import type { WritableStore } from '../store/store.ts'

/**
 * Deletes every row about participants who withdrew. Returns the number of deleted rows of each kind. Call it
 * inside a transaction. Traces of the rows remain in the file, its log and its backups for the caller to clear.
 */
export function eraseWithdrawn(store: WritableStore): ReadonlyMap<string, number> {
  const total = new Map<string, number>()
  for (const participant of getWithdrawnWithRows(store, RECORD_TABLES)) {
    for (const [kind, count] of erasePerson(store, RECORD_TABLES, participant)) {
      total.set(kind, (total.get(kind) ?? 0) + count)
    }
  }
  return total
}

/** The outcome of clearing the traces of deleted rows. */
export interface ClearedTraces {
  /** The number of backups that were scrubbed. */
  readonly backups: number
  /** True where copies on the second place are replaced only once that is reached; left out where there are none. */
  readonly copiesLater?: true
  /**
   * False if another program has one of the files open: the last traces go when it lets go and the workbook is
   * opened once more.
   */
  readonly clean: boolean
}

/** Backups that were scrubbed before the workbook itself, so that a withdrawal is done wholly or not at all. */
export interface PreparedErasure {
  /** Clears the traces of what was deleted meanwhile. Throws nothing that a disk or another program causes. */
  readonly finish: () => ClearedTraces
  /** Takes the scrubbing of the backups back. */
  readonly undo: () => void
}

/**
 * Scrubs the backups that the program made of a workbook of these participants, and of everyone who ever
 * withdrew. Call it outside a transaction. If it throws, nothing was erased. Throws DISK_FULL, FILE_IN_USE,
 * FILE_NOT_ALLOWED, DISK_GONE, CANNOT_WRITE_FILE, DAMAGED_BACKUP.
 */
export function prepareErasure(
  store: WritableStore,
  participants: readonly string[],
): PreparedErasure {
  store.forgetTold()
  const hasCopies = renewCopies(store.file)
  const backups = scrubBackups(store.file, [...getAllWithdrawn(store), ...participants])
  return {
    undo: backups.undo,
    finish: () => {
      const areErased = backups.finish()
      // What was written elsewhere goes in the background: a share may not answer, and nobody waits for it here.
      void sweepAround(dirname(store.file))
      const clean = isScrubbed(store) && areErased
      return { backups: backups.count, clean, ...(hasCopies && { copiesLater: true as const }) }
    },
  }
}

/**
 * Clears traces of everyone who ever withdrew from the workbook's file, its log and the backups that the
 * program made of it, which also completes an interrupted attempt. Call it outside a transaction, after what
 * was deleted is stored: what a disk refuses now is done when the workbook is next opened.
 */
export function clearTraces(store: WritableStore): ClearedTraces {
  const prepared = unlessRefused(() => prepareErasure(store, []))
  if (prepared) return prepared.finish()
  isScrubbed(store)
  return { backups: 0, clean: false }
}

/** Completes an erasure that somebody's hold on a backup had kept from its end. */
export function completeErasure(store: WritableStore): void {
  unlessRefused(() => {
    const isLeft = withPlainErrors(store.file, () =>
      hasUnscrubbed(store.file, getAllWithdrawn(store)),
    )
    if (isLeft) clearTraces(store)
  })
}

const isScrubbed = (store: WritableStore): boolean =>
  unlessRefused(() => withPlainErrors(store.file, () => scrubStore(store))) ?? false

/** Does work; undefined where a disk or another program refuses it. */
function unlessRefused<T>(work: () => T): T | undefined {
  try {
    return work()
  } catch (error) {
    if (error instanceof WorkbookError) return undefined
    throw error
  }
}

function withPlainErrors<T>(file: string, work: () => T): T {
  try {
    return withPlainFailures(file, work)
  } catch (error) {
    throw toWriteError(error, file)
  }
}

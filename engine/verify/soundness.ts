import { statSync } from 'node:fs'
import { WorkbookError } from '../errors.ts'
import { closingOnFailure } from '../store/connection/database.ts'
import { withDamageNamed } from '../store/connection/failures.ts'
import { openStoreForReading } from '../store/connection/read-only.ts'
import { findUnsound } from '../store/connection/seals.ts'
import { countBrokenReferences, findDamage, findQuickDamage } from '../store/reports/checks.ts'
import type { OpenStore, ReadableStore } from '../store/store.ts'
import { brokenReceipts } from './receipts.ts'

/** The extent of a check: `quick` leaves out what packages brought, and whether each index tells of each row. */
export type Extent = 'quick' | 'full'

/** The size in bytes up to which every check is a full one, as it takes less than a quarter of a second. */
const ALWAYS_FULL = 16 * 1024 * 1024

/**
 * Refuses a workbook whose content is not as it was written: pages and indexes by SQLite's own check, the records that
 * were made here by their digests, and what packages brought by the digests of these. Throws DAMAGED_WORKBOOK.
 */
export function refuseUnsound(store: ReadableStore, extent: Extent): void {
  // A check that cannot be carried out has met damage of its own kind.
  const detail = withDamageNamed(store.file, () => findFault(store, extent))
  if (detail !== undefined)
    throw new WorkbookError('DAMAGED_WORKBOOK', { file: store.file, detail })
}

function findFault(store: ReadableStore, extent: Extent): string | undefined {
  const [damage] = extent === 'full' ? findDamage(store) : findQuickDamage(store)
  if (damage !== undefined) return damage
  const unsound = findUnsound(store)
  if (unsound.length > 0) return `${unsound.length} of its entries are not as they were written`
  if (extent === 'quick') return undefined
  const [broken] = brokenReceipts(store)
  if (broken !== undefined) return `what came with ${broken} is not as it was`
  const missing = countBrokenReferences(store).reduce((sum, { count }) => sum + count, 0)
  return missing === 0 ? undefined : `${missing} of its entries refer to others that are missing`
}

/** The extent that fits a file: a full check where it is small, or was not closed as it should be. */
export function extentFor(file: string): Extent {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
  return size <= ALWAYS_FULL || log > 0 ? 'full' : 'quick'
}

/** Opens a workbook to be read alone that is sound. Throws what opening it throws, and DAMAGED_WORKBOOK. */
export function openSoundForReading(file: string): OpenStore {
  const open = openStoreForReading(file)
  return closingOnFailure(open.database, () => {
    refuseUnsound(open.store, extentFor(file))
    return open
  })
}

/**
 * Checks a file before anything is written to it, on what is in memory of it: one that is refused keeps every byte, as
 * does its log. Throws what opening it throws, and DAMAGED_WORKBOOK.
 */
export function refuseUnsoundFile(file: string): void {
  openSoundForReading(file).database.close()
}

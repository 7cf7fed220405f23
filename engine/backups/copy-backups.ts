import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, stat, truncate } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import {
  createWhileItAnswers,
  piecesWhileItAnswers,
  whileItAnswers,
  whileItWrites,
} from '../disk/answering.ts'
import { type BackupFile, backupsIn, listBackups } from '../disk/backup-places.ts'
import { toReadError, toWriteError } from '../disk/disk-errors.ts'
import { flushFolderLater } from '../disk/flush.ts'
import { noteWriting } from '../disk/left-behind.ts'
import { ONLY_OWNER } from '../disk/modes.ts'
import { renamePathLater, tidyAwayLater } from '../disk/move-and-remove.ts'
import { sweepUnfinishedAt, unfinishedName } from '../disk/unfinished.ts'
import { WorkbookError } from '../errors.ts'
import type { Clock } from '../program.ts'
import {
  changeSecondPlace,
  copiesFolderOf,
  copiesWithin,
  type SecondPlace,
  secondPlaceOf,
} from './second-place.ts'
import { tooMany } from './thin-out.ts'

/** A workbook whose copies are behind: its file's name, and its newest backup, if it has one. */
interface Due {
  readonly file: string
  readonly newest: BackupFile | undefined
  /** The number of the withdrawal for which all copies are replaced. */
  readonly renewal: string | undefined
}

/**
 * Copies the newest backup of each workbook of a library to its second place, where one is named and it is not there yet, and
 * thins older copies out. A place that cannot be reached or written is remembered with its reason, and work goes on:
 * resolves to what went wrong, null where nothing did, and undefined where there was nothing to do.
 */
export async function copyBackups(library: string, clock: Clock): Promise<unknown> {
  try {
    const place = secondPlaceOf(library)
    const { folder } = place
    const due = dueOf(library, place)
    if (folder === null || due.length === 0) return undefined
    const thrown = await thrownBy(() => copyAll(library, folder, due, clock))
    const problem = thrown === null ? null : thrown instanceof WorkbookError ? thrown.code : 'FAULT'
    if (problem !== place.problem) changeSecondPlace(library, { problem })
    return thrown
  } catch (error) {
    return error
  }
}

/** The error that some work throws; null where it throws none. */
async function thrownBy(work: () => Promise<void>): Promise<unknown> {
  try {
    await work()
    return null
  } catch (error) {
    return error
  }
}

function dueOf(library: string, { copied, renew }: SecondPlace): readonly Due[] {
  const files = new Set([
    ...backupsIn(library).map(folder => basename(folder)),
    ...Object.keys(renew),
  ])
  return [...files].flatMap(file => {
    const [newest] = listBackups(join(library, file))
    const renewal = renew[file]
    const isBehind = newest !== undefined && newest.at !== copied[file]
    return isBehind || renewal !== undefined ? [{ file, newest, renewal }] : []
  })
}

async function copyAll(
  library: string,
  folder: string,
  due: readonly Due[],
  clock: Clock,
): Promise<void> {
  await requirePlace(library, folder)
  for (const one of due) await bringUpToDate(library, folder, one, clock)
}

/**
 * Refuses a place that is not there, and a folder that is empty because its stick is not: what is then below its name is the
 * laptop's own disk. Throws NO_SUCH_FILE, DISK_GONE and what else the disk says.
 */
async function requirePlace(library: string, folder: string): Promise<void> {
  const there = await whileItAnswers(folder, () => stat(folder)).catch(error => {
    throw toReadError(error, folder)
  })
  const isOtherDisk = there.dev !== (await stat(library)).dev
  const { isOtherDisk: wasOtherDisk } = secondPlaceOf(library)
  if (wasOtherDisk === true && !isOtherDisk) throw new WorkbookError('DISK_GONE', { file: folder })
  if (wasOtherDisk === null) changeSecondPlace(library, { isOtherDisk })
}

async function bringUpToDate(
  library: string,
  place: string,
  { file, newest, renewal }: Due,
  clock: Clock,
): Promise<void> {
  const folder = copiesFolderOf(place, file, secondPlaceOf(library).laptop)
  if (newest) await copyWhole(newest.path, place, folder)
  const there = await copiesWithin(place, folder)
  const isNewest = ({ path }: BackupFile) =>
    newest !== undefined && basename(path) === basename(newest.path)
  const gone = renewal === undefined ? tooMany(there, clock()) : there.filter(one => !isNewest(one))
  for (const { path } of gone) await eraseCopy(place, path)
  const { copied, renew } = secondPlaceOf(library)
  const { [file]: again, ...others } = renew
  changeSecondPlace(library, {
    ...(newest && { copied: { ...copied, [file]: newest.at } }),
    // Whoever withdrew while this was copied may be in it.
    ...(again === renewal && { renew: others }),
  })
}

/**
 * Copies a backup to a folder of a place, whole, read back and on the disk, or not at all. Throws DAMAGED_BACKUP, DISK_GONE and
 * what the disk says.
 */
async function copyWhole(from: string, place: string, folder: string): Promise<void> {
  const to = join(folder, basename(from))
  const unfinished = unfinishedName(to)
  const written = noteWriting(folder)
  const atPlace = <T>(ask: () => Promise<T>) => whileItAnswers(place, ask)
  try {
    await atPlace(() => mkdir(folder, { recursive: true, mode: ONLY_OWNER.folder }))
    await sweepUnfinishedAt(folder, place)
    const digest = createHash('sha256')
    await pipeline(
      createReadStream(from),
      async function* (bytes) {
        for await (const chunk of bytes) {
          digest.update(chunk)
          yield chunk
        }
      },
      await createWhileItAnswers(place, unfinished, ONLY_OWNER.file),
    )
    if ((await digestOf(place, unfinished)) !== digest.digest('hex')) {
      throw new WorkbookError('DAMAGED_BACKUP', { file: to })
    }
    await whileItWrites(place, () => renamePathLater(unfinished, to))
    await whileItWrites(place, () => flushFolderLater(folder))
  } catch (error) {
    throw toWriteError(error, to)
  } finally {
    await atPlace(() => tidyAwayLater(unfinished)).then(written, () => undefined)
  }
}

async function digestOf(place: string, file: string): Promise<string> {
  const digest = createHash('sha256')
  for await (const piece of piecesWhileItAnswers(place, file)) digest.update(piece)
  return digest.digest('hex')
}

/** Empties a copy and then removes it. Throws DISK_GONE and what the disk says. */
async function eraseCopy(place: string, path: string): Promise<void> {
  try {
    await whileItAnswers(place, () => truncate(path))
    await whileItAnswers(place, () => tidyAwayLater(path))
  } catch (error) {
    throw toWriteError(error, path)
  }
}

/** The copying of one engine: one run at a time, and another one after it where something changed meanwhile. */
export interface BackupCopier {
  readonly bringUpToDate: () => void
  /** Resolves once nothing is being copied any more. */
  readonly settled: () => Promise<void>
}

/** A copier of the backups of a library; `onEnd` is told of each run: how long it took, and what went wrong or null. */
export function createCopier(
  library: string,
  clock: Clock,
  onEnd: (ms: number, thrown: unknown) => void,
): BackupCopier {
  let running: Promise<void> | undefined
  let isAskedAgain = false
  const run = async (): Promise<void> => {
    do {
      isAskedAgain = false
      const began = performance.now()
      const thrown = await copyBackups(library, clock)
      if (thrown !== undefined) onEnd(performance.now() - began, thrown)
    } while (isAskedAgain)
    running = undefined
  }
  return {
    bringUpToDate: () => {
      isAskedAgain = true
      running ??= run()
    },
    settled: async () => {
      await running
    },
  }
}

import { existsSync, globSync, statSync } from 'node:fs'
import { mkdir, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import {
  createWhileItAnswers,
  isSilent,
  whileItAnswers,
  whileItWrites,
} from '../../disk/answering.ts'
import { refuseDevice, toWriteError } from '../../disk/disk-errors.ts'
import { flushFolderLater } from '../../disk/flush.ts'
import { noteWriting } from '../../disk/left-behind.ts'
import { renamePathLater, tidyAwayLater } from '../../disk/move-and-remove.ts'
import { sweepUnfinishedAt, tidyAtExit, unfinishedName } from '../../disk/unfinished.ts'
import { WorkbookError } from '../../errors.ts'
import type { PermittedFile } from '../permits.ts'

/** Options of a file that is written whole or not at all. */
export interface WholeFileOptions {
  /** Looks at the finished file under its temporary name; throws if it is not as it should be. */
  readonly check?: (path: string) => Promise<void>
}

/**
 * Writes a file that is whole or not there: under another name in the same folder, flushed to disk,
 * then renamed over the chosen name. Gives its size in bytes. `produce` must end the stream. Holds up nothing
 * else, and gives up where the folder is on a share that does not answer. Throws
 * DISK_FULL, FILE_IN_USE, FILE_NOT_ALLOWED, DISK_GONE, CANNOT_WRITE_FILE.
 */
export function writeWholeFile(
  to: PermittedFile,
  produce: (out: Writable) => Promise<void>,
  { check }: WholeFileOptions = {},
): Promise<number> {
  return writingTo(to, async (place, unfinished) => {
    const out = await createWhileItAnswers(place, unfinished)
    try {
      await Promise.all([finished(out), produce(out)])
    } finally {
      await letGo(out)
    }
    const { size } = await whileItAnswers(place, () => stat(unfinished))
    await check?.(unfinished)
    await whileItWrites(place, () => renamePathLater(unfinished, to.path))
    await whileItWrites(place, () => flushFolderLater(place))
    return size
  })
}

/** Windows removes no file that is still open. */
async function letGo(out: Writable): Promise<void> {
  if (out.closed) return
  out.destroy()
  await finished(out).catch(() => undefined)
}

/**
 * Writes a folder that is whole or not there: under another name beside the chosen one, then renamed.
 * What was there is moved away first and removed at the end, or put back. Gives the bytes of its
 * files. Throws DISK_FULL, FILE_IN_USE, FILE_NOT_ALLOWED, DISK_GONE, CANNOT_WRITE_FILE.
 */
export function writeWholeFolder(
  to: PermittedFile,
  produce: (folder: string) => Promise<void>,
): Promise<number> {
  return writingTo(to, async (place, unfinished) => {
    await whileItAnswers(place, () => mkdir(unfinished))
    // Writers of many small files hold up the process while they write, where the place has answered so far.
    await produce(unfinished)
    const bytes = sizeOf(unfinished)
    const replaced = unfinishedName(to.path, 'replaced')
    const isThere = existsSync(to.path)
    if (isThere) await renamePathLater(to.path, replaced)
    try {
      await renamePathLater(unfinished, to.path)
    } catch (error) {
      if (isThere) await renamePathLater(replaced, to.path)
      throw error
    }
    await tidyAwayLater(replaced)
    return bytes
  })
}

/**
 * Gives work a name beside the chosen one, in a folder that is swept and answers, and tidies it away at the end, whatever
 * becomes of it. What is left on a share that answers no more goes once another start reaches it.
 */
async function writingTo<T>(
  to: PermittedFile,
  work: (place: string, unfinished: string) => Promise<T>,
): Promise<T> {
  refuseDevice(to)
  const place = dirname(to.path)
  const unfinished = unfinishedName(to.path)
  const written = noteWriting(place)
  const tidied = tidyAtExit(unfinished)
  try {
    // A folder that may not be listed may be written to all the same.
    await sweepUnfinishedAt(place).catch(() => undefined)
    return await work(place, unfinished)
  } catch (error) {
    throw isSilent(place)
      ? new WorkbookError('DISK_GONE', { file: to.name })
      : toWriteError(error, to.name)
  } finally {
    await whileItAnswers(place, () => tidyAwayLater(unfinished)).then(written, () => undefined)
    tidied()
  }
}

const sizeOf = (folder: string): number =>
  globSync('**/*', { cwd: folder })
    .map(name => statSync(join(folder, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)

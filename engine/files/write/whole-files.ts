import { createWriteStream, existsSync, globSync, mkdirSync, statSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { refuseDevice } from '../../disk/devices.ts'
import { toWriteError } from '../../disk/disk-errors.ts'
import { flushFolder } from '../../disk/flush.ts'
import { noteWriting } from '../../disk/left-behind.ts'
import { renamePathLater, tidyAwayLater } from '../../disk/move-and-remove.ts'
import { sweepUnfinished, tidyAtExit, unfinishedName } from '../../disk/unfinished.ts'
import type { PermittedFile } from '../permits.ts'

/** Options of a file that is written whole or not at all. */
export interface WholeFileOptions {
  /** Looks at the finished file under its temporary name; throws if it is not as it should be. */
  readonly check?: (path: string) => Promise<void>
}

/**
 * Writes a file that is whole or not there: under another name in the same folder, flushed to disk,
 * then renamed over the chosen name. Gives its size in bytes. `produce` must end the stream. Throws
 * DISK_FULL, FILE_IN_USE, FILE_NOT_ALLOWED, DISK_GONE, CANNOT_WRITE_FILE.
 */
export async function writeWholeFile(
  to: PermittedFile,
  produce: (out: Writable) => Promise<void>,
  { check }: WholeFileOptions = {},
): Promise<number> {
  refuseDevice(to)
  sweepUnfinished(dirname(to.path))
  const unfinished = unfinishedName(to.path)
  const written = noteWriting(dirname(to.path))
  const tidied = tidyAtExit(unfinished)
  const out = createWriteStream(unfinished, { flags: 'wx', flush: true })
  try {
    await Promise.all([finished(out), produce(out)])
    const { size } = await stat(unfinished)
    await check?.(unfinished)
    await renamePathLater(unfinished, to.path)
    flushFolder(dirname(to.path))
    return size
  } catch (error) {
    throw toWriteError(error, to.name)
  } finally {
    await letGo(out)
    await tidyAwayLater(unfinished)
    written()
    tidied()
  }
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
export async function writeWholeFolder(
  to: PermittedFile,
  produce: (folder: string) => Promise<void>,
): Promise<number> {
  refuseDevice(to)
  sweepUnfinished(dirname(to.path))
  const unfinished = unfinishedName(to.path)
  const replaced = unfinishedName(to.path, 'replaced')
  const written = noteWriting(dirname(to.path))
  const tidied = tidyAtExit(unfinished)
  try {
    mkdirSync(unfinished)
    await produce(unfinished)
    const bytes = sizeOf(unfinished)
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
  } catch (error) {
    throw toWriteError(error, to.name)
  } finally {
    await tidyAwayLater(unfinished)
    written()
    tidied()
  }
}

const sizeOf = (folder: string): number =>
  globSync('**/*', { cwd: folder })
    .map(name => statSync(join(folder, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)

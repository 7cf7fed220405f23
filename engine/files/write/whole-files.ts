import {
  closeSync,
  createWriteStream,
  existsSync,
  fsyncSync,
  globSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs'
import { rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { v7 as uuidv7 } from 'uuid'
import { WorkbookError } from '../../errors.ts'
import type { PermittedFile } from '../permits.ts'

/** Options of a file that is written whole or not at all. */
export interface WholeFileOptions {
  /** Looks at the finished file under its temporary name; throws if it is not as it should be. */
  readonly check?: (path: string) => Promise<void>
}

/**
 * Writes a file that is whole or not there: under another name in the same folder, flushed to disk,
 * then renamed over the chosen name. Gives its size in bytes. `produce` must end the stream. Throws
 * DISK_FULL, CANNOT_WRITE_FILE.
 */
export async function writeWholeFile(
  to: PermittedFile,
  produce: (out: Writable) => Promise<void>,
  { check }: WholeFileOptions = {},
): Promise<number> {
  const unfinished = `${to.path}.${uuidv7()}.unfinished`
  const out = createWriteStream(unfinished, { flags: 'wx', flush: true })
  try {
    await Promise.all([finished(out), produce(out)])
    const { size } = await stat(unfinished)
    await check?.(unfinished)
    await rename(unfinished, to.path)
    flushFolder(dirname(to.path))
    return size
  } catch (error) {
    throw toWorkbookError(error, to.name)
  } finally {
    await letGo(out)
    // What went wrong before says more than a file that cannot be tidied away.
    await rm(unfinished, { force: true }).catch(() => undefined)
  }
}

/** Windows removes no file that is still open. */
async function letGo(out: Writable): Promise<void> {
  if (out.closed) return
  out.destroy()
  await finished(out).catch(() => undefined)
}

const DETAILS: Readonly<Record<string, string>> = {
  EACCES: 'it may not be written there',
  EBUSY: 'another program has it open',
  EIO: 'the disk or stick does not answer, as when it was pulled out',
  ENODEV: 'the disk or stick is not there any more',
  ENXIO: 'the disk or stick is not there any more',
  EFBIG: 'the disk takes no file of this size',
  EISDIR: 'there is a folder of that name',
  ENOENT: 'its folder is not there',
  ENOTDIR: 'its folder is not there',
  EPERM: 'it may not be written there, or another program has it open',
  EROFS: 'the disk can only be read',
}

/** Translates the error of a full or unwritable disk into one of the contract; others stay as they are. */
export function toWorkbookError(error: unknown, file: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (code === 'ENOSPC' || code === 'EDQUOT') return new WorkbookError('DISK_FULL', { file })
  const fromDisk = error instanceof Error && 'syscall' in error
  if (!fromDisk) return error
  const detail = DETAILS[code] ?? error.message
  return new WorkbookError('CANNOT_WRITE_FILE', { file, detail })
}

/**
 * Writes a folder that is whole or not there: under another name beside the chosen one, then renamed.
 * What was there is moved away first and removed at the end, or put back. Gives the bytes of its
 * files. Throws DISK_FULL, CANNOT_WRITE_FILE.
 */
export async function writeWholeFolder(
  to: PermittedFile,
  produce: (folder: string) => Promise<void>,
): Promise<number> {
  const id = uuidv7()
  const unfinished = `${to.path}.${id}.unfinished`
  const replaced = `${to.path}.${id}.replaced`
  try {
    mkdirSync(unfinished)
    await produce(unfinished)
    const bytes = sizeOf(unfinished)
    const isThere = existsSync(to.path)
    if (isThere) renameSync(to.path, replaced)
    try {
      renameSync(unfinished, to.path)
    } catch (error) {
      if (isThere) renameSync(replaced, to.path)
      throw error
    }
    rmSync(replaced, { recursive: true, force: true })
    return bytes
  } catch (error) {
    throw toWorkbookError(error, to.name)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

const sizeOf = (folder: string): number =>
  globSync('**/*', { cwd: folder })
    .map(name => statSync(join(folder, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0)

/** A rename is only safe from a power cut once its folder is on disk; Windows has no such call. */
export function flushFolder(folder: string): void {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}

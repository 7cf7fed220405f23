import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { toReadError, toWriteError } from '../../disk/disk-errors.ts'
import { diskFaultOf } from '../../disk/disk-faults.ts'
import { flushFolder } from '../../disk/flush.ts'
import { closeToOthers, ONLY_OWNER } from '../../disk/modes.ts'
import { renamePath, tidyAway, tidyAwayOrLater } from '../../disk/move-and-remove.ts'
import { isHeldOpen, patiently, systemCodeOf } from '../../disk/patience.ts'
import { unfinishedName } from '../../disk/unfinished.ts'
import { WorkbookError } from '../../errors.ts'

/**
 * The text of a small file that only its owner may read, made at its first use. Two programs that start at once
 * both get that of the first. Throws what `readPrivateFile` and `placePrivateFile` throw.
 */
export function keptPrivateText(file: string, make: () => string): string {
  const kept = readPrivateFile(file)
  if (kept !== undefined) return kept
  const text = make()
  if (placePrivateFile(file, text)) return text
  const theirs = readPrivateFile(file)
  if (theirs !== undefined) return theirs
  throw new WorkbookError('CANNOT_READ_FILE', { file, detail: 'it went away' })
}

/**
 * Reads a small file that only its owner may read, and closes it to others again where a copy opened it; undefined
 * where there is none. Throws FILE_IN_USE, FILE_NOT_ALLOWED, DISK_GONE, CANNOT_READ_FILE.
 */
export function readPrivateFile(file: string): string | undefined {
  try {
    closeToOthers(file, ONLY_OWNER.file)
    return patiently(() => readFileSync(file, 'utf8'), isHeldOpen)
  } catch (error) {
    if (diskFaultOf(error) === 'missing') return undefined
    throw toReadError(error, file)
  }
}

/**
 * Places a small file that only its owner may read: whole, flushed, and only where none of this name is.
 * False when there is one: of two programs that start at once, the first one wins. Windows has no such
 * modes; there the folder is the person's own. Throws DISK_FULL, FILE_IN_USE, FILE_NOT_ALLOWED, DISK_GONE,
 * CANNOT_WRITE_FILE.
 */
export function placePrivateFile(file: string, text: string): boolean {
  return withUnfinished(file, text, unfinished =>
    alone(file, () => {
      if (existsSync(file)) return false
      renamePath(unfinished, file)
      return true
    }),
  )
}

/**
 * Replaces a small file that only its owner may read, or makes it. Throws what `placePrivateFile` throws.
 */
export function replacePrivateFile(file: string, text: string): void {
  withUnfinished(file, text, unfinished => renamePath(unfinished, file))
}

/**
 * Does work while no other program does the same work on this file. A file that only one of them can make says
 * so, as a stick's file system (FAT, exFAT) knows no second names for one file. One that is still there after
 * two seconds was left by a program that was killed.
 */
function alone<Result>(file: string, work: () => Result): Result {
  const mark = `${file}.lock`
  const take = (): void => closeSync(openSync(mark, 'wx', ONLY_OWNER.file))
  try {
    patiently(take, error => ['EEXIST', 'EBUSY', 'EPERM'].includes(systemCodeOf(error)))
  } catch (error) {
    if (systemCodeOf(error) !== 'EEXIST' || !tidyAway(mark)) throw error
    take()
  }
  try {
    return work()
  } finally {
    tidyAway(mark)
  }
}

/** Writes the text beside the file under another name and lets `place` put it where it belongs. */
function withUnfinished<Result>(
  file: string,
  text: string,
  place: (unfinished: string) => Result,
): Result {
  const unfinished = unfinishedName(file)
  try {
    mkdirSync(dirname(file), { recursive: true })
    const descriptor = openSync(unfinished, 'wx', ONLY_OWNER.file)
    try {
      writeSync(descriptor, text)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    const result = place(unfinished)
    flushFolder(dirname(file))
    return result
  } catch (error) {
    throw toWriteError(error, file)
  } finally {
    tidyAwayOrLater(unfinished)
  }
}

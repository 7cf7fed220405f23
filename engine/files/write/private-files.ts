import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { flushFolder, toWorkbookError } from './whole-files.ts'

const ONLY_OWNER = 0o600

/**
 * Places a small file that only its owner may read: whole, flushed, and only where none of this name is.
 * False when there is one: of two programs that start at once the first to link its file into place
 * wins. Windows has no such modes; there the folder is the person's own. Throws DISK_FULL,
 * CANNOT_WRITE_FILE.
 */
export function placePrivateFile(file: string, text: string): boolean {
  return withUnfinished(file, text, unfinished => {
    try {
      linkSync(unfinished, file)
      return true
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      if (!WITHOUT_LINKS.includes(codeOf(error))) throw error
      // A stick's file system may know no links; then two programs at one moment are not told apart.
      if (existsSync(file)) return false
      renameSync(unfinished, file)
      return true
    }
  })
}

/** Replaces a small file that only its owner may read, or makes it. Throws DISK_FULL, CANNOT_WRITE_FILE. */
export function replacePrivateFile(file: string, text: string): void {
  withUnfinished(file, text, unfinished => renameSync(unfinished, file))
}

const WITHOUT_LINKS = ['EPERM', 'ENOSYS', 'ENOTSUP', 'EOPNOTSUPP', 'EINVAL']

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : ''

/** Writes the text beside the file under another name and lets `place` put it where it belongs. */
function withUnfinished<Result>(
  file: string,
  text: string,
  place: (unfinished: string) => Result,
): Result {
  const unfinished = `${file}.${uuidv7()}`
  try {
    mkdirSync(dirname(file), { recursive: true })
    const descriptor = openSync(unfinished, 'wx', ONLY_OWNER)
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
    throw toWorkbookError(error, file)
  } finally {
    rmSync(unfinished, { force: true })
  }
}

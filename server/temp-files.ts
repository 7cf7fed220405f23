import { mkdirSync, mkdtempSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { makeTempFolder, sweepTempFolders } from '../engine/disk/left-behind.ts'
import { tidyAway, tidyAwayLater } from '../engine/disk/move-and-remove.ts'
import { asFileName } from '../shared/file-names.ts'

/** A private folder for the files on their way between the page and the engine. */
export interface TempFiles {
  /** A path for a new file; it stands alone in a folder, so it can keep the name people know. */
  readonly pathFor: (name: string) => string
  /**
   * Removes a file that `pathFor` gave, with its folder, as soon as nobody holds it. Never fails: what is held
   * for long goes at the end, or when the next program starts.
   */
  readonly remove: (path: string) => Promise<void>
  /** Removes everything that nobody holds. */
  readonly close: () => void
}

/**
 * Makes the folder, readable by this person only, and removes those of programs that ended without
 * removing theirs: an export holds what people said, so none may lie about.
 */
export function createTempFiles(): TempFiles {
  sweepTempFolders()
  const folder = makeTempFolder()
  return {
    pathFor: name => {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      return join(mkdtempSync(join(folder, 'file-')), safeFileName(name))
    },
    remove: path => tidyAwayLater(dirname(path)),
    close: () => {
      tidyAway(folder)
    },
  }
}

const LONGEST_NAME = 120

/**
 * A name that every file system takes and that cannot leave its folder. The ending stays, as it says
 * how a file is to be read.
 */
export function safeFileName(name: string): string {
  const ownName = name.slice(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1)
  const plain = asFileName(ownName, '_')
  // Cut from the left, a long name may begin anew with what no name may be.
  return plain.length <= LONGEST_NAME
    ? plain || 'file'
    : asFileName(plain.slice(-LONGEST_NAME), '_')
}

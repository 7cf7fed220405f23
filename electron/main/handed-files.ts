import { statSync } from 'node:fs'
import { basename, resolve } from 'node:path'
import { isPackageName } from '../../shared/host.ts'
import type { FileToGrant } from '../engine-messages.ts'

/** The packages that the system handed to the program, as at a double-click on one, to be taken once. */
export interface HandedFiles {
  /** Remembers the packages among the words that the program was started with in this folder. */
  readonly put: (words: readonly string[], folder: string) => void
  readonly areWaiting: () => boolean
  readonly take: () => readonly FileToGrant[]
}

/** Starts with none. */
export function createHandedFiles(): HandedFiles {
  let waiting: readonly FileToGrant[] = []
  return {
    put: (words, folder) => {
      const files = words
        .filter(isPackageName)
        .map(word => resolve(folder, word))
        .filter(isFile)
      waiting = [...waiting, ...files.map(path => ({ path, name: basename(path) }))]
    },
    areWaiting: () => waiting.length > 0,
    take: () => {
      const taken = waiting
      waiting = []
      return taken
    },
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    // A stick that was pulled, or a folder of somebody else: there is nothing to open.
    return false
  }
}

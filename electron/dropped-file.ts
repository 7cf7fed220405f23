import { statSync } from 'node:fs'
import { basename, isAbsolute } from 'node:path'
import { z } from 'zod'
import type { FileToGrant } from './engine-messages.ts'

/** The file that a person dropped on the page last, to be taken once. */
export interface DroppedFile {
  /** Remembers where the file lies, as the preload saw it in the drop itself. */
  readonly put: (path: unknown) => void
  /** The file, if it is one; null for a folder, for what lies in no file, and once it was taken. */
  readonly take: () => FileToGrant | null
}

const isFile = (path: string): boolean =>
  isAbsolute(path) && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false)

/** Nothing dropped yet. */
export function createDroppedFile(): DroppedFile {
  let dropped = ''
  return {
    put: path => {
      dropped = z.string().parse(path)
    },
    take: () => {
      const path = dropped
      dropped = ''
      return isFile(path) ? { path, name: basename(path) } : null
    },
  }
}

import { statSync } from 'node:fs'
import { basename, isAbsolute } from 'node:path'
import { z } from 'zod'
import { packagesIn } from '../engine/engine.ts'
import type { FileToGrant } from './engine-messages.ts'

/** What a person dropped on the page last, to be taken once. */
export interface DroppedFiles {
  /** Remembers where the files lie, as the preload saw them in the drop itself. */
  readonly put: (paths: unknown) => void
  /** The first file, if it is one; null for a folder, for what lies in no file, and once it was taken. */
  readonly takeOne: () => FileToGrant | null
  /** Every file, and the packages of every folder. */
  readonly takePackages: () => readonly FileToGrant[]
}

const isFile = (path: string): boolean =>
  isAbsolute(path) && (statSync(path, { throwIfNoEntry: false })?.isFile() ?? false)

const isFolder = (path: string): boolean =>
  isAbsolute(path) && (statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false)

const toGrant = (path: string): FileToGrant => ({ path, name: basename(path) })

/** Nothing dropped yet. */
export function createDroppedFiles(): DroppedFiles {
  let dropped: readonly string[] = []
  const take = (): readonly string[] => {
    const paths = dropped
    dropped = []
    return paths
  }
  return {
    put: paths => {
      dropped = z.array(z.string()).parse(paths)
    },
    takeOne: () => {
      const [path] = take()
      return path !== undefined && isFile(path) ? toGrant(path) : null
    },
    takePackages: () =>
      take().flatMap(path => {
        if (isFolder(path)) return packagesIn(path)
        return isFile(path) ? [toGrant(path)] : []
      }),
  }
}

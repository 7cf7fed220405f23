import { type Dirent, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DEEPEST_FOLDER, isPackageName } from '../../shared/host.ts'
import { inNameOrder } from '../../shared/in-name-order.ts'
import type { PermittedFile } from './permits.ts'

/**
 * The packages in a folder and in the folders within it, by name. Whatever else lies there is passed over, and
 * so are folders within it that nobody may look into, as every stick has for its system. Throws what the
 * system says of a folder that cannot be read itself.
 */
export function packagesIn(folder: string): readonly PermittedFile[] {
  return pathsOf(folder, entriesIn(folder), 1).map(path => ({ path, name: basename(path) }))
}

function pathsOf(folder: string, entries: readonly Dirent[], depth: number): readonly string[] {
  return entries
    .toSorted((a, b) => inNameOrder(a.name, b.name))
    .flatMap(entry => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) {
        return depth < DEEPEST_FOLDER ? pathsOf(path, readableEntriesIn(path), depth + 1) : []
      }
      return entry.isFile() && isPackageName(entry.name) ? [path] : []
    })
}

const entriesIn = (folder: string): readonly Dirent[] =>
  readdirSync(folder, { withFileTypes: true })

function readableEntriesIn(folder: string): readonly Dirent[] {
  try {
    return entriesIn(folder)
  } catch (error) {
    if (error instanceof Error && 'code' in error && FORBIDDEN.includes(error.code)) return []
    throw error
  }
}

const FORBIDDEN: readonly unknown[] = ['EACCES', 'EPERM']

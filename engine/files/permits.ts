import { randomBytes } from 'node:crypto'
import { type Dirent, readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { DEEPEST_FOLDER, isPackageName } from '../../shared/host.ts'
import { inNameOrder } from '../../shared/in-name-order.ts'
import { eraseFile } from '../disk/move-and-remove.ts'
import { systemCodeOf } from '../disk/patience.ts'
import { WorkbookError } from '../errors.ts'

/** A file that a person chose in a dialog or uploaded. `name` is what they know it by. */
export interface PermittedFile {
  readonly path: string
  readonly name: string
}

/**
 * Tokens that stand for files a person chose, so that no path crosses the contract and the renderer
 * can reach no other file. A front grants them; the engine redeems them. They live as long as the
 * engine process.
 */
export interface FilePermits {
  /** A token that stands for this file. */
  readonly grant: (file: PermittedFile) => string
  /** The file a token stands for. Throws FILE_PERMIT_EXPIRED for one this engine never gave. */
  readonly redeem: (token: string) => PermittedFile
  /** Forgets a token, as when a temporary upload is deleted. */
  readonly revoke: (token: string) => void
  /** A token that stands for a copy which a front made of what a person chose. */
  readonly grantUpload: (file: PermittedFile) => string
  /** Erases every such copy and forgets its token: it may hold what somebody said who wants it gone. */
  readonly eraseUploads: () => void
}

/** An empty set of permits. */
export function createFilePermits(): FilePermits {
  const files = new Map<string, PermittedFile>()
  const uploads = new Set<string>()
  const grant = (file: PermittedFile): string => {
    const token = randomBytes(24).toString('base64url')
    files.set(token, file)
    return token
  }
  return {
    grant,
    grantUpload: file => {
      const token = grant(file)
      uploads.add(token)
      return token
    },
    eraseUploads: () => {
      for (const token of uploads) {
        const file = files.get(token)
        if (file) eraseFile(file.path)
        files.delete(token)
      }
      uploads.clear()
    },
    redeem: token => {
      const file = files.get(token)
      if (!file) throw new WorkbookError('FILE_PERMIT_EXPIRED', {})
      return file
    },
    revoke: token => {
      files.delete(token)
    },
  }
}

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
    if (FORBIDDEN.includes(systemCodeOf(error))) return []
    throw error
  }
}

const FORBIDDEN: readonly string[] = ['EACCES', 'EPERM', 'EBUSY']

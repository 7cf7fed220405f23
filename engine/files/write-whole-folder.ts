import { existsSync, globSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { PermittedFile } from './permits.ts'
import { toWorkbookError } from './write-whole-file.ts'

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

import { lstatSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/**
 * The name under which a file lies in its folder, for one that is named by a link or by a short name of Windows
 * (`SPRING~1.SQL`): SQLite keeps a log beside the file by its name, and under two names there would be two. The name
 * itself where there is no such file.
 */
export function realName(path: string): string {
  try {
    const real = realpathSync.native(path)
    // In the folder as it was named, where that is possible: its other spelling may be the address of a server.
    const beside = join(dirname(path), basename(real))
    return isSamePlace(beside, path) ? beside : real
  } catch {
    return path
  }
}

function isSamePlace(beside: string, path: string): boolean {
  const one = lstatSync(beside, { bigint: true, throwIfNoEntry: false })
  const other = statSync(path, { bigint: true })
  return one?.ino === other.ino && one.dev === other.dev
}

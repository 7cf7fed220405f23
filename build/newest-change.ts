import { lstatSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * When the newest of these files, or of the files under these folders, was changed, in milliseconds
 * since 1970; 0 when none is there. Folders count too: removing a file changes only its folder.
 */
export function newestChange(paths: readonly string[]): number {
  return Math.max(0, ...paths.map(changeOf))
}

function changeOf(path: string): number {
  const entry = lstatSync(path, { throwIfNoEntry: false })
  if (!entry) return 0
  if (!entry.isDirectory()) return entry.mtimeMs
  return Math.max(entry.mtimeMs, newestChange(readdirSync(path).map(name => join(path, name))))
}

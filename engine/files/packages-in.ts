import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { PACKAGE_ENDING } from '../../shared/host.ts'
import { inNameOrder } from '../../shared/in-name-order.ts'
import type { PermittedFile } from './permits.ts'

/** How deep folders within a folder are looked into. */
const DEEPEST = 4

/**
 * The packages in a folder and in the folders within it, by name; whatever else lies there is passed over.
 * Throws what the system says of a folder that cannot be read.
 */
export function packagesIn(folder: string): readonly PermittedFile[] {
  return pathsIn(folder, 1).map(path => ({ path, name: basename(path) }))
}

function pathsIn(folder: string, depth: number): readonly string[] {
  if (depth > DEEPEST) return []
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
    inNameOrder(a.name, b.name),
  )
  return entries.flatMap(entry => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return pathsIn(path, depth + 1)
    return entry.isFile() && path.toLowerCase().endsWith(PACKAGE_ENDING) ? [path] : []
  })
}

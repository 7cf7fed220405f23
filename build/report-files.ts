import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** A file or folder that packaging made. */
export interface Made {
  readonly name: string
  readonly bytes: number
  /** The SHA-256 by which people compare a file with the one that they were given; none for a folder. */
  readonly sha256: string | null
}

/** The packages in a folder with their sizes and digests, and the folders of unpacked programs with what they take installed. */
export function madeIn(folder: string): readonly Made[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter(entry =>
      entry.isDirectory() ? /unpacked|^mac/.test(entry.name) : isPackage(entry.name),
    )
    .map(entry => {
      const path = join(folder, entry.name)
      if (entry.isDirectory()) return { name: entry.name, bytes: sizeOf(path), sha256: null }
      const content = readFileSync(path)
      const sha256 = createHash('sha256').update(content).digest('hex')
      return { name: entry.name, bytes: content.length, sha256 }
    })
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
}

const isPackage = (name: string): boolean => /\.(AppImage|deb|dmg|exe|msi|tar\.gz|zip)$/.test(name)

/** The bytes of all files in a folder and below it; links count nothing. */
export function sizeOf(folder: string): number {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter(entry => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

/** The lines that say so: a size in megabytes, a name, and a digest where there is one. */
export const reportOf = (made: readonly Made[]): string =>
  made
    .map(({ name, bytes, sha256 }) => {
      const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`.padStart(9)
      return `${size}  ${name}${sha256 === null ? '' : `\n           sha256 ${sha256}`}`
    })
    .join('\n')

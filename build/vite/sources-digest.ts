import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import { projectPath } from '../project.ts'

/** The number of hexadecimal figures by which people compare two programs. */
const FIGURES = 12

/** A digest of the sources in these folders and of the pinned packages: the same sources, the same figures. */
export function sourcesDigest(folders: readonly string[]): string {
  const files = folders.flatMap(folder =>
    globSync(`${folder}/**/*.*`, { cwd: projectPath('') }).map(file => file.replaceAll('\\', '/')),
  )
  const hash = createHash('sha256')
  for (const file of [...files, 'package-lock.json'].toSorted()) {
    hash.update(`${file}\n`).update(readFileSync(projectPath(file)))
  }
  return hash.digest('hex').slice(0, FIGURES)
}

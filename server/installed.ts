import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

// The sources lie one folder below the project's, the bundle two (dist/node).
const projectFolder = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? '../' : '../../', import.meta.url)

/** The folder of the built page. */
export function rendererFolder(): string {
  return fileURLToPath(new URL('dist/renderer/', projectFolder()))
}

/** The version of this program, as its package says. */
export function appVersion(): string {
  const manifest = readFileSync(new URL('package.json', projectFolder()), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version
}

import { fileURLToPath } from 'node:url'

// The sources lie one folder below the project's, the bundle two (dist/node).
const projectFolder = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? '../' : '../../', import.meta.url)

/** The folder of the built page. */
export function rendererFolder(): string {
  return fileURLToPath(new URL('dist/renderer/', projectFolder()))
}

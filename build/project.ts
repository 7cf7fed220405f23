import { fileURLToPath } from 'node:url'

/** The absolute path of something in the project's folder. */
export function projectPath(path: string): string {
  return fileURLToPath(new URL(`../${path}`, import.meta.url))
}

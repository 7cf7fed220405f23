import { readFileSync } from 'node:fs'

// The sources lie one folder below the project's, the bundle two (dist/node).
const manifest = (): URL =>
  new URL(
    import.meta.url.endsWith('.ts') ? '../package.json' : '../../package.json',
    import.meta.url,
  )

/** The version of this program, as its package says. */
export function appVersion(): string {
  const { version }: { readonly version: string } = JSON.parse(readFileSync(manifest(), 'utf8'))
  return version
}

/** The laptop's clock as ISO 8601 in UTC. It may be wrong: nothing is ever decided by it. */
export type Clock = () => string

/** The real clock. */
export const systemClock: Clock = () => new Date().toISOString()

/** The program that opens a workbook, as the workbook needs to know it. */
export interface Program {
  readonly appVersion: string
  readonly clock: Clock
  /** The folder that keeps the key by which packages are signed; without one they are not. */
  readonly keyFolder?: string
}

import { createRequire } from 'node:module'
import { projectPath } from '../project.ts'
import { fetchElectron } from './fetch-electron.ts'
import { type DesktopOutcome, runWindow } from './run-window.ts'

/** Opens the window and resolves when it is closed or stopped, or cannot come up. */
export async function runDesktop(stop: AbortSignal): Promise<DesktopOutcome> {
  if (!process.env.ELECTRON_OVERRIDE_DIST_PATH) {
    const fetched = await fetchElectron(stop)
    if (stop.aborted) return { kind: 'closed' }
    if (fetched !== 'ready') return { kind: 'obstacle', reason: FETCH_OBSTACLES[fetched] }
  }
  return runWindow(electronProgram(), projectPath(''), stop)
}

const FETCH_OBSTACLES = {
  failed: 'Electron could not be fetched',
  stalled: 'Electron could not be fetched (its download stopped moving)',
} as const

// Only asked once it is there: the package's own way of fetching it waits without end.
function electronProgram(): string {
  const program: unknown = createRequire(import.meta.url)('electron')
  if (typeof program !== 'string') throw new Error('The electron package did not name its program.')
  return program
}

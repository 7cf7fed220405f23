import { type ChildProcess, spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { projectPath } from '../project.ts'
import { fetchElectron } from './fetch-electron.ts'

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

/**
 * The end of the desktop program: it ran until it was closed, or it could not start. The reason is the
 * beginning of a sentence for people.
 */
type DesktopOutcome =
  | { readonly kind: 'closed' }
  | { readonly kind: 'obstacle'; readonly reason: string }

/** The time within which a program that ends badly counts as not started, in milliseconds. */
const COMING_UP_MS = 10_000

/** The time that the window may take to close its workbooks once it was told to end, in milliseconds. */
const PUTTING_AWAY_MS = 8_000

/** Runs Electron on the project until its window is closed or it is stopped. */
function runWindow(program: string, project: string, stop: AbortSignal): Promise<DesktopOutcome> {
  const begun = Date.now()
  const child = spawn(program, [project], { stdio: ['ignore', 'inherit', 'pipe'] })
  const words = holdBack(child)
  endWhenStopped(child, stop)
  return new Promise(resolve => {
    child.once('error', () => {
      resolve({ kind: 'obstacle', reason: 'Electron cannot run on this machine' })
    })
    child.once('close', code => {
      const cameUp = code === 0 || stop.aborted || Date.now() - begun > COMING_UP_MS
      resolve(cameUp ? { kind: 'closed' } : { kind: 'obstacle', reason: obstacleIn(words()) })
    })
  })
}

/** The obstacle that the last words of a program tell of when it did not start. */
export function obstacleIn(words: string): string {
  const library = /loading shared libraries: ([^:\s]+)/.exec(words)?.[1]
  if (library) return `Electron cannot start, as this machine lacks ${library}`
  if (/running as root without --no-sandbox/i.test(words)) {
    return 'Electron does not run as root'
  }
  if (/missing x server|\$DISPLAY|cannot open display|ozone_platform/i.test(words)) {
    return 'This machine has no display for a window'
  }
  if (/sandbox/i.test(words)) return 'This machine does not let Electron make its sandbox'
  return 'Electron could not start'
}

/**
 * Holds back the program's output until it has started, then passes it on. Returns a function that
 * gives the last output held back.
 */
function holdBack(child: ChildProcess): () => string {
  const kept: string[] = []
  let cameUp = false
  const timer = setTimeout(() => {
    cameUp = true
    kept.forEach(passOn)
  }, COMING_UP_MS)
  child.once('close', () => clearTimeout(timer))
  if (child.stderr) {
    createInterface({ input: child.stderr }).on('line', line => {
      if (cameUp) passOn(line)
      else kept.push(line)
    })
  }
  return () => kept.join('\n')
}

// Chromium notes things for its own developers, such as a message bus that is not there.
const CHROMIUM_NOTE = /^\[\d+:\d+\/[\d.]+:/

function passOn(line: string): void {
  if (!CHROMIUM_NOTE.test(line)) process.stderr.write(`${line}\n`)
}

function endWhenStopped(child: ChildProcess, stop: AbortSignal): void {
  const end = () => {
    child.kill('SIGTERM')
    const timer = setTimeout(() => child.kill('SIGKILL'), PUTTING_AWAY_MS)
    child.once('close', () => clearTimeout(timer))
  }
  stop.addEventListener('abort', end, { once: true })
  child.once('close', () => stop.removeEventListener('abort', end))
  if (stop.aborted) end()
}

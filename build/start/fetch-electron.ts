import { spawn } from 'node:child_process'
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

const STALL_LIMIT_MS = 20_000
const POLL_MS = 500
const WORTH_MENTIONING_MS = 5_000

/** The outcome of fetching Electron: its program is there, or the download failed or stalled. */
export type FetchOutcome = 'ready' | 'failed' | 'stalled'

/**
 * Makes sure that Electron's program is there, with the package's own installer, which is quick when
 * it already is. Gives up when the download has stood still for `stallLimitMs`, however long one that
 * moves may take, and ends it when stopped.
 */
export async function fetchElectron(
  stop: AbortSignal,
  stallLimitMs = STALL_LIMIT_MS,
): Promise<FetchOutcome> {
  const installer = createRequire(import.meta.url).resolve('electron/install.js')
  const temp = mkdtempSync(join(tmpdir(), 'framework-workbook-electron-'))
  const child = spawn(process.execPath, [installer], {
    stdio: 'ignore',
    env: { ...process.env, TMPDIR: temp, TMP: temp, TEMP: temp },
  })
  const ended = new Promise<FetchOutcome>(resolve => {
    child.once('error', () => resolve('failed'))
    child.once('exit', code => resolve(code === 0 ? 'ready' : 'failed'))
  })
  const over = new AbortController()
  const limits = AbortSignal.any([over.signal, stop])
  try {
    return await Promise.race([
      ended,
      standstill([temp, join(dirname(installer), 'dist')], stallLimitMs, limits).then(
        () => 'stalled' as const,
      ),
    ])
  } finally {
    over.abort()
    child.kill('SIGKILL')
    await ended
    rmSync(temp, { recursive: true, force: true })
  }
}

/** Resolves when nothing under the folders has grown for a while, or when told to stop watching. */
async function standstill(
  folders: readonly string[],
  limitMs: number,
  stop: AbortSignal,
): Promise<void> {
  const begun = Date.now()
  let bytes = bytesUnder(folders)
  let movedAt = begun
  let mentioned = false
  while (!stop.aborted && Date.now() - movedAt < limitMs) {
    await wait(POLL_MS, undefined, { signal: stop }).catch(() => undefined)
    const bytesNow = bytesUnder(folders)
    if (bytesNow !== bytes) movedAt = Date.now()
    bytes = bytesNow
    if (!mentioned && !stop.aborted && Date.now() - begun > WORTH_MENTIONING_MS) {
      console.error('Fetching Electron, about 120 MB. This happens once.')
      mentioned = true
    }
  }
}

function bytesUnder(paths: readonly string[]): number {
  return paths.reduce((sum, path) => {
    const entry = lstatSync(path, { throwIfNoEntry: false })
    if (!entry) return sum
    if (!entry.isDirectory()) return sum + entry.size
    return sum + bytesUnder(readdirSync(path).map(name => join(path, name)))
  }, 0)
}

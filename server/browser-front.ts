import { spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { defaultLibraryFolder } from '../engine/disk/library-folder.ts'
import { makePrivately, withUsualModes } from '../engine/disk/modes.ts'
import type { Engine } from '../engine/engine.ts'
import { libraryPort, randomToken, tokenAtHand } from './address.ts'
import { type RunningServer, type ServerOptions, startServer } from './server.ts'
import { aborted } from './stop-signal.ts'

export { stopSignal } from './stop-signal.ts'

/** The options of the browser front; each has a default. */
export interface BrowserFrontOptions {
  /** The folder that holds the workbooks; this laptop's own library when left out. */
  readonly libraryFolder?: string | undefined
  /** The folder that backups are copied to; when left out the one that was named before, if any. */
  readonly secondPlace?: string | undefined
  /** The port on 127.0.0.1; when left out the library's own, or any that is free where that is taken. */
  readonly port?: number | undefined
  /** The token that opens the workbook; when left out the one that is kept for the library. */
  readonly token?: string | undefined
  /** True to make and keep another token for the library. */
  readonly isNewToken?: boolean | undefined
}

/** A running browser front. */
export interface BrowserFront {
  /** The address to open, with its token in the fragment. */
  readonly url: string
  /** An address for starting a browser with, where others may read it: it opens the page once. */
  readonly openingUrl: () => string
  /** Resolves once the workbooks can be opened; rejects with what keeps them shut. */
  readonly isWhole: Promise<void>
  /** Ends every connection, closes the workbooks and removes the temporary files. */
  readonly close: () => Promise<void>
}

/**
 * Opens the workbooks of a library for a browser on this machine. The page is there when this resolves, and what it asks
 * for waits for the engine. Rejects with EADDRINUSE if the port that was asked for is taken, and with CANNOT_WRITE_FILE or
 * DISK_FULL if a token cannot be kept.
 */
export async function openBrowserFront(options: BrowserFrontOptions = {}): Promise<BrowserFront> {
  const libraryFolder = options.libraryFolder ?? defaultLibraryFolder()
  let engine: Engine | undefined
  const openEngine = async () => {
    const { openLibraryEngine } = await import('./library-engine.ts')
    engine = openLibraryEngine(libraryFolder, options.secondPlace)
    return engine
  }
  const { url, openingUrl, isWhole, close } = await startFor(libraryFolder, openEngine, options)
  return {
    url,
    openingUrl,
    isWhole,
    close: async () => {
      await close()
      engine?.close()
      if (engine) await inTime(engine.written(), COPYING_LIMIT_MS)
    },
  }
}

/** The time that a second place may take at the end, which may be a share that does not answer. */
const COPYING_LIMIT_MS = 10_000

/** Waits for work, but no longer than this. */
async function inTime(work: Promise<void>, ms: number): Promise<void> {
  const waited = new AbortController()
  const limit = setTimeout(ms, undefined, { signal: waited.signal }).catch(() => undefined)
  await Promise.race([work, limit])
  waited.abort()
}

async function startFor(
  libraryFolder: string,
  openEngine: ServerOptions['openEngine'],
  { port, token, isNewToken = false }: BrowserFrontOptions,
): Promise<RunningServer> {
  const start = {
    openEngine,
    rendererFolder: rendererFolder(),
    token: token ?? (isNewToken ? randomToken() : await tokenOf(libraryFolder)),
  }
  const server =
    port === undefined
      ? await startAnywhere({ ...start, port: libraryPort(libraryFolder) })
      : await startServer({ ...start, port })
  try {
    // Kept last: a start that fails leaves the addresses of others as they are.
    if (isNewToken) (await import('./token.ts')).keepToken(libraryFolder, server.token)
    return server
  } catch (fault) {
    await server.close()
    throw fault
  }
}

/** The token of a library; what makes one, and says what is wrong where that fails, is loaded only for that. */
const tokenOf = async (libraryFolder: string): Promise<string> =>
  tokenAtHand(libraryFolder) ?? (await import('./token.ts')).keptToken(libraryFolder)

/** Starts a server on this port, or on any that is free if it cannot be had. */
async function startAnywhere(options: ServerOptions): Promise<RunningServer> {
  try {
    return await startServer(options)
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw fault
    return startServer({ ...options, port: 0 })
  }
}

/** The options of a browser front that a person runs at a terminal. */
export interface BrowserFrontRun extends BrowserFrontOptions {
  /** Stops the front when it is aborted. */
  readonly stop: AbortSignal
  /** True to open the address in the machine's browser too. */
  readonly open: boolean
  /** Prints a line for the person. */
  readonly print: (line: string) => void
}

/** Serves until stopped: prints the address, opens it if asked, and closes cleanly. */
export async function runBrowserFront({ stop, open, print, ...options }: BrowserFrontRun) {
  makePrivately()
  const front = await openBrowserFront(options)
  print(`Framework Workbook is open at ${front.url}`)
  print('Press Ctrl+C to end it.')
  if (open) openInBrowser(front.openingUrl())
  try {
    await Promise.race([aborted(stop), untilItFails(front)])
  } finally {
    await front.close()
  }
}

/** Rejects if the workbooks cannot be opened; otherwise it never ends. */
async function untilItFails({ isWhole }: BrowserFront): Promise<never> {
  await isWhole
  return new Promise(() => undefined)
}

/** Opens an address in this machine's browser, if it has one; says nothing when it has none. */
function openInBrowser(url: string): void {
  const command = openingCommand(url)
  if (!command) return
  const opener = withUsualModes(() =>
    spawn(command.program, command.arguments, { detached: true, stdio: 'ignore' }),
  )
  opener.once('error', () => undefined)
  opener.unref()
}

function openingCommand(
  url: string,
): { readonly program: string; readonly arguments: readonly string[] } | null {
  switch (process.platform) {
    case 'darwin':
      return { program: 'open', arguments: [url] }
    case 'win32':
      // `start` takes its first quoted argument for a window title, so it gets an empty one.
      return { program: 'cmd', arguments: ['/c', 'start', '', url] }
    default:
      // Without a display xdg-open would put a text browser in this very terminal.
      return process.env.DISPLAY || process.env.WAYLAND_DISPLAY
        ? { program: 'xdg-open', arguments: [url] }
        : null
  }
}

// The sources lie one folder below the project's, the bundle two (dist/node).
const projectFolder = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? '../' : '../../', import.meta.url)

/** The folder of the built page. */
function rendererFolder(): string {
  return fileURLToPath(new URL('dist/renderer/', projectFolder()))
}

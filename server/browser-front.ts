import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { createEngine } from '../engine/engine.ts'
import { createFilePermits } from '../engine/files/permits.ts'
import { forkReader } from '../engine/files/reader-process.ts'
import { appVersion } from '../engine/program.ts'
import { defaultLibraryFolder } from '../engine/workbooks/library-folder.ts'
import { startServer } from './server.ts'
import { aborted } from './stop-signal.ts'

export { stopSignal } from './stop-signal.ts'

/** The options of the browser front; each has a default. */
export interface BrowserFrontOptions {
  /** The folder that holds the workbooks; this laptop's own library when left out. */
  readonly libraryFolder?: string | undefined
  /** The port on 127.0.0.1; any that is free when left out. */
  readonly port?: number | undefined
  /** The token that opens the workbook; a random one when left out. */
  readonly token?: string | undefined
}

/** A running browser front. */
export interface BrowserFront {
  /** The address to open, with its token in the fragment. */
  readonly url: string
  /** Ends every connection, closes the workbooks and removes the temporary files. */
  readonly close: () => Promise<void>
}

/** Opens the workbooks of a library for a browser on this machine. Rejects with EADDRINUSE if the port is taken. */
export async function openBrowserFront(options: BrowserFrontOptions = {}): Promise<BrowserFront> {
  const engine = createEngine({
    libraryFolder: options.libraryFolder ?? defaultLibraryFolder(),
    appVersion: appVersion(),
    permits: createFilePermits(),
    startReader: forkReader(),
  })
  try {
    const server = await startServer({
      engine,
      rendererFolder: rendererFolder(),
      port: options.port ?? 0,
      token: options.token,
    })
    return {
      url: server.url,
      close: async () => {
        await server.close()
        engine.close()
      },
    }
  } catch (fault) {
    engine.close()
    throw fault
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
  const front = await openBrowserFront(options)
  print(`Framework Workbook is open at ${front.url}`)
  print('Press Ctrl+C to end it.')
  if (open) openInBrowser(front.url)
  await aborted(stop)
  await front.close()
}

/** Opens an address in this machine's browser, if it has one; says nothing when it has none. */
function openInBrowser(url: string): void {
  const command = openingCommand(url)
  if (!command) return
  const opener = spawn(command.program, command.arguments, { detached: true, stdio: 'ignore' })
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

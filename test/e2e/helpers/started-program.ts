import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { createInterface } from 'node:readline'
import { projectPath } from '../../../build/project.ts'
import { asWindowsPath } from '../../helpers/windows-path.ts'

/** The browser front as a person runs it in a terminal: by its command, in processes of its own. */
export interface StartedProgram {
  /** The address that it printed when it was started first. */
  readonly url: string
  readonly libraryFolder: string
  /** Kills it with a signal that no program can answer, as a power cut would. */
  readonly kill: () => Promise<void>
  /** Stops it in the middle of whatever it does, or lets it go on. */
  readonly signal: (signal: 'SIGSTOP' | 'SIGCONT') => void
  /** The library as the program sees it, which may be on a disk that nobody else does. */
  readonly seenFolder: () => string
  /** Runs the same command again, with these options more; gives the address that it printed. */
  readonly startAgain: (...more: readonly string[]) => Promise<string>
}

/**
 * The program that runs Windows' Node, where the tests are to have their server on that instead of on the Node that
 * npm brings: `run-on-wine`.
 */
export const WINDOWS_NODE = process.env.WORKBOOK_WINDOWS_NODE

/** Tests whether a program can have a disk of its own here. Windows' Node sees every disk through Wine's server. */
export const canHaveOwnDisk = (): boolean =>
  WINDOWS_NODE === undefined &&
  spawnSync('unshare', ['-Urm', 'true'], { stdio: 'ignore' }).status === 0

/** The command that serves a library: npm's, or what that stands for where Windows' Node is to run it. */
function servingCommand(libraryFolder: string, port: number): readonly string[] {
  const options = ['--port', String(port), '--no-open']
  return WINDOWS_NODE === undefined
    ? ['npm', 'run', '-s', 'workbook', '--', 'serve', '--library', libraryFolder, ...options]
    : [
        ...[WINDOWS_NODE, '-r', './build/node-version.cjs', 'build/workbook.ts', 'serve'],
        ...['--library', asWindowsPath(libraryFolder), ...options],
      ]
}

/** Has a command run where this folder is a disk of so many megabytes. */
export const onOwnDisk = (folder: string, megabytes: number, command: readonly string[]) => [
  ...['unshare', '-Urm', 'sh', '-c'],
  'mount -t tmpfs -o size="$1"m tmpfs "$2" && shift 2 && exec "$@"',
  ...['sh', String(megabytes), folder, ...command],
]

/** Runs `serve` over a library of its own, on a port that is free; at best on a small disk of its own. */
export async function startProgram(
  libraryFolder: string,
  megabytes?: number,
): Promise<StartedProgram> {
  const port = await freePort()
  const plain = servingCommand(libraryFolder, port)
  mkdirSync(libraryFolder, { recursive: true })
  const [command = '', ...args] =
    megabytes === undefined ? plain : onOwnDisk(libraryFolder, megabytes, plain)
  let running: ChildProcess | undefined

  const startAgain = async (...more: readonly string[]) => {
    const child = spawn(command, [...args, ...more], {
      cwd: projectPath(''),
      detached: true,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    running = child
    const lines = createInterface({ input: child.stdout })
    const [line] = await Promise.race([once(lines, 'line'), once(child, 'exit')])
    const url = / at (http:\S+)$/.exec(String(line))?.[1]
    if (url === undefined) throw new Error(`The program ended without an address: ${line}`)
    return url
  }

  return {
    url: await startAgain(),
    libraryFolder,
    startAgain,
    // The group is npm and what it started.
    signal: signal => process.kill(-(running?.pid ?? Number.NaN), signal),
    seenFolder: () => `/proc/${running?.pid}/root${libraryFolder}`,
    kill: async () => {
      if (running?.pid === undefined || running.exitCode !== null) return
      const ended = once(running, 'close')
      process.kill(-running.pid, 'SIGKILL')
      await ended
    },
  }
}

async function freePort(): Promise<number> {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new Error('There is no free port.')
  return address.port
}

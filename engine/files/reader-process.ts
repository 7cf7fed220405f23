import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/**
 * A disposable process that parses one foreign file and is then gone. Each front starts it its own
 * way (a forked Node, an Electron utility process), so the engine sees only this.
 */
export interface ReaderProcess {
  /** Sends the request, and whatever its reader is told after; plain values that can be cloned. */
  readonly send: (request: unknown) => void
  /** Called with each reply. */
  readonly onReply: (listener: (reply: unknown) => void) => void
  /** Called once, when the process ended by itself or was killed. */
  readonly onExit: (listener: () => void) => void
  readonly kill: () => void
}

/** The first thing that a reader says, before it is asked: that it could be started. */
export const READER_STARTED = 'started'

/** Starts a reader. It must run `engine/reader-main.ts` with a capped heap. */
export type StartReader = () => ReaderProcess

/** The heap a reader may use, in MB; whoever starts one must pass it on. Beyond it, it dies. */
export const READER_HEAP_MB = 256

/** The options of Node with which each reader starts. */
export const READER_OPTIONS: readonly string[] = [
  `--max-old-space-size=${READER_HEAP_MB}`,
  // A parser makes very many texts that live a moment, and a heap that begins small is swept over and
  // over again while it grows: room from the start is time saved.
  '--min-semi-space-size=16',
  '--initial-old-space-size=128',
]

/** Beside this file when run from sources; beside the bundle when run from one. */
const ownEntry = (): URL =>
  new URL(import.meta.url.endsWith('.ts') ? '../reader-main.ts' : './reader.mjs', import.meta.url)

/** Starts each reader as a fork of the Node that runs this process. `entry` is `reader-main`. */
export function forkReader(entry: URL = ownEntry()): StartReader {
  return () => {
    const child = fork(fileURLToPath(entry), {
      serialization: 'advanced',
      execArgv: [...READER_OPTIONS],
      // A reader that dies of a hostile file has nothing to say that a person could use.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    return {
      // A reader that is already gone is told by its exit, so a failed send says nothing new.
      send: request => child.send(request as object, () => undefined),
      onReply: listener => child.on('message', listener),
      onExit: listener => child.once('error', listener).once('exit', listener),
      kill: () => child.kill('SIGKILL'),
    }
  }
}

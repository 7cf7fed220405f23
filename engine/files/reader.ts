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

/** Starts a reader. It must run `engine/files/reader-main.ts` with a capped heap. */
export type StartReader = () => ReaderProcess

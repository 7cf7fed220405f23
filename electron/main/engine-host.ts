import type { MessagePortMain } from 'electron'
import type { DrawPdf } from '../../engine/files/write/pdf.ts'
import type { EngineStart, FileToGrant } from '../engine-messages.ts'
import type { EngineChild } from './engine-child.ts'

/** The engine as the rest of main sees it: always there, and started again when its process dies. */
export interface EngineHost {
  /** Connects a window's port with the engine; the port is closed when there is none. */
  readonly openLine: (port: MessagePortMain) => void
  /** A permit for a file that a person chose. Rejects when the engine dies before it answers. */
  readonly grant: (file: FileToGrant) => Promise<string>
  /** Starts an engine after the host had given up. */
  readonly tryAgain: () => void
  /** Has the engine end in its own time, as when it is to begin with another folder; a new one starts. */
  readonly restart: () => void
  /** Has every workbook closed and the engine ended; ends it by force after a while. */
  readonly close: () => Promise<void>
}

/** The parts that a host is made of, and the callbacks that it reports to. */
export interface EngineHostOptions {
  readonly start: () => EngineStart
  /** Starts a process for the engine. */
  readonly startChild: () => EngineChild
  /** Draws the pages that the engine sends. */
  readonly drawPdf: DrawPdf
  /**
   * A callback for the loss of every line; a new engine is being started, and lines can be opened
   * again.
   */
  readonly onLost: () => void
  /** A callback for who has the laptop, at the engine's start and at each change. */
  readonly onLock: (isInRoom: boolean) => void
  /** A callback for when the engine died so often that no new one was started. */
  readonly onGivenUp: () => void
}

const CLOSE_LIMIT_MS = 5_000
const DEATHS_UNTIL_GIVEN_UP = 4
const DEATHS_WITHIN_MS = 60_000

/** Starts the engine and keeps one running until it is closed. */
export function hostEngine(options: EngineHostOptions): EngineHost {
  let running: RunningEngine | undefined
  let closing = false
  let restarting = false
  let deaths: readonly number[] = []

  const run = () => {
    const engine = runEngine(options)
    running = engine
    engine.child.onExit(() => {
      running = undefined
      if (closing) return
      const now = Date.now()
      const before = deaths.filter(at => now - at < DEATHS_WITHIN_MS)
      deaths = restarting ? before : [...before, now]
      restarting = false
      const givenUp = deaths.length >= DEATHS_UNTIL_GIVEN_UP
      if (!givenUp) run()
      options.onLost()
      if (givenUp) options.onGivenUp()
    })
  }

  run()
  return {
    openLine: port => {
      if (running) running.child.openLine(port)
      else port.close()
    },
    grant: file =>
      running ? running.grant(file) : Promise.reject(new Error('The engine is not running.')),
    tryAgain: () => {
      if (running || closing) return
      deaths = []
      run()
      options.onLost()
    },
    restart: () => {
      restarting = running !== undefined
      void running?.close()
    },
    close: async () => {
      closing = true
      await running?.close()
    },
  }
}

interface RunningEngine {
  readonly child: EngineChild
  readonly grant: EngineHost['grant']
  readonly close: () => Promise<void>
}

function runEngine({ start, startChild, drawPdf, onLock }: EngineHostOptions): RunningEngine {
  const child = startChild()
  const ended = new Promise<void>(resolve => child.onExit(resolve))
  const waiting = new Map<number, (permit: string) => void>()
  let requests = 0
  let running = true
  child.onExit(() => {
    running = false
  })
  const draw = async (request: number, page: string) => {
    const pdf = await drawPdf(page)
    if (running) child.send({ kind: 'pdf-drawn', request, pdf })
  }
  child.onMessage(message => {
    if (message.kind === 'granted') waiting.get(message.request)?.(message.permit)
    if (message.kind === 'draw-pdf') void draw(message.request, message.page)
    if (message.kind === 'lock') onLock(message.isInRoom)
    if (message.kind === 'closed') child.kill()
  })
  child.send({ kind: 'start', start: start() })
  return {
    child,
    grant: file => {
      const request = ++requests
      const granted = new Promise<string>(resolve => waiting.set(request, resolve))
      const failed = ended.then(() => Promise.reject(new Error('The engine ended.')))
      child.send({ kind: 'grant', request, file })
      return Promise.race([granted, failed]).finally(() => waiting.delete(request))
    },
    close: async () => {
      const forced = setTimeout(child.kill, CLOSE_LIMIT_MS)
      child.send({ kind: 'close' })
      await ended
      clearTimeout(forced)
    },
  }
}

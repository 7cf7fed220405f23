import { join } from 'node:path'
import { type UtilityProcess, utilityProcess } from 'electron'
import { READER_HEAP_MB } from '../../engine/files/reader-process.ts'
import { assertNever } from '../../shared/assert-never.ts'
import type { FromEngine, ToEngine } from '../engine-messages.ts'
import type { EngineChild } from './engine-child.ts'

/** Starts the engine in a utility process of Electron: main hands over ports and relays no rating. */
export function startUtilityEngine(): EngineChild {
  const child = utilityProcess.fork(join(__dirname, 'engine.cjs'), [], {
    serviceName: 'Framework Workbook engine',
    stdio: 'inherit',
  })
  const readers = createReaders(message => child.postMessage(message))
  child.once('exit', readers.killAll)
  child.on('message', (message: FromEngine) => {
    switch (message.kind) {
      case 'reader-request':
        return readers.send(message.reader, message.request)
      case 'kill-reader':
        return readers.kill(message.reader)
      case 'granted':
      case 'line-message':
      case 'draw-pdf':
      case 'lock':
      case 'closed':
        return
      default:
        return assertNever(message)
    }
  })
  let lines = 0
  return {
    send: message => child.postMessage(message),
    openLine: port => child.postMessage({ kind: 'line', line: ++lines } satisfies ToEngine, [port]),
    onMessage: listener => child.on('message', listener),
    onExit: listener => child.once('exit', listener),
    kill: () => killAtOnce(child),
  }
}

/** Ends a process whatever it is busy with; Electron's own way asks it to, and it could be too busy to listen. */
function killAtOnce({ pid }: UtilityProcess): void {
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // It has just ended by itself.
  }
}

/** The readers that main started for one engine process. */
export interface Readers {
  /** Hands a message to a reader, which is started for the first one. */
  readonly send: (reader: number, message: unknown) => void
  readonly kill: (reader: number) => void
  /** Ends all readers, as when their engine is gone. */
  readonly killAll: () => void
}

/** Starts readers as utility processes and relays their messages. */
function createReaders(tellEngine: (message: ToEngine) => void): Readers {
  const running = new Map<number, UtilityProcess>()
  const ended = new Set<number>()
  const startOne = (reader: number): UtilityProcess => {
    const child = utilityProcess.fork(join(__dirname, 'reader.cjs'), [], {
      serviceName: 'Framework Workbook reader',
      stdio: 'ignore',
      // Node's own flag for the heap is not heeded in a utility process; Chromium's is.
      execArgv: [`--js-flags=--max-old-space-size=${READER_HEAP_MB}`],
    })
    running.set(reader, child)
    child.on('message', reply => tellEngine({ kind: 'reader-reply', reader, reply }))
    child.once('exit', () => {
      running.delete(reader)
      ended.add(reader)
      tellEngine({ kind: 'reader-ended', reader })
    })
    return child
  }
  return {
    send: (reader, message) => {
      // What is said to a reader that has ended must not start another under its number.
      if (!ended.has(reader)) (running.get(reader) ?? startOne(reader)).postMessage(message)
    },
    kill: reader => {
      running.get(reader)?.kill()
    },
    killAll: () => {
      for (const child of running.values()) child.kill()
    },
  }
}

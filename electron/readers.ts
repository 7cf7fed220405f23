import { join } from 'node:path'
import { type UtilityProcess, utilityProcess } from 'electron'
import { READER_HEAP_MB } from '../engine/engine.ts'
import type { ToEngine } from './engine-messages.ts'

/** The readers that main started for one engine process. */
export interface Readers {
  /** Hands a message to a reader, which is started for the first one. */
  readonly send: (reader: number, message: unknown) => void
  readonly kill: (reader: number) => void
  /** Ends them all, as when their engine is gone. */
  readonly killAll: () => void
}

/** Starts readers as utility processes and passes on what they say. */
export function createReaders(tellEngine: (message: ToEngine) => void): Readers {
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

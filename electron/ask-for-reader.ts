import type { StartReader } from '../engine/engine.ts'
import type { EngineParent } from './engine-side.ts'

interface AskedReader {
  readonly onReply: ((reply: unknown) => void)[]
  readonly onExit: (() => void)[]
}

/**
 * Starts readers by asking main, as a utility process cannot fork: the packaged program's own binary
 * refuses to run as Node.
 */
export function askForReader(parent: EngineParent): StartReader {
  const readers = new Map<number, AskedReader>()
  let started = 0
  parent.onMessage(message => {
    if (message.kind === 'reader-reply') {
      for (const listener of readers.get(message.reader)?.onReply ?? []) listener(message.reply)
    }
    if (message.kind === 'reader-ended') {
      for (const listener of readers.get(message.reader)?.onExit ?? []) listener()
      readers.delete(message.reader)
    }
  })
  return () => {
    const reader = ++started
    const asked: AskedReader = { onReply: [], onExit: [] }
    readers.set(reader, asked)
    return {
      send: request => parent.send({ kind: 'reader-request', reader, request }),
      onReply: listener => asked.onReply.push(listener),
      onExit: listener => asked.onExit.push(listener),
      kill: () => parent.send({ kind: 'kill-reader', reader }),
    }
  }
}

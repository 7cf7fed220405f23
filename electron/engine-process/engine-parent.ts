import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { ParentPort } from 'electron'
import type { StartReader } from '../../engine/files/reader-process.ts'
import type { DrawPdf } from '../../engine/files/write/pdf.ts'
import type { FromEngine, ToEngine } from '../engine-messages.ts'

/** Main as the engine process sees it, whichever kind of process that is. */
export interface EngineParent {
  readonly send: (message: FromEngine) => void
  readonly onMessage: (listener: (message: ToEngine) => void) => void
  /** Sets a listener for each new line to a window. */
  readonly onLine: (listener: (port: SupportedMessagePort) => void) => void
  /** Sets a listener for the end of main without a `close` before it. */
  readonly onGone: (listener: () => void) => void
}

/** Main as seen from a utility process: lines arrive as ports of their own. */
export function parentOfUtility(parentPort: ParentPort): EngineParent {
  return {
    send: message => parentPort.postMessage(message),
    onMessage: listener => {
      parentPort.on('message', ({ data }) => listener(data))
    },
    onLine: listener => {
      parentPort.on('message', ({ ports: [port] }) => {
        if (!port) return
        listener(port)
        port.start()
      })
    },
    // Chromium ends a utility process together with main, so there is nobody left to tell.
    onGone: () => undefined,
  }
}

type Listener = (data: unknown) => void

/** Main as seen from a Node child process: all lines share the one channel, told apart by number. */
export function parentOfNode(channel: NodeJS.Process): EngineParent {
  const lines = new Map<number, { readonly onData: Listener[]; readonly onEnd: Listener[] }>()
  const send = (message: FromEngine) => {
    // Whoever sends to a parent that is gone learns so from `disconnect`.
    if (channel.connected) channel.send?.(message)
  }
  const openLine = (line: number): SupportedMessagePort => {
    const listeners = { onData: [] as Listener[], onEnd: [] as Listener[] }
    lines.set(line, listeners)
    return {
      postMessage: (data: unknown) => send({ kind: 'line-message', line, data }),
      onMessage: { addListener: listener => listeners.onData.push(listener) },
      onDisconnect: { addListener: listener => listeners.onEnd.push(listener) },
    }
  }
  channel.on('message', (message: ToEngine) => {
    if (message.kind === 'line-message') {
      for (const listener of lines.get(message.line)?.onData ?? []) listener(message.data)
    }
    if (message.kind === 'line-closed') {
      for (const listener of lines.get(message.line)?.onEnd ?? []) listener(undefined)
      lines.delete(message.line)
    }
  })
  return {
    send,
    onMessage: listener => {
      channel.on('message', listener)
    },
    onLine: listener => {
      channel.on('message', (message: ToEngine) => {
        if (message.kind === 'line') listener(openLine(message.line))
      })
    },
    onGone: listener => {
      channel.once('disconnect', listener)
    },
  }
}

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

/** Draws pages by asking main, which has the browser. */
export function askForPdf(parent: EngineParent): DrawPdf {
  const waiting = new Map<number, (pdf: Uint8Array | null) => void>()
  let asked = 0
  parent.onMessage(message => {
    if (message.kind !== 'pdf-drawn') return
    waiting.get(message.request)?.(message.pdf)
    waiting.delete(message.request)
  })
  return page => {
    const request = ++asked
    const drawn = new Promise<Uint8Array | null>(resolve => waiting.set(request, resolve))
    parent.send({ kind: 'draw-pdf', request, page })
    return drawn
  }
}

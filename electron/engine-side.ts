import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { ParentPort } from 'electron'
import type { FromEngine, ToEngine } from './engine-messages.ts'

/** Main as the engine process sees it, whichever kind of process that is. */
export interface EngineParent {
  readonly send: (message: FromEngine) => void
  readonly onMessage: (listener: (message: ToEngine) => void) => void
  /** Called with each new line to a window. */
  readonly onLine: (listener: (port: SupportedMessagePort) => void) => void
  /** Called when main is gone without having said `close`. */
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

import { fork } from 'node:child_process'
import { join } from 'node:path'
import type { MessagePortMain } from 'electron'
import type { FromEngine, ToEngine } from '../engine-messages.ts'
import type { EngineChild } from './engine-child.ts'

/** Starts the engine on a Node of its own and relays its lines. */
export function startNodeEngine(node: string): EngineChild {
  const bundle = join(__dirname, 'engine.cjs')
  const child = fork(bundle, [], {
    execPath: node,
    execArgv: [],
    serialization: 'advanced',
  })
  // Why a process ended or could not be reached is told once, by `onExit`.
  const send = (message: ToEngine) => child.connected && child.send(message, () => undefined)
  const ports = new Map<number, MessagePortMain>()
  child.on('message', (message: FromEngine) => {
    if (message.kind === 'line-message') ports.get(message.line)?.postMessage(message.data)
  })
  child.once('exit', () => {
    for (const port of ports.values()) port.close()
  })
  let lines = 0
  return {
    send,
    openLine: port => {
      const line = ++lines
      ports.set(line, port)
      send({ kind: 'line', line })
      port.on('message', ({ data }) => send({ kind: 'line-message', line, data }))
      port.on('close', () => {
        ports.delete(line)
        send({ kind: 'line-closed', line })
      })
      port.start()
    },
    onMessage: listener => child.on('message', listener),
    // A Node that could not be started says `error`, and no `exit`.
    onExit: listener => child.once(child.pid === undefined ? 'error' : 'exit', listener),
    kill: () => child.kill('SIGKILL'),
  }
}

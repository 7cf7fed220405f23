import { toORPCError } from '@orpc/client'
import {
  onMessagePortClose,
  onMessagePortMessage,
  postMessagePortMessage,
  type SupportedMessagePort,
} from '@orpc/client/message-port'
import { type AnyProcedure, createProcedureClient, ORPCError } from '@orpc/server'
import type { EngineRouter } from '../../engine/engine.ts'
import {
  operationName,
  type PortAnswer,
  type PortRequest,
  readPortRequest,
} from '../../shared/port-messages.ts'

/** An operation of the contract, whose input nobody has checked yet. */
type Operation = (input: unknown, options: { readonly signal: AbortSignal }) => Promise<unknown>

type Call = Extract<PortRequest, { kind: 'call' }>
type Send = (answer: PortAnswer) => void

/** The reason for which a call is stopped, made once: the stack of an error costs as much as a call. */
const STOPPED: Error = Object.assign(new Error('The page no longer waits.'), { name: 'AbortError' })

/** Makes what answers the contract's calls over a message port, until that closes. */
export function portAnswerer(router: EngineRouter): (port: SupportedMessagePort) => void {
  const operations = operationsOf(router)
  return port => {
    const underWay = new Map<number, AbortController>()
    const stop = (call: number) => {
      underWay.get(call)?.abort(STOPPED)
      underWay.delete(call)
    }
    const send: Send = answer => {
      if (underWay.has(answer.call)) postMessagePortMessage(port, JSON.stringify(answer))
    }
    const answer = async (asked: Call): Promise<void> => {
      const stopping = new AbortController()
      underWay.set(asked.call, stopping)
      await answerCall(operations.get(asked.operation), asked, stopping.signal, send)
      underWay.delete(asked.call)
    }
    onMessagePortMessage(port, (message: unknown) => {
      const asked = readPortRequest(message)
      if (asked?.kind === 'stop') stop(asked.call)
      else if (asked && !underWay.has(asked.call)) void answer(asked)
    })
    onMessagePortClose(port, () => {
      for (const call of [...underWay.keys()]) stop(call)
    })
  }
}

/** Every operation of the contract by its name, ready to be called. */
function operationsOf(router: EngineRouter): ReadonlyMap<string, Operation> {
  const namespaces: Readonly<Record<string, Readonly<Record<string, AnyProcedure>>>> = router
  return new Map(
    Object.entries(namespaces).flatMap(([namespace, operations]) =>
      Object.entries(operations).map(([name, operation]) => {
        const path = [namespace, name]
        return [operationName(path), createProcedureClient(operation, { context: {}, path })]
      }),
    ),
  )
}

/** Answers one call to its end. Never rejects. */
async function answerCall(
  operation: Operation | undefined,
  { call, input }: Call,
  signal: AbortSignal,
  send: Send,
): Promise<void> {
  try {
    if (!operation) throw new ORPCError('NOT_FOUND')
    const result = await operation(input, { signal })
    if (!isEvents(result)) return send({ call, kind: 'result', result })
    send({ call, kind: 'events' })
    for await (const event of result) {
      if (signal.aborted) return
      send({ call, kind: 'event', event })
    }
    send({ call, kind: 'end' })
  } catch (error) {
    send({ call, kind: 'error', error: toORPCError(error).toJSON() })
  }
}

const isEvents = (result: unknown): result is AsyncIterable<unknown> =>
  typeof result === 'object' && result !== null && Symbol.asyncIterator in result

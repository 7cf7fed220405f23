import { type ClientLink, createORPCErrorFromJson, streamToEventIterator } from '@orpc/client'
import {
  onMessagePortClose,
  onMessagePortMessage,
  postMessagePortMessage,
  type SupportedMessagePort,
} from '@orpc/client/message-port'
import { assertNever } from '../../../shared/assert-never.ts'
import { operationName, type PortAnswer, type PortRequest } from '../../../shared/port-messages.ts'

/** Makes a way to the engine's contract over a message port; calls that are pending are rejected when that closes. */
export function portLink(port: SupportedMessagePort): ClientLink<Record<never, never>> {
  const waiting = new Map<number, Waiting>()
  let latest = 0
  let isClosed = false
  const send = (request: PortRequest) => postMessagePortMessage(port, JSON.stringify(request))
  const stop = (call: number) => {
    if (waiting.delete(call)) send({ call, kind: 'stop' })
  }
  onMessagePortMessage(port, (message: string) => {
    const answer: PortAnswer = JSON.parse(message)
    const { call, kind } = answer
    waiting.get(call)?.take(answer)
    if (kind !== 'events' && kind !== 'event') waiting.delete(call)
  })
  onMessagePortClose(port, () => {
    isClosed = true
    for (const { fail } of waiting.values()) fail(closed())
    waiting.clear()
  })
  return {
    call: (path, input, { signal }) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(closed())
        if (signal?.aborted) return reject(signal.reason)
        const call = ++latest
        const answered = createWaiting({ resolve, reject, stop: () => stop(call) })
        waiting.set(call, signal ? untilAborted(answered, signal, () => stop(call)) : answered)
        send({ call, kind: 'call', operation: operationName(path), input })
      }),
  }
}

const closed = (): Error => new Error('The line to the engine is closed.')

/** A call that waits for its answer, or for more events. */
interface Waiting {
  readonly take: (answer: PortAnswer) => void
  readonly fail: (reason: unknown) => void
}

/** The promise of a call, and what tells the engine that nobody waits for its events any more. */
interface Promised {
  readonly resolve: (result: unknown) => void
  readonly reject: (reason: unknown) => void
  readonly stop: () => void
}

function createWaiting({ resolve, reject, stop }: Promised): Waiting {
  let events: ReadableStreamDefaultController<unknown> | undefined
  const start = (controller: ReadableStreamDefaultController<unknown>) => {
    events = controller
  }
  const fail = (reason: unknown) => {
    events?.error(reason)
    reject(reason)
  }
  const take = (answer: PortAnswer) => {
    switch (answer.kind) {
      case 'result':
        return resolve(answer.result)
      case 'events':
        return resolve(streamToEventIterator(new ReadableStream({ start, cancel: stop })))
      case 'event':
        return events?.enqueue(answer.event)
      case 'end':
        return events?.close()
      case 'error':
        return fail(createORPCErrorFromJson(answer.error))
      default:
        return assertNever(answer)
    }
  }
  return { take, fail }
}

/** A call that fails when its signal is aborted, and lets go of the signal once it has come to its end. */
function untilAborted(waiting: Waiting, signal: AbortSignal, stop: () => void): Waiting {
  const abort = () => {
    stop()
    waiting.fail(signal.reason)
  }
  signal.addEventListener('abort', abort, { once: true })
  const letGo = () => signal.removeEventListener('abort', abort)
  return {
    take: answer => {
      if (answer.kind !== 'events' && answer.kind !== 'event') letGo()
      waiting.take(answer)
    },
    fail: reason => {
      letGo()
      waiting.fail(reason)
    },
  }
}

import { ORPCError, onError } from '@orpc/server'
import { StandardRPCHandler } from '@orpc/server/standard'
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer'
import {
  decodeRequestMessage,
  encodeResponseMessage,
  MessageType,
  experimental_ServerPeerWithoutCodec as ServerPeer,
} from '@orpc/standard-server-peer'
import type { RawData, WebSocket } from 'ws'
import { z } from 'zod'
import type { EngineRouter } from '../engine/engine.ts'
import { CALLS, createAllowance, type Rate } from './allowance.ts'
import { closingQuickly } from './closing-quickly.ts'

/** WebSocket's own number for a message that is not of the agreed kind (RFC 6455, 7.4.1). */
const NOT_OF_THIS_KIND = 1007

/** The part of a message that tells which call it is about; only an own page knows what else it holds. */
const numbered = z.object({ i: z.string().max(100) })

/**
 * Makes what answers the contract's calls over a WebSocket, until it closes. Whatever comes is answered: a message that
 * makes no sense with a refusal of its call or, where it is about none, with the end of the connection; a call too many with
 * a refusal. `report` is told of faults of ours, and of nothing that somebody sent.
 */
export function socketAnswerer(
  router: EngineRouter,
  report: (fault: unknown) => void,
  rate: Rate = CALLS,
): (socket: WebSocket) => void {
  const handler = new StandardRPCHandler(router, { interceptors: [onError(report)] })
  const answer = createServerPeerHandleRequestFn(handler, { context: {} })
  return socket => {
    const calls = createAllowance(rate)
    const peer = closingQuickly(
      new ServerPeer(async ([id, type, payload]) =>
        socket.send(await encodeResponseMessage(id, type, payload)),
      ),
    )
    const take = async (data: RawData, isBinary: boolean): Promise<void> => {
      const raw = isBinary ? asBytes(data) : data.toString()
      const message = await decodeRequestMessage(raw).catch(() => undefined)
      if (!message || !numbered.safeParse({ i: message[0] }).success) return refuseNonsense(raw)
      const isCall = message[1] === MessageType.REQUEST
      if (isCall && !calls.take()) return refuseCall(message[0], TOO_MANY)
      await peer.message(message, answer)
    }
    const refuseCall = async (id: string, refusal: Refusal): Promise<void> => {
      const { status } = refusal
      const payload = { status, headers: {}, body: { json: refusal.toJSON() } }
      socket.send(await encodeResponseMessage(id, MessageType.RESPONSE, payload))
    }
    const refuseNonsense = async (raw: string | Uint8Array): Promise<void> => {
      const id = callOf(raw)
      if (id === undefined) socket.close(NOT_OF_THIS_KIND, 'The workbook could not read that.')
      else await refuseCall(id, NONSENSE)
    }
    socket.on('message', (data: RawData, isBinary: boolean) => {
      // The fault may quote what was sent.
      take(data, isBinary).catch(() => report(new Error('A message could not be answered.')))
    })
    socket.once('close', () => peer.close())
  }
}

type Refusal = ORPCError<string, unknown>

const NONSENSE: Refusal = new ORPCError('BAD_REQUEST', {
  message: 'The workbook could not make sense of that request.',
})
const TOO_MANY: Refusal = new ORPCError('TOO_MANY_REQUESTS', {
  message: 'This page asks for too much at once. Wait a moment, then try again.',
})

const asBytes = (data: RawData): Uint8Array =>
  Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data)

/** The call that a message which makes no sense is about; undefined where it names none. */
function callOf(raw: string | Uint8Array): string | undefined {
  try {
    return numbered.safeParse(JSON.parse(raw.toString())).data?.i
  } catch {
    return undefined
  }
}

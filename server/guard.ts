import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyReply } from 'fastify'
import { wordsFor } from '../shared/messages/errors.ts'
import type { LockState } from '../shared/model/lock.ts'
import type { Refusal } from './own-address.ts'

/** Turns away a request that does not show the token. Null when it may go on. */
export function refuseStranger(shown: string | undefined, token: string): Refusal | null {
  if (shown !== undefined && sameText(shown, token)) return null
  return {
    status: 401,
    message: 'Open the workbook with the address that was printed when it started.',
  }
}

/** Turns away what is not open to the people in a room. Null when the laptop is the facilitator's. */
export function refuseInRoom({ room }: Pick<LockState, 'room'>): Refusal | null {
  return room === null ? null : { status: 423, message: wordsFor('LOCKED', {}) }
}

/** The token of an `Authorization: Bearer` header; undefined when it holds none. */
export function bearerToken(authorization: string | undefined): string | undefined {
  return /^Bearer (\S+)$/.exec(authorization ?? '')?.[1]
}

// Hashes have one length, so the time taken says nothing of the token, not even how long it is.
function sameText(a: string, b: string): boolean {
  return timingSafeEqual(sha256(a), sha256(b))
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Answers a request with a status and one sentence for people. */
export function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send({ message })
}

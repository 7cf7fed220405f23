import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyReply } from 'fastify'
import { wordsFor } from '../shared/messages/errors.ts'
import type { LockState } from '../shared/model/lock.ts'
import { pageHeaders } from '../shared/page-headers.ts'

/** The reason why a request is turned away: the HTTP status and a sentence for people. */
export interface Refusal {
  readonly status: 401 | 403 | 423
  readonly message: string
}

const OWN_NAMES = ['127.0.0.1', 'localhost']

/**
 * Turns away what another page or machine could send: a foreign Host is what a re-pointed domain name
 * brings, a foreign Origin is what another page's script brings. Null when the request may go on.
 */
export function refuseForeign(headers: IncomingHttpHeaders, port: number): Refusal | null {
  const hosts = OWN_NAMES.map(name => `${name}:${port}`)
  if (!hosts.includes(headers.host ?? '')) {
    return { status: 403, message: 'This address does not belong to the workbook.' }
  }
  if (headers.origin !== undefined && !hosts.some(host => headers.origin === `http://${host}`)) {
    return { status: 403, message: 'Another page may not use the workbook.' }
  }
  return null
}

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

/** The headers of every answer: the page's own rules, and those that only a browser needs. */
export function securityHeaders(port: number): Readonly<Record<string, string>> {
  return {
    ...pageHeaders(["'self'", `ws://127.0.0.1:${port}`, `ws://localhost:${port}`]),
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), usb=(), payment=()',
    'x-frame-options': 'DENY',
  }
}

/** Answers a request with a status and one sentence for people. */
export function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send({ message })
}

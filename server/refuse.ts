import type { FastifyReply } from 'fastify'

/** Answers a request with a status and one sentence for people. */
export function refuse(reply: FastifyReply, status: number, message: string): FastifyReply {
  return reply.code(status).header('cache-control', 'no-store').send({ message })
}

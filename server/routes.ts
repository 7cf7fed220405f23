import fastifyWebsocket from '@fastify/websocket'
import { ORPCError } from '@orpc/server'
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { describeFault } from '../engine/describe-fault.ts'
import type { Engine } from '../engine/engine.ts'
import {
  BROWSER_FRONT_PATHS,
  CONTRACT_PROTOCOL,
  openingRequest,
  tokenOfProtocols,
} from '../shared/browser-front.ts'
import { createAllowance, PAGES, WRONG_TOKENS } from './allowance.ts'
import { socketAnswerer } from './answer-socket.ts'
import { addDownloads, addUploads } from './files.ts'
import { bearerToken, refuse, refuseInRoom, refuseStranger } from './guard.ts'
import type { Openings } from './openings.ts'
import { type Refusal, refuseForeign, securityHeaders } from './own-address.ts'
import type { Rest } from './page-server.ts'
import { createTempFiles } from './temp-files.ts'

/** The engine behind the page, its address and the codes that open it. */
export interface RouteOptions {
  readonly engine: Engine
  readonly port: number
  /** The token that opens the workbook. */
  readonly token: string
  readonly openings: Openings
}

const OPENING_IS_OVER =
  'This address opens the workbook once, within a minute of its start. Open the one that was printed ' +
  'when it started. If you have not opened this one before, someone else on this laptop has: end the ' +
  'program and start it with --new-token.'

// The contract checks what goes in and out, so no route has a schema: Fastify need not load its two compilers at each start.
const noCompiler = () => () => {
  throw new Error('No route has a schema.')
}
const WITHOUT_SCHEMAS = {
  compilersFactory: { buildValidator: noCompiler, buildSerializer: noCompiler },
}

const LARGEST_MESSAGE_BYTES = 1024 * 1024

/**
 * Opens the contract and the files to whoever shows the token, and the token to whoever has a code that gives it. Its end
 * is that of every WebSocket and temporary file; the engine stays open.
 */
export async function openRoutes({ engine, port, token, openings }: RouteOptions): Promise<Rest> {
  const tempFiles = createTempFiles()
  const app = Fastify({ schemaController: WITHOUT_SCHEMAS })
  try {
    await app.register(fastifyWebsocket, {
      options: { maxPayload: LARGEST_MESSAGE_BYTES, handleProtocols: () => CONTRACT_PROTOCOL },
      // Waiting for each page to say goodbye would hold up the end by as long as a page likes.
      preClose: done => {
        for (const socket of app.websocketServer.clients) socket.terminate()
        done()
      },
    })
    const refuseWrong = refuserOfWrong()
    guardAll(app, port)
    answerFaults(app)
    addOpenings(app, openings, token, refuseWrong)
    await app.register(async guarded => {
      guardWithToken(guarded, token, refuseWrong)
      guarded.get(BROWSER_FRONT_PATHS.token, (_request, reply) => reply.code(204).send())
      addContract(guarded, engine)
      await guarded.register(async files => {
        shutInRoom(files, engine.lock)
        addUploads(files, engine.permits, tempFiles)
        addDownloads(files, engine.permits, tempFiles)
      })
    })
    await app.ready()
  } catch (fault) {
    tempFiles.close()
    throw fault
  }
  return {
    answer: app.routing,
    // Fastify's own server listens nowhere: what comes to it was let through by the page's.
    upgrade: (...asked) => void app.server.emit('upgrade', ...asked),
    close: async () => {
      await app.close()
      tempFiles.close()
    },
  }
}

function guardAll(app: FastifyInstance, port: number): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeaders(port))
    const refusal = refuseForeign(request.headers, port)
    if (refusal) return refuse(reply, refusal.status, refusal.message)
    if (request.ws && request.routeOptions.url !== BROWSER_FRONT_PATHS.contract) {
      return refuse(reply, 404, 'There is nothing to connect to here.')
    }
    if (request.ws && app.websocketServer.clients.size >= PAGES) {
      return refuse(reply, 503, 'The workbook is open in too many pages. Close some of them.')
    }
  })
  app.setNotFoundHandler((_request, reply) =>
    refuse(reply, 404, 'There is nothing at this address.'),
  )
}

// Faults are told in a sentence; their own words may hold paths or data.
function answerFaults(app: FastifyInstance): void {
  app.setErrorHandler((fault: { readonly statusCode?: number }, _request, reply) => {
    const status = fault.statusCode ?? 500
    const message =
      status < 500
        ? 'The workbook could not make sense of that request.'
        : 'The workbook could not do that. Try it once more.'
    return refuse(reply, status, message)
  })
}

type Refuse = (reply: FastifyReply, refusal: Refusal) => FastifyReply

/** Refuses wrong tokens and codes: after many of them with nothing but the advice to wait. */
function refuserOfWrong(): Refuse {
  const tries = createAllowance(WRONG_TOKENS)
  return (reply, { status, message }) =>
    tries.take()
      ? refuse(reply, status, message)
      : refuse(reply.header('retry-after', '60'), 429, TOO_MANY_TRIES)
}

const TOO_MANY_TRIES =
  'Too many wrong addresses were tried. Wait a minute, then open the right one.'

function addOpenings(
  app: FastifyInstance,
  openings: Openings,
  token: string,
  refuseWrong: Refuse,
): void {
  app.post(BROWSER_FRONT_PATHS.openings, (request, reply) => {
    const asked = openingRequest.safeParse(request.body)
    if (asked.success && openings.redeem(asked.data.code)) {
      return reply.header('cache-control', 'no-store').send({ token })
    }
    return refuseWrong(reply, { status: 401, message: OPENING_IS_OVER })
  })
}

function guardWithToken(app: FastifyInstance, token: string, refuseWrong: Refuse): void {
  app.addHook('onRequest', async (request, reply) => {
    const protocols = request.headers['sec-websocket-protocol']?.split(',').map(item => item.trim())
    const shown = protocols
      ? tokenOfProtocols(protocols)
      : bearerToken(request.headers.authorization)
    const refusal = refuseStranger(shown, token)
    if (refusal) return refuseWrong(reply, refusal)
  })
}

/** Shuts requests for files while the laptop is in the room's hands; the engine shuts the contract itself. */
function shutInRoom(app: FastifyInstance, lock: Engine['lock']): void {
  app.addHook('onRequest', async (_request, reply) => {
    const refusal = refuseInRoom(lock.state())
    if (refusal) return refuse(reply, refusal.status, refusal.message)
  })
}

function addContract(app: FastifyInstance, engine: Engine): void {
  const answer = socketAnswerer(engine.router, reportFault)
  app.get(BROWSER_FRONT_PATHS.contract, { websocket: true }, socket => answer(socket))
}

// What the contract foresees is for the page; a fault of ours goes to whoever started the program.
function reportFault(fault: unknown): void {
  if (fault instanceof ORPCError && fault.code !== 'INTERNAL_SERVER_ERROR') return
  console.error(describeFault(fault))
}

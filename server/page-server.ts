import { createReadStream } from 'node:fs'
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { pipeline } from 'node:stream'
import { PAGE_FILE, type PageFile, pageFiles } from '../engine/files/page-files.ts'
import { refuseForeign, securityHeaders } from './own-address.ts'

// As an import it would bring all that is in it along, a client for the web included: half of the time of a start.
const { createServer } = process.getBuiltinModule('node:http')

/** The number of connections at once: a browser makes a handful for each page. */
const CONNECTIONS = 256

/** The time without a request for the page after which the rest is loaded, in milliseconds. */
const QUIET_MS = 20

/** Answers to all requests but those for the page. */
export interface Rest {
  readonly answer: RequestListener
  readonly upgrade: (request: IncomingMessage, socket: Socket, head: Buffer) => void
  /** Ends what it has open. */
  readonly close: () => Promise<void>
}

/** A server on this machine alone that has the page, and leaves everything else to the rest. */
export interface PageServer {
  readonly port: number
  /** Resolves once the rest is there; rejects with what kept it away. */
  readonly isWhole: Promise<void>
  /** Ends the rest, and every connection. */
  readonly close: () => Promise<void>
}

/** The built page, the port on 127.0.0.1, and what loads the rest once it is known where the server listens. */
export interface PageServing {
  readonly rendererFolder: string
  readonly port: number
  readonly loadRest: (port: number) => Promise<Rest>
}

/**
 * Serves the built page to whoever asks with our own address, as it holds no data. Everything else waits for the rest,
 * which is loaded as soon as nobody asks for the page any more: a browser reads it meanwhile. Rejects with Node's own
 * error when the port is taken (EADDRINUSE).
 */
export async function servePage(serving: PageServing): Promise<PageServer> {
  const later = loadLater(() => serving.loadRest(portOf(server)))
  const files = pageFiles(serving.rendererFolder)
  const server = createServer((request, response) => {
    const file = pageAskedFor(files, request)
    if (!file) return later.once(({ answer }) => answer(request, response), response)
    later.soon()
    sendPage(file, request, response)
  })
  server.on('upgrade', (request, socket: Socket, head) => {
    // Whoever leaves while it waits is nobody's fault.
    socket.on('error', () => socket.destroy())
    later.once(({ upgrade }) => upgrade(request, socket, head), socket)
  })
  server.maxConnections = CONNECTIONS
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen({ host: '127.0.0.1', port: serving.port }, resolve)
  })
  later.soon()
  const close = async () => {
    await later.end()
    await new Promise<void>(resolve => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  }
  return { port: portOf(server), isWhole: later.isThere, close }
}

/** Loads the rest when it is needed, or soon: when nothing more was asked for. */
function loadLater(load: () => Promise<Rest>) {
  let begin: () => void = () => undefined
  const rest = new Promise<void>(resolve => {
    begin = resolve
  }).then(load)
  let quiet: NodeJS.Timeout | undefined
  let isLoading = false
  const now = () => {
    clearTimeout(quiet)
    isLoading = true
    begin()
  }
  const soon = () => {
    clearTimeout(quiet)
    if (!isLoading) quiet = setTimeout(now, QUIET_MS)
  }
  const isThere = rest.then(() => undefined)
  // Told to whoever asks; those who wait are cut off one by one.
  isThere.catch(() => undefined)
  return {
    isThere,
    soon,
    end: async () => {
      clearTimeout(quiet)
      if (isLoading) await rest.then(({ close }) => close()).catch(() => undefined)
    },
    /** Goes on with the rest once it is there, or cuts off what waits for it. */
    once: (goOn: (rest: Rest) => void, waiting: { readonly destroy: () => unknown }) => {
      now()
      rest.then(goOn).catch(() => waiting.destroy())
    },
  }
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port

/**
 * The file of the page at the address of a request: one of those that lay there at the start. An address is looked up in
 * this list and never becomes a path, so none can lead out of the folder.
 */
function pageAskedFor(
  files: ReadonlyMap<string, PageFile>,
  { method, url = '' }: IncomingMessage,
): PageFile | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined
  return files.get(url.replace(/\?.*$/s, ''))
}

function sendPage(file: PageFile, request: IncomingMessage, response: ServerResponse): void {
  const port = request.socket.localPort ?? 0
  const refusal = refuseForeign(request.headers, port)
  response.setHeaders(new Map(Object.entries(securityHeaders(port))))
  if (refusal) {
    response.writeHead(refusal.status, { 'cache-control': 'no-store', 'content-type': JSON_TYPE })
    response.end(JSON.stringify({ message: refusal.message }))
    return
  }
  // The page names its files by their content, so they never go stale; only the page itself does.
  const caching = file.path.endsWith(PAGE_FILE) ? 'no-store' : 'public, max-age=31536000, immutable'
  response.writeHead(200, { 'cache-control': caching, 'content-type': file.type })
  if (request.method === 'HEAD') response.end()
  else pipeline(createReadStream(file.path), response, () => undefined)
}

const JSON_TYPE = 'application/json; charset=utf-8'

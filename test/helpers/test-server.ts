import { mkdirSync, writeFileSync } from 'node:fs'
import { type OutgoingHttpHeaders, request } from 'node:http'
import { text } from 'node:stream/consumers'
import WebSocket from 'ws'
import { type RunningServer, startServer } from '../../server/server.ts'
import { createTestEngine, type TestEngine } from './test-engine.ts'

/** A real server on a free port over a real engine; both end when the `await using` ends. */
export interface TestServer extends RunningServer, AsyncDisposable {
  readonly engine: TestEngine
  /** The address without its fragment. */
  readonly origin: string
}

/** Starts a server with a page of one line. */
export async function startTestServer(): Promise<TestServer> {
  const engine = createTestEngine()
  const rendererFolder = engine.folder.file('page')
  mkdirSync(rendererFolder)
  writeFileSync(`${rendererFolder}/index.html`, '<!doctype html><title>The page</title>')
  writeFileSync(`${rendererFolder}/main.js`, 'void 0')
  const server = await startServer({
    openEngine: () => Promise.resolve(engine),
    rendererFolder,
    port: 0,
  })
  return {
    ...server,
    engine,
    origin: `http://127.0.0.1:${server.port}`,
    [Symbol.asyncDispose]: async () => {
      await server.close()
      engine[Symbol.dispose]()
    },
  }
}

/** The answer to a request. */
export interface HttpAnswer {
  readonly status: number | undefined
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly body: string
}

/** Sends a request with exactly these headers; `fetch` would set Host and Origin by itself. */
export function send(
  url: string,
  options: {
    readonly method?: string
    readonly headers?: OutgoingHttpHeaders
    readonly body?: string
  } = {},
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = options
    // A connection of its own: one left with half a body would swallow the next request.
    const outgoing = request(url, { method, headers, agent: false }, async answer => {
      resolve({ status: answer.statusCode, headers: answer.headers, body: await text(answer) })
    })
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}

/** Tries to open a WebSocket: the open socket, or the status with which it was refused. */
export function tryToConnect(
  url: string,
  protocols: string[],
  headers: Readonly<Record<string, string>> = {},
): Promise<WebSocket | number | undefined> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url, protocols, { headers })
    socket.once('open', () => resolve(socket))
    socket.once('unexpected-response', (_request, answer) => {
      resolve(answer.statusCode)
      answer.destroy()
    })
    socket.once('error', reject)
  })
}

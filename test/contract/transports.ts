import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink as WebSocketLink } from '@orpc/client/websocket'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll } from 'vitest'
import { portAnswerer } from '../../electron/engine-process/answer-port.ts'
import type { Engine } from '../../engine/engine.ts'
import { portLink } from '../../renderer/data/host/port-link.ts'
import { startServer } from '../../server/server.ts'
import { BROWSER_FRONT_PATHS, contractProtocols } from '../../shared/browser-front.ts'
import type { EngineClient } from '../../shared/host.ts'
import { counts } from '../helpers/counts.ts'
import { createTestEngine, type TestEngine } from '../helpers/test-engine.ts'

/** A client that reaches an engine over one of the ways that the fronts use. */
export interface Connection {
  readonly client: EngineClient
  readonly close: () => Promise<void>
}

/** A way of reaching an engine. */
interface Transport {
  readonly name: string
  readonly connect: (engine: Engine) => Promise<Connection>
}

const ALL: readonly Transport[] = [
  { name: 'over a message port, as the desktop does', connect: connectByMessagePort },
  { name: 'over a WebSocket, as the browser does', connect: connectByWebSocket },
  { name: 'in process, as the command line may', connect: connectInProcess },
]

/** The ways by which a front reaches the engine, as it really does. */
export const TRANSPORTS = ALL.slice(0, counts.transports)

/** An engine of its own for the tests of a block, and the client that reaches it, from their beginning to their end. */
export function connectionInTests(connect: Transport['connect']): {
  readonly engine: TestEngine
  readonly client: EngineClient
} {
  let open: { readonly engine: TestEngine; readonly connection: Connection } | undefined
  const opened = () => {
    if (!open) throw new Error('The tests have not begun')
    return open
  }
  beforeAll(async () => {
    const engine = createTestEngine()
    open = { engine, connection: await connect(engine) }
  })
  afterAll(async () => {
    const { engine, connection } = opened()
    await connection.close()
    engine[Symbol.dispose]()
  })
  return {
    get engine() {
      return opened().engine
    },
    get client() {
      return opened().connection.client
    },
  }
}

async function connectByMessagePort(engine: Engine): Promise<Connection> {
  const { port1: enginePort, port2: pagePort } = new MessageChannel()
  portAnswerer(engine.router)(enginePort)
  enginePort.start()
  pagePort.start()
  return {
    client: createORPCClient<EngineClient>(portLink(pagePort)),
    close: async () => pagePort.close(),
  }
}

async function connectByWebSocket(engine: Engine): Promise<Connection> {
  const server = await startServer({
    openEngine: () => Promise.resolve(engine),
    rendererFolder: import.meta.dirname,
    port: 0,
  })
  const websocket = new WebSocket(
    `ws://127.0.0.1:${server.port}${BROWSER_FRONT_PATHS.contract}`,
    contractProtocols(server.token),
  )
  return {
    client: createORPCClient<EngineClient>(new WebSocketLink({ websocket })),
    close: async () => {
      websocket.close()
      await server.close()
    },
  }
}

/** Reaches an engine of the same process, as the command line may. */
export async function connectInProcess(engine: Engine): Promise<Connection> {
  return { client: createRouterClient(engine.router), close: async () => undefined }
}

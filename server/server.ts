import type { Engine } from '../engine/engine.ts'
import { randomToken } from './address.ts'
import { createOpenings } from './openings.ts'
import { servePage } from './page-server.ts'

/** The engine, the page and the address that a server is started with. */
export interface ServerOptions {
  /** Opens the engine, once the page is served. */
  readonly openEngine: () => Promise<Engine>
  /** The folder of the built page. */
  readonly rendererFolder: string
  /** The port on 127.0.0.1; 0 takes any that is free. */
  readonly port: number
  /** The token that opens the workbook; a random one unless given. */
  readonly token?: string | undefined
}

/** A running server. */
export interface RunningServer {
  /** The address to open, with the token in its fragment. */
  readonly url: string
  readonly port: number
  readonly token: string
  /** An address with a code in place of the token: it opens the page once, within a minute. */
  readonly openingUrl: () => string
  /** Resolves once the engine is open; rejects with what keeps it from opening. */
  readonly isWhole: Promise<void>
  /** Ends every connection and removes the temporary files. The engine stays open. */
  readonly close: () => Promise<void>
}

/**
 * Serves the page and the contract to this machine only: the page at once, and everything else, which asks for the token or
 * for the code that gives it, as soon as the engine is open. Rejects with Node's own error when the port is taken
 * (EADDRINUSE).
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { openEngine, rendererFolder, token = randomToken() } = options
  const openings = createOpenings()
  const loadRest = async (port: number) => {
    const { openRoutes } = await import('./routes.ts')
    return openRoutes({ engine: await openEngine(), port, token, openings })
  }
  const { port, isWhole, close } = await servePage({ rendererFolder, port: options.port, loadRest })
  return {
    url: `http://127.0.0.1:${port}/#token=${token}`,
    port,
    token,
    openingUrl: () => `http://127.0.0.1:${port}/#open=${openings.issue()}`,
    isWhole,
    close,
  }
}

import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { BROWSER_FRONT_PATHS, contractProtocols } from '../../shared/browser-front.ts'
import type { EngineClient, EngineLine } from '../../shared/host.ts'

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5000

/** Where the contract's WebSocket stands, beside the page itself. */
function socketAddress(page: Location): string {
  const address = new URL(BROWSER_FRONT_PATHS.contract, page.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  address.hash = ''
  return address.href
}

/**
 * Keeps a WebSocket to the server open: when it closes, says so and opens another, waiting twice as
 * long after each that fails. Returns how to stop.
 */
export function keepLine(token: string, listener: (line: EngineLine) => void): () => void {
  const stopped = new AbortController()

  const open = (wait: number) => {
    if (stopped.signal.aborted) return
    const socket = new WebSocket(socketAddress(window.location), contractProtocols(token))
    let nextWait = Math.min(wait * 2, LONGEST_WAIT_MS)
    socket.addEventListener('open', () => {
      nextWait = FIRST_WAIT_MS
      const client = createORPCClient<EngineClient>(new RPCLink({ websocket: socket }))
      listener({ state: 'connected', client })
    })
    socket.addEventListener('close', () => {
      if (stopped.signal.aborted) return
      listener({ state: 'lost' })
      setTimeout(() => open(nextWait), wait)
    })
    stopped.signal.addEventListener('abort', () => socket.close())
  }

  open(FIRST_WAIT_MS)
  return () => stopped.abort()
}

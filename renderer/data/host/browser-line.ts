import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/websocket'
import { BROWSER_FRONT_PATHS, contractProtocols } from '../../../shared/browser-front.ts'
import type { EngineClient, EngineLine } from '../../../shared/host.ts'

const FIRST_WAIT_MS = 250
const LONGEST_WAIT_MS = 5000

/** The address of the contract's WebSocket, beside the page itself. */
function socketAddress(page: Location): string {
  const address = new URL(BROWSER_FRONT_PATHS.contract, page.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  address.hash = ''
  return address.href
}

/** Tests whether the server is there and takes this token for another's; a WebSocket does not say why. */
async function isRefused(token: string): Promise<boolean> {
  const headers = { authorization: `Bearer ${token}` }
  const answer = await fetch(BROWSER_FRONT_PATHS.token, { headers }).catch(() => null)
  return answer?.status === 401
}

/**
 * Keeps a WebSocket to the server open: when it closes, tells the listener and opens another, waiting
 * twice as long after each that fails. Returns a function that stops it.
 */
export function keepLine(token: string, listener: (line: EngineLine) => void): () => void {
  const stopped = new AbortController()

  const open = (wait: number) => {
    if (stopped.signal.aborted) return
    const socket = new WebSocket(socketAddress(window.location), contractProtocols(token))
    const hangUp = () => socket.close()
    stopped.signal.addEventListener('abort', hangUp)
    let wasOpen = false
    socket.addEventListener('open', () => {
      wasOpen = true
      const client = createORPCClient<EngineClient>(new RPCLink({ websocket: socket }))
      listener({ state: 'connected', client })
    })
    socket.addEventListener('close', async () => {
      stopped.signal.removeEventListener('abort', hangUp)
      const state = !wasOpen && (await isRefused(token)) ? 'refused' : 'lost'
      if (stopped.signal.aborted) return
      listener({ state })
      // Tried again also when refused: the program that knows this page may yet be started here.
      setTimeout(open, wait, wasOpen ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS))
    })
  }

  open(FIRST_WAIT_MS)
  return () => stopped.abort()
}

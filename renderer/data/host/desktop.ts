import { createORPCClient } from '@orpc/client'
import type { BrowserPortLike } from '@orpc/client/message-port'
import type { DesktopBridge, EngineClient, EngineLineMessage } from '../../../shared/host.ts'
import { FileRefused } from './browser-files.ts'
import type { PageHost } from './page-host.ts'
import { portLink } from './port-link.ts'

declare global {
  interface Window {
    /** The bridge of the desktop's preload; a browser has none. */
    readonly workbookHost?: DesktopBridge
  }
}

const LINE: EngineLineMessage = 'engine-line'
const LOST: EngineLineMessage = 'engine-lost'

/** The page's host in the desktop: the bridge, and a line to the engine that is renewed when lost. */
export function createDesktopHost(bridge: DesktopBridge): PageHost {
  return {
    ...bridge,
    takeDropped: async ({ name }) => {
      const dropped = await bridge.takeDropped()
      if (dropped) return dropped
      throw new FileRefused(`${name} could not be taken. Drop a file that lies on this laptop.`)
    },
    takeDroppedFiles: async () => {
      const files = await bridge.takeDroppedPackages()
      if (files.length > 0) return files
      throw new FileRefused(
        'What was dropped could not be taken. Drop files that lie on this laptop, and no folder.',
      )
    },
    takeDroppedPackages: () => bridge.takeDroppedPackages(),
    connect: listener => {
      let hangUp = () => {}
      const onMessage = ({ source, origin, data, ports: [port] }: MessageEvent) => {
        if (source !== window || origin !== location.origin) return
        if (data === LINE && port) {
          const line = openLine(port)
          hangUp = line.hangUp
          listener({ state: 'connected', client: line.client })
        }
        if (data === LOST) {
          hangUp()
          listener({ state: 'lost' })
          bridge.callEngine()
        }
      }
      window.addEventListener('message', onMessage)
      bridge.callEngine()
      return () => {
        window.removeEventListener('message', onMessage)
        hangUp()
      }
    },
  }
}

interface Line {
  readonly client: EngineClient
  /** Closes the line and rejects the calls that are pending. */
  readonly hangUp: () => void
}

/**
 * Opens a line over a port. Chromium before 122 does not tell a page that the other end of its port is
 * gone; the host does.
 */
function openLine(port: MessagePort): Line {
  const onEnd: (() => void)[] = []
  const adapter: BrowserPortLike = {
    postMessage: message => port.postMessage(message),
    onMessage: {
      addListener: listener => port.addEventListener('message', ({ data }) => listener(data)),
    },
    onDisconnect: { addListener: listener => onEnd.push(listener) },
  }
  const client: EngineClient = createORPCClient(portLink(adapter))
  port.start()
  return {
    client,
    hangUp: () => {
      for (const listener of onEnd) listener()
      port.close()
    },
  }
}

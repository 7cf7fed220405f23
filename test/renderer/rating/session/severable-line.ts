import { MessageChannel, type MessagePort } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { RPCHandler } from '@orpc/server/message-port'
import type { Engine } from '../../../../engine/engine.ts'
import { connectEngine, type LiveEngine } from '../../../../renderer/data/host/page-host.ts'
import type { EngineClient, EngineLine, WorkbookHost } from '../../../../shared/host.ts'

/** The page's own line to a real engine over real message ports, which a test can cut and mend. */
export interface SeverableLine extends LiveEngine {
  /** From now on the engine does what it is asked, but its answers get lost on the way. */
  readonly loseAnswers: () => void
  /** Closes the ports; calls that are under way fail. */
  readonly cut: () => void
  readonly mend: () => void
}

interface Wire {
  readonly client: EngineClient
  readonly loseAnswers: () => void
  readonly close: () => void
}

/** Engine, relay and page: what the relay holds back, the page never gets. */
function layWire(engine: Engine): Wire {
  const near = new MessageChannel()
  const far = new MessageChannel()
  const pass = (from: MessagePort, to: MessagePort) =>
    from.on('message', message => to.postMessage(message))
  pass(near.port2, far.port1)
  pass(far.port1, near.port2)
  new RPCHandler(engine.router).upgrade(far.port2, { context: {} })
  far.port2.start()
  near.port1.start()
  return {
    client: createORPCClient<EngineClient>(new RPCLink({ port: near.port1 })),
    loseAnswers: () => far.port1.removeAllListeners('message'),
    close: () => {
      near.port1.close()
      far.port1.close()
    },
  }
}

/** A line that is up. */
export function severableLine(engine: Engine): SeverableLine {
  const first = layWire(engine)
  const state = { wire: first, tell: (_: EngineLine) => {} }
  const host: Pick<WorkbookHost, 'connect'> = {
    connect: listener => {
      state.tell = listener
      listener({ state: 'connected', client: first.client })
      return () => state.wire.close()
    },
  }
  return {
    ...connectEngine(host),
    loseAnswers: () => state.wire.loseAnswers(),
    cut: () => {
      state.wire.close()
      state.tell({ state: 'lost' })
    },
    mend: () => {
      state.wire = layWire(engine)
      state.tell({ state: 'connected', client: state.wire.client })
    },
  }
}

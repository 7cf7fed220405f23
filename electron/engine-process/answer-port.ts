import {
  onMessagePortClose,
  onMessagePortMessage,
  postMessagePortMessage,
  type SupportedMessagePort,
} from '@orpc/client/message-port'
import { StandardRPCHandler } from '@orpc/server/standard'
import { createServerPeerHandleRequestFn } from '@orpc/server/standard-peer'
import {
  decodeRequestMessage,
  type EncodedMessage,
  encodeResponseMessage,
  experimental_ServerPeerWithoutCodec as ServerPeer,
} from '@orpc/standard-server-peer'
import type { EngineRouter } from '../../engine/engine.ts'
import { closingQuickly } from '../../shared/closing-quickly.ts'

/** Makes what answers the contract's calls over a message port, until that closes. */
export function portAnswerer(router: EngineRouter): (port: SupportedMessagePort) => void {
  const answer = createServerPeerHandleRequestFn(new StandardRPCHandler(router), { context: {} })
  return port => {
    const peer = closingQuickly(
      new ServerPeer(async ([id, type, payload]) =>
        postMessagePortMessage(port, await encodeResponseMessage(id, type, payload)),
      ),
    )
    onMessagePortMessage(port, async (message: EncodedMessage) => {
      await peer.message(await decodeRequestMessage(message), answer)
    })
    onMessagePortClose(port, () => peer.close())
  }
}

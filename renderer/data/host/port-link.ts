import {
  onMessagePortClose,
  onMessagePortMessage,
  postMessagePortMessage,
  type SupportedMessagePort,
} from '@orpc/client/message-port'
import { StandardRPCLink } from '@orpc/client/standard'
import {
  experimental_ClientPeerWithoutCodec as ClientPeer,
  decodeResponseMessage,
  type EncodedMessage,
  encodeRequestMessage,
} from '@orpc/standard-server-peer'
import { closingQuickly } from '../../../shared/closing-quickly.ts'

/** Makes a way to the engine's contract over a message port; calls that are pending are rejected when that closes. */
export function portLink(port: SupportedMessagePort): StandardRPCLink<Record<never, never>> {
  const peer = closingQuickly(
    new ClientPeer(async ([id, type, payload]) =>
      postMessagePortMessage(port, await encodeRequestMessage(id, type, payload)),
    ),
  )
  onMessagePortMessage(port, async (message: EncodedMessage) =>
    peer.message(await decodeResponseMessage(message)),
  )
  onMessagePortClose(port, () => peer.close())
  return new StandardRPCLink(
    {
      call: async request => {
        const response = await peer.request(request)
        return { ...response, body: () => Promise.resolve(response.body) }
      },
    },
    { url: 'http://engine' },
  )
}

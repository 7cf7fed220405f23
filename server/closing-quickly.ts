/** The part of a peer of the contract's transport that closes its calls. */
interface Closing {
  close: (options?: Ending) => void
}

/** The call that is closed, or all where none is named, and the reason; left out, the library makes one. */
interface Ending {
  readonly id?: string
  readonly reason?: unknown
}

/** The reason for which a call is closed that has come to its end. */
const ENDED: Error = Object.assign(new Error('The call has come to its end.'), {
  name: 'AbortError',
})

/**
 * Has a peer close the calls that have come to their end for one reason, which is made once. The library makes three
 * errors for each call, which nobody reads, and their stacks cost as much as the call's way there and back.
 */
export function closingQuickly<Peer extends Closing>(peer: Peer): Peer {
  const close = peer.close.bind(peer)
  peer.close = options =>
    close(options?.id === undefined ? options : { ...options, reason: options.reason ?? ENDED })
  return peer
}

import type { ORPCErrorJSON } from '@orpc/client'

/** The call that a message is about, by a number that its page gives it. */
interface OfCall {
  readonly call: number
}

/** A message from a page over its port to the engine: a call of the contract, or that nobody waits for one any more. */
export type PortRequest =
  | (OfCall & { readonly kind: 'call'; readonly operation: string; readonly input?: unknown })
  | (OfCall & { readonly kind: 'stop' })

/**
 * A message from the engine to a page: the result of a call, or `events`, which any number of them and an end follow; an
 * error ends either. All messages are JSON, which is what the contract's values are.
 */
export type PortAnswer =
  | (OfCall & { readonly kind: 'result'; readonly result?: unknown })
  | (OfCall & { readonly kind: 'events' })
  | (OfCall & { readonly kind: 'event'; readonly event: unknown })
  | (OfCall & { readonly kind: 'end' })
  | (OfCall & { readonly kind: 'error'; readonly error: ORPCErrorJSON<string, unknown> })

/** The name of an operation, such as `turn.save`, by its path in the contract. */
export const operationName = (path: readonly string[]): string => path.join('.')

/** The message that a page sent; undefined for anything else, to which there is no answer. */
export function readPortRequest(message: unknown): PortRequest | undefined {
  if (typeof message !== 'string') return undefined
  try {
    const { call, kind, operation, input } = Object(JSON.parse(message))
    if (!Number.isSafeInteger(call)) return undefined
    if (kind === 'stop') return { call, kind }
    if (kind !== 'call' || typeof operation !== 'string') return undefined
    return { call, kind, operation, input }
  } catch {
    return undefined
  }
}

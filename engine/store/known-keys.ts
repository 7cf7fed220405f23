import type { ReadableStore, WritableStore } from './store.ts'

/** The keys with which packages of a device were signed that were merged here before. */
export function getKnownKeys(store: ReadableStore, device: string): readonly string[] {
  return store
    .prepare<{ device: string }, { readonly publicKey: string }>(
      `SELECT public_key AS publicKey FROM known_key WHERE device = @device ORDER BY first_seen_at`,
    )
    .all({ device })
    .map(({ publicKey }) => publicKey)
}

/** Remembers that a package of a device was signed with a key. */
export function rememberKey(
  store: WritableStore,
  seen: { readonly device: string; readonly publicKey: string; readonly at: string },
): void {
  store
    .prepare<typeof seen>(
      `INSERT INTO known_key (device, public_key, first_seen_at) VALUES (@device, @publicKey, @at)
       ON CONFLICT DO NOTHING`,
    )
    .run(seen)
}

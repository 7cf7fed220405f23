import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'

/** A secret as it is kept: never the secret itself, only what a try is compared with. */
export const keptSecret = z.object({
  /** Of its own, in base64url. */
  salt: z.string(),
  /** The cost that it was made with, so that a later program may ask for more. */
  cost: z
    .number()
    .int()
    .min(2)
    .max(2 ** 20),
  hash: z.string(),
})
export type KeptSecret = Readonly<z.infer<typeof keptSecret>>

/** The cost of one try: 32 MB, and about a tenth of a second on a laptop of the workshops. */
const COST = 2 ** 15
const BLOCK = 8
const HASH_BYTES = 32

/** Makes the form in which a secret is kept. */
export function keepSecret(secret: string): KeptSecret {
  const salt = randomBytes(16)
  const hash = stretched(secret, salt, COST).toString('base64url')
  return { salt: salt.toString('base64url'), cost: COST, hash }
}

/** Tests whether a secret is the one that was kept. */
export function isSecret(kept: KeptSecret, tried: string): boolean {
  const hash = Buffer.from(kept.hash, 'base64url')
  const other = stretched(tried, Buffer.from(kept.salt, 'base64url'), kept.cost)
  return hash.length === other.length && timingSafeEqual(hash, other)
}

function stretched(secret: string, salt: Uint8Array, cost: number): Buffer {
  // Twice what it takes: Node refuses a limit that is met exactly.
  const maxmem = 2 * 128 * cost * BLOCK
  return scryptSync(secret.normalize('NFKC'), salt, HASH_BYTES, { N: cost, r: BLOCK, p: 1, maxmem })
}

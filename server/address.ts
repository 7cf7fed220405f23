import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { closeToOthers, ONLY_OWNER } from '../engine/disk/modes.ts'

// What a start knows of its address before anything else is loaded; `token.ts` makes and keeps what is not there yet.

/** The file of a library's token, beside its workbooks; it goes into no package and no backup. */
export const TOKEN_FILE = 'browser-token'

/** A token of 256 random bits, in base64url. */
export const randomToken = (): string => randomBytes(32).toString('base64url')

/** Tests whether a text is a token. */
export const isToken = (text: string): boolean => /^[\w-]{43}$/.test(text)

/** The token that a library has; undefined where there is none to be read, for whatever reason. */
export function tokenAtHand(libraryFolder: string): string | undefined {
  const file = join(libraryFolder, TOKEN_FILE)
  try {
    closeToOthers(file, ONLY_OWNER.file)
    const kept = readFileSync(file, 'utf8').trim()
    return isToken(kept) ? kept : undefined
  } catch {
    return undefined
  }
}

const FIRST_PORT = 20_000
const PORTS = 10_000

/**
 * The port of a library unless another is asked for: the same at each start, so that its address is too,
 * and below those that systems hand out by themselves (from 32768 on).
 */
export function libraryPort(libraryFolder: string): number {
  const digest = createHash('sha256').update(resolve(libraryFolder)).digest()
  return FIRST_PORT + (digest.readUInt32BE(0) % PORTS)
}
